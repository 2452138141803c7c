// A Trello board as changes for a new board, in pieces small enough to write between two frames.
import { append, create, createSpokenId, defineCommand, ok, rankBetween, set, write } from '../../kernel'
import type { Change, Result } from '../../kernel'
import {
  BOARD_ROW,
  boardRows,
  cardRows,
  COMMENT_LIMIT,
  columnRows,
  commentLog,
  createCalendar,
  descriptionOf,
  guestRows,
  isoFromDay,
  journeyLog,
  keyFrom,
  LIMIT_LIMIT,
  NAME_LIMIT,
  reasonRows,
  settingsLog,
  tagIdFrom,
  tagRows,
  TITLE_LIMIT,
  WORDS_LIMIT,
} from '../../board'
import type { BoardSnapshot, CardRow } from '../../board'
import { bytesFrom, derivedId } from './derived-ids'
import { guessRoles } from './guess-roles'
import { readHistory } from './history'
import type { HistoryStep } from './history'
import type { TrelloBoard, TrelloCard, TrelloList } from './schema'
import type { TrelloSummary } from './summary'

export interface TrelloImportOptions {
  /** Chosen once an import; the same file and salt give the same changes. */
  readonly salt: string
  /** The person who imports. */
  readonly person: string
  /** Milliseconds since 1970, for what the import itself decides. */
  readonly now: number
  /** IANA time zone in which due times become due days. */
  readonly timeZone: string
  /** Why work stops, safety first, as on a new board. */
  readonly reasons: readonly string[]
  /** The name of a column for cards whose list is not in the file. */
  readonly strayColumn: string
  /** The title of a card without one. */
  readonly untitled: string
}

export interface TrelloImport {
  readonly summary: TrelloSummary
  /** How many lists of changes `changes` gives. */
  readonly steps: number
  /** The changes, made as they are asked for. All of them are needed for a whole board. */
  changes(): Generator<readonly Change[], void>
}

const CARDS_A_STEP = 100
const ORDERS_A_MS = 1_024
const ACTIONS_LIMIT = 1_000
const BY_POSITION = (a: { pos: number; id: string }, b: { pos: number; id: string }): number =>
  a.pos - b.pos || (a.id < b.id ? -1 : 1)

/** Everything that is decided before the first change is made. */
function prepare(board: TrelloBoard, options: TrelloImportOptions) {
  const idOf = (kind: string, foreign: string) => derivedId(options.salt, kind, foreign)
  const calendar = createCalendar(options.timeZone)
  const lists = [...board.lists].sort(BY_POSITION)
  const open = lists.filter((list) => !list.closed)
  const guessed = guessRoles(open)
  const roles = new Map(open.map((list, index) => [list.id, guessed[index]]))
  for (const [index, role] of guessRoles(lists).entries()) {
    const list = lists[index] as TrelloList
    if (!roles.has(list.id)) roles.set(list.id, role)
  }
  const places = new Map(lists.map((list, index) => [list.id, index]))
  const history = readHistory(
    board,
    (list) => roles.get(list),
    (list) => places.get(list),
  )
  const strayLists = new Set(
    board.cards.filter((card) => !places.has(card.idList)).map((card) => card.idList),
  )
  const used = new Set(board.cards.flatMap((card) => card.idLabels))
  const labels = board.labels.filter((label) => label.name.trim() !== '' || used.has(label.id))
  const tags = new Map(
    labels.map((label) => {
      const name = (label.name.trim() || (label.color ?? '—')).slice(0, NAME_LIMIT)
      return [label.id, { id: tagIdFrom(name), name, colour: label.color }]
    }),
  )
  const known = new Map(board.members.map((member) => [member.id, member.fullName || member.username]))
  for (const { memberCreator } of board.actions)
    if (memberCreator && !known.has(memberCreator.id))
      known.set(memberCreator.id, memberCreator.fullName || memberCreator.username)
  const guest = (member: string) => (member === '' ? '' : idOf('guest', member))
  const checklists = new Map<string, TrelloBoard['checklists']>()
  for (const checklist of [...board.checklists].sort(BY_POSITION))
    checklists.set(checklist.idCard, [...(checklists.get(checklist.idCard) ?? []), checklist])
  return { idOf, calendar, lists, roles, history, strayLists, labels, tags, known, guest, checklists }
}
type Prepared = ReturnType<typeof prepare>

const cut = (text: string, limit: number): string =>
  text.length > limit ? `${text.slice(0, limit - 1)}…` : text
const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim()

/** Lines with words in them; runs of blank lines separate paragraphs and are none themselves. */
export const paragraphsOf = (text: string): string[] =>
  text
    .split(/\r\n?|\n/u)
    .map((line) => line.trimEnd())
    .filter((line) => line !== '')

