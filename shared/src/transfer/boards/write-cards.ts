// Cards and blockers of a board from a file as changes, with their journeys, words and comments.
import { append, create, createSpokenId, rankBetween, set, write } from '../../kernel'
import type { Change } from '../../kernel'
import {
  blockerRows,
  cardRows,
  COMMENT_LIMIT,
  commentLog,
  descriptionOf,
  journeyLog,
  TITLE_LIMIT,
  WORDS_LIMIT,
} from '../../board'
import type { CardRow, JourneyKind } from '../../board'
import { bytesFrom } from './derived-ids'
import { isWebAddress, oneLine } from './file-board'
import type { FileBoard, FileCard } from './file-board'
import { cut, ORDERS_A_MS } from './prepared'
import type { Prepared, WriteOptions } from './prepared'

/** Values longer than this many would make one card slow; no tool's export comes near. */
const ITEMS_A_CARD = 2_000

function checklistOf(card: FileCard, prepared: Prepared, options: WriteOptions) {
  const checklist: Record<string, CardRow['checklist'][string]> = {}
  const checked: Record<string, CardRow['checked'][string]> = {}
  const random = bytesFrom(`${options.salt}\nchecklist\n${card.key}`)
  let rank: string | null = null
  for (const [index, item] of card.checklist.slice(0, ITEMS_A_CARD).entries()) {
    rank = rankBetween(rank, null, random)
    const id = prepared.idOf('item', `${card.key}\n${index}`)
    checklist[id] = { text: cut(oneLine(item.text), WORDS_LIMIT), rank }
    if (item.done) checked[id] = { by: prepared.guest(item.done.by), at: item.done.at }
  }
  return { checklist, checked }
}

/** Each step builds on the one before it and is later in `order`, whatever the clocks of the time said. */
function journeyOf(card: FileCard, id: string, rank: string, prepared: Prepared): Change[] {
  let order = 0
  let parents: string[] = []
  return card.journey.flatMap((step, index) => {
    const column = prepared.column(step.column)
    if (column === undefined) return []
    const entry = prepared.idOf('step', `${card.key}\n${index}`)
    order = Math.max(order + 1, step.at * ORDERS_A_MS)
    const lane = prepared.lane(step.lane)
    const change = append(journeyLog, entry, {
      card: id,
      parents,
      to: { column, half: step.half, rank, ...(lane !== undefined && { lane }) },
      // Readers of a journey take a kind that they do not know for a plain move.
      kind: step.kind as JourneyKind,
      by: prepared.guest(step.by),
      at: step.at,
      order,
      ...(step.with !== '' && { with: prepared.guest(step.with) }),
      ...(step.why !== '' && { why: cut(step.why, WORDS_LIMIT) }),
    })
    parents = [entry]
    return [change]
  })
}

function cardRow(card: FileCard, prepared: Prepared, options: WriteOptions) {
  const { guest } = prepared
  const mark = (one: { readonly by: string; readonly at: number }) => ({ by: guest(one.by), at: one.at })
  return {
    title: cut(oneLine(card.title) || options.untitled, TITLE_LIMIT),
    classOfService: card.classOfService,
    due: card.due,
    spoken: card.spoken ?? createSpokenId(bytesFrom(`${options.salt}\nspoken\n${card.key}`)),
    type: prepared.type(card.type) ?? null,
    size: card.size,
    value: prepared.values.get(card.value ?? '') ?? null,
    by: guest(card.by),
    at: card.at,
    ...(prepared.import !== null && { import: prepared.import }),
    tags: Object.fromEntries(
      card.tags.flatMap((tag) => {
        const id = prepared.tags.get(tag)
        return id === undefined ? [] : [[id, true as const]]
      }),
    ),
    people: Object.fromEntries(
      card.people.flatMap(({ person, state, by, at }) => {
        const id = guest(person)
        return id === '' ? [] : [[id, { state, by: guest(by) || options.person, at }]]
      }),
    ),
    fields: Object.fromEntries(
      Object.entries(card.fields).flatMap(([key, value]) => {
        const id = prepared.field(key)
        if (id === undefined) return []
        return [[id, typeof value === 'string' ? cut(value, WORDS_LIMIT) : value]]
      }),
    ),
    links: Object.fromEntries(
      card.links.flatMap((link) => {
        const other = prepared.card(link.card)
        return other === undefined || link.card === card.key ? [] : [[`${link.kind}:${other}`, mark(link)]]
      }),
    ),
    web: Object.fromEntries(
      card.web.slice(0, ITEMS_A_CARD).flatMap((one, index) => {
        if (!isWebAddress(one.url)) return []
        const name = cut(oneLine(one.name) || one.url, TITLE_LIMIT)
        return [[prepared.idOf('web', `${card.key}\n${index}`), { url: one.url, name, ...mark(one) }]]
      }),
    ),
    ...checklistOf(card, prepared, options),
  }
}

export function* cardChanges(
  card: FileCard,
  rank: string,
  prepared: Prepared,
  options: WriteOptions,
): Generator<Change> {
  const id = prepared.card(card.key) as string
  yield create(cardRows, id, cardRow(card, prepared, options))
  if (card.archived) yield set(cardRows, id, 'archived', true)
  yield* journeyOf(card, id, rank, prepared)
  const paragraphs = card.description.filter((paragraph) => paragraph.trim() !== '')
  if (paragraphs.length > 0) yield write(descriptionOf(id), paragraphs)
  let order = 0
  for (const [index, comment] of card.comments.entries()) {
    order = Math.max(order + 1, comment.at * ORDERS_A_MS)
    yield append(commentLog, prepared.idOf('comment', `${card.key}\n${index}`), {
      card: id,
      words: cut(comment.words.trim(), COMMENT_LIMIT),
      by: prepared.guest(comment.by),
      at: comment.at,
      order,
    })
  }
}

export function* blockerChanges(board: FileBoard, prepared: Prepared): Generator<Change> {
  for (const [index, blocker] of board.blockers.entries()) {
    const card = prepared.card(blocker.card)
    if (blocker.card !== null && card === undefined) continue
    const id = prepared.idOf('blocker', String(index))
    let order = 0
    yield create(blockerRows, id, {
      card: card ?? null,
      reason: prepared.reason(blocker.reason) ?? '',
      words: cut(blocker.words, WORDS_LIMIT),
      by: prepared.guest(blocker.by),
      at: blocker.at,
      answers: Object.fromEntries(
        blocker.answers.map(({ kind, by, at }) => [
          `${prepared.guest(by)}:${kind}`,
          { kind, by: prepared.guest(by), at },
        ]),
      ),
      turns: Object.fromEntries(
        blocker.turns.map(({ kind, by, at }, turn) => {
          order = Math.max(order + 1, at * ORDERS_A_MS)
          return [prepared.idOf('turn', `${index}\n${turn}`), { kind, by: prepared.guest(by), at, order }]
        }),
      ),
    })
  }
}