function* frameChanges(
  board: TrelloBoard,
  prepared: Prepared,
  options: TrelloImportOptions,
): Generator<Change> {
  const { idOf, lists, roles, history, strayLists, tags, known, guest } = prepared
  const { person: by, now: at, salt } = options
  const random = bytesFrom(`${salt}\nframe`)
  let order = at * ORDERS_A_MS
  yield create(boardRows, BOARD_ROW, { key: keyFrom(board.name), by, at })
  const setting = (id: string, what: string, value: string | number): Change =>
    append(settingsLog, idOf(what, id), {
      scope: { kind: 'column', id },
      what,
      value,
      parents: [],
      why: '',
      by,
      at,
      order: ++order,
    })
  let rank: string | null = null
  const column = function* (list: string, name: string, archived: boolean): Generator<Change> {
    const id = idOf('list', list)
    rank = rankBetween(rank, null, random)
    yield create(columnRows, id, { name: cut(oneLine(name) || '—', NAME_LIMIT), rank })
    if (archived) yield set(columnRows, id, 'archived', true)
  }
  for (const list of lists) {
    yield* column(list.id, list.name, list.closed)
    const id = idOf('list', list.id)
    yield setting(id, 'role', roles.get(list.id) ?? 'backlog')
    if (isLimit(list.softLimit)) yield setting(id, 'limit', list.softLimit)
  }
  for (const stray of strayLists) yield* column(stray, options.strayColumn, false)
  for (const [list, name] of history.lostLists) if (!strayLists.has(list)) yield* column(list, name, true)
  const made = new Set<string>()
  for (const tag of tags.values()) {
    if (made.has(tag.id)) continue
    made.add(tag.id)
    yield create(tagRows, tag.id, { name: tag.name, colour: tag.colour?.slice(0, 40) ?? null })
  }
  for (const [member, name] of known)
    yield create(guestRows, guest(member), { name: cut(oneLine(name) || '—', NAME_LIMIT) })
  let reasonRank: string | null = null
  for (const [index, name] of options.reasons.entries()) {
    reasonRank = rankBetween(reasonRank, null, random)
    const safety = index === 0
    yield create(reasonRows, idOf('reason', String(index)), {
      name: cut(name, NAME_LIMIT),
      rank: reasonRank,
      safety,
    })
  }
}

const isLimit = (limit: number | null): limit is number =>
  limit !== null && Number.isInteger(limit) && limit >= 1 && limit <= LIMIT_LIMIT

function checklistParts(
  card: TrelloCard,
  prepared: Prepared,
  options: TrelloImportOptions,
  fallbackAt: number,
) {
  const checklist: Record<string, CardRow['checklist'][string]> = {}
  const checked: Record<string, CardRow['checked'][string]> = {}
  const lists = prepared.checklists.get(card.id) ?? []
  const random = bytesFrom(`${options.salt}\nchecklist\n${card.id}`)
  let rank: string | null = null
  for (const list of lists) {
    for (const item of [...list.checkItems].sort(BY_POSITION)) {
      rank = rankBetween(rank, null, random)
      const words = oneLine(lists.length > 1 ? `${list.name}: ${item.name}` : item.name)
      const id = prepared.idOf('item', item.id)
      checklist[id] = { text: cut(words, WORDS_LIMIT), rank }
      if (item.state !== 'complete') continue
      const tick = prepared.history.tickOf(item.id)
      checked[id] = { by: prepared.guest(tick?.by ?? ''), at: tick?.at ?? fallbackAt }
    }
  }
  return { checklist, checked }
}

/** Each step builds on the one before it and is later in `order`, whatever the clocks of the time said. */
function journeyChanges(
  card: string,
  steps: readonly HistoryStep[],
  rank: string,
  prepared: Prepared,
): Change[] {
  let order = 0
  let parents: string[] = []
  return steps.map((step) => {
    const id = prepared.idOf('step', step.id)
    order = Math.max(order + 1, step.at * ORDERS_A_MS)
    const change = append(journeyLog, id, {
      card,
      parents,
      to: { column: prepared.idOf('list', step.list), half: 'doing', rank },
      kind: step.kind,
      by: prepared.guest(step.by),
      at: step.at,
      order,
    })
    parents = [id]
    return change
  })
}

function* cardChanges(
  card: TrelloCard,
  rank: string,
  prepared: Prepared,
  options: TrelloImportOptions,
): Generator<Change> {
  const { idOf, history, tags, guest, calendar } = prepared
  const id = idOf('card', card.id)
  const steps = history.stepsOf(card)
  const { at = 0, by = '' } = steps[0] ?? {}
  const due = card.due === null ? NaN : Date.parse(card.due)
  const onCard = { state: 'on', by: options.person, at } as const
  yield create(cardRows, id, {
    title: cut(oneLine(card.name) || options.untitled, TITLE_LIMIT),
    due: Number.isFinite(due) ? isoFromDay(calendar.dayOf(due)) : null,
    spoken: createSpokenId(bytesFrom(`${options.salt}\nspoken\n${card.id}`)),
    by: guest(by),
    at,
    tags: Object.fromEntries(
      card.idLabels.flatMap((label) => tags.get(label)?.id ?? []).map((tag) => [tag, true]),
    ),
    people: Object.fromEntries(card.idMembers.map((member) => [guest(member), onCard])),
    ...checklistParts(card, prepared, options, steps.at(-1)?.at ?? at),
  })
  yield* journeyChanges(id, steps, rank, prepared)
  const paragraphs = paragraphsOf(card.desc)
  if (paragraphs.length > 0) yield write(descriptionOf(id), paragraphs)
  let order = 0
  for (const comment of history.commentsOf(card)) {
    const time = Date.parse(comment.date)
    order = Math.max(order + 1, time * ORDERS_A_MS)
    yield append(commentLog, idOf('comment', comment.id), {
      card: id,
      words: cut(comment.data.text.trim(), COMMENT_LIMIT),
      by: guest(comment.idMemberCreator),
      at: time,
      order,
    })
  }
}

function summarise(board: TrelloBoard, prepared: Prepared): TrelloSummary {
  const { lists, history, labels, tags, known } = prepared
  const { cards } = board
  const count = (test: (card: TrelloCard) => boolean): number => cards.filter(test).length
  const sum = (of: (card: TrelloCard) => number): number => cards.reduce((all, card) => all + of(card), 0)
  const onBoard = new Set(cards.map((card) => card.id))
  const checklists = board.checklists.filter((checklist) => onBoard.has(checklist.idCard))
  const items = checklists.flatMap((checklist) => checklist.checkItems)
  const placed = new Set(lists.map((list) => list.id))
  const comments = cards.flatMap((card) => history.commentsOf(card))
  return {
    name: board.name,
    taken: {
      lists: lists.length,
      archivedLists: lists.filter((list) => list.closed).length,
      cards: cards.length,
      archivedCards: count((card) => card.closed),
      descriptions: count((card) => paragraphsOf(card.desc).length > 0),
      dueDates: count((card) => card.due !== null && Number.isFinite(Date.parse(card.due))),
      tags: new Set([...tags.values()].map((tag) => tag.id)).size,
      taggedCards: count((card) => card.idLabels.some((label) => tags.has(label))),
      checklists: checklists.length,
      checklistItems: items.length,
      checkedItems: items.filter((item) => item.state === 'complete').length,
      comments: comments.length,
      people: known.size,
      cardsWithPeople: count((card) => card.idMembers.length > 0),
      moves: history.moves,
      movedCards: history.movedCards,
      cardsWithBirth: history.cardsWithBirth,
      limits: lists.filter((list) => isLimit(list.softLimit)).length,
    },
    left: {
      attachments: sum((card) => card.attachments),
      customFields: board.customFields,
      customFieldValues: sum((card) => card.customFieldItems),
      votes: sum((card) => card.idMembersVoted),
      powerUpData: sum((card) => card.pluginData),
      emptyLabels: board.labels.length - labels.length,
      dueTicks: count((card) => card.dueComplete),
      movesOfOtherCards: history.movesOfOthers,
      commentsOfOtherCards: history.commentsOfOthers,
      shortened:
        count((card) => oneLine(card.name).length > TITLE_LIMIT) +
        items.filter((item) => oneLine(item.name).length > WORDS_LIMIT).length +
        comments.filter((comment) => comment.data.text.trim().length > COMMENT_LIMIT).length,
    },
    strays: count((card) => !placed.has(card.idList)),
    historyIsCut: board.actions.length >= ACTIONS_LIMIT,
  }
}

/** Plans the import of a board that `readTrello` gave. Pure: writing the changes is the caller's. */
export function importTrello(board: TrelloBoard, options: TrelloImportOptions): TrelloImport {
  const prepared = prepare(board, options)
  const cards = [...board.cards].sort(BY_POSITION)
  return {
    summary: summarise(board, prepared),
    steps: 1 + Math.ceil(cards.length / CARDS_A_STEP),
    *changes() {
      yield [...frameChanges(board, prepared, options)]
      const random = bytesFrom(`${options.salt}\nranks`)
      const ranks = new Map<string, string>()
      for (let from = 0; from < cards.length; from += CARDS_A_STEP) {
        yield cards.slice(from, from + CARDS_A_STEP).flatMap((card) => {
          const rank = rankBetween(ranks.get(card.idList) ?? null, null, random)
          ranks.set(card.idList, rank)
          return [...cardChanges(card, rank, prepared, options)]
        })
      }
    },
  }
}

/** Writes one list of an import's changes. */
export const takeIn = defineCommand(
  'transfer.takeIn',
  (_board: BoardSnapshot, args: { readonly changes: readonly Change[] }): Result<Change[], never> =>
    ok([...args.changes]),
)
