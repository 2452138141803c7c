// A board read from a file as changes, in pieces small enough to write between two frames.
import { append, create, createSpokenId, defineCommand, ok, rankBetween, set, write } from '../../kernel'
import type { Change, Result } from '../../kernel'
import {
  BOARD_ROW,
  blockerRows,
  boardRows,
  cardRows,
  COMMENT_LIMIT,
  columnRows,
  commentLog,
  descriptionOf,
  fieldRows,
  groupRows,
  guestRows,
  journeyLog,
  keyFrom,
  laneRows,
  NAME_LIMIT,
  reasonRows,
  settingsLog,
  tagIdFrom,
  tagRows,
  TITLE_LIMIT,
  typeRows,
  WORDS_LIMIT,
} from '../../board'
import type { BoardSnapshot, CardRow, JourneyKind } from '../../board'
import { bytesFrom, derivedId } from './derived-ids'
import { isWebAddress, oneLine } from './file-board'
import type { FileBoard, FileCard } from './file-board'

export interface WriteOptions {
  /** Chosen once an import; the same board and salt give the same changes. */
  readonly salt: string
  /** The person who imports. */
  readonly person: string
  /** Milliseconds since 1970, for what the import itself decides. */
  readonly now: number
  /** Why work stops, safety first, where the file does not say. */
  readonly reasons: readonly string[]
  /** The title of a card without one. */
  readonly untitled: string
}

/** What is on a board already that a file's parts stand for, as ids by the file's keys, and what its lists end with. */
export interface Onto {
  readonly ids: Readonly<
    Record<'column' | 'lane' | 'type' | 'field' | 'guest' | 'tag', ReadonlyMap<string, string>>
  >
  /** New columns come between these two. */
  readonly columnRanks: readonly [string | null, string | null]
  readonly typeRank: string | null
  readonly fieldRank: string | null
  /** The last card's, by column id. */
  readonly cardRanks: ReadonlyMap<string, string>
}

export interface BoardWriting {
  /** How many lists of changes `changes` gives. */
  readonly steps: number
  /** The changes, made as they are asked for. All of them are needed for a whole board. */
  changes(): Generator<readonly Change[], void>
}

const CARDS_A_STEP = 100
const ORDERS_A_MS = 1_024
/** Values longer than this many would make one card slow; no tool's export comes near. */
const ITEMS_A_CARD = 2_000

const cut = (text: string, limit: number): string =>
  text.length > limit ? `${text.slice(0, limit - 1)}…` : text
const nameOf = (text: string): string => cut(oneLine(text) || '—', NAME_LIMIT)

/** How many texts of a board are longer than a board keeps. */
export const shortenedIn = (board: FileBoard): number =>
  board.cards.reduce(
    (count, card) =>
      count +
      (oneLine(card.title).length > TITLE_LIMIT ? 1 : 0) +
      card.checklist.filter((item) => oneLine(item.text).length > WORDS_LIMIT).length +
      card.comments.filter((comment) => comment.words.trim().length > COMMENT_LIMIT).length +
      Object.values(card.fields).filter((value) => typeof value === 'string' && value.length > WORDS_LIMIT)
        .length,
    0,
  )

/** Everything that is decided before the first change is made. */
function prepare(board: FileBoard, options: WriteOptions, onto?: Onto) {
  const idOf = (kind: string, key: string) => derivedId(options.salt, kind, key)
  const known = (
    kind: string,
    all: readonly { readonly key: string }[],
    there: ReadonlyMap<string, string> = new Map(),
  ) => {
    const ids = new Map([...all.map(({ key }) => [key, idOf(kind, key)] as const), ...there])
    return (key: string | null): string | undefined => (key === null ? undefined : ids.get(key))
  }
  const guest = known('guest', board.people, onto?.ids.guest)
  return {
    idOf,
    column: known('list', board.columns, onto?.ids.column),
    group: known('group', board.groups),
    lane: known('lane', board.lanes, onto?.ids.lane),
    type: known('type', board.types, onto?.ids.type),
    field: known('field', board.fields, onto?.ids.field),
    reason: known('reason', board.reasons),
    card: known('card', board.cards),
    /** Nobody where the file names nobody. */
    guest: (key: string): string => guest(key) ?? '',
    tags: new Map([
      ...board.tags.map((tag) => [tag.key, tagIdFrom(nameOf(tag.name))] as const),
      ...(onto?.ids.tag ?? []),
    ]),
  }
}
type Prepared = ReturnType<typeof prepare>

function* settingChanges(board: FileBoard, prepared: Prepared, options: WriteOptions): Generator<Change> {
  const heads = new Map<string, { readonly id: string; readonly order: number }>()
  const scopeId = (kind: string, of: string): string | undefined => {
    if (kind === 'board') return BOARD_ROW
    if (kind === 'column' || kind === 'group' || kind === 'lane') return prepared[kind](of)
    if (kind === 'person') return prepared.guest(of) || undefined
    return of || undefined
  }
  for (const setting of board.settings) {
    const id = scopeId(setting.scope.kind, setting.scope.of)
    if (id === undefined) continue
    let { value } = setting
    if (setting.names !== null && typeof value === 'string') {
      value = setting.names === 'person' ? prepared.guest(value) : (prepared[setting.names](value) ?? null)
      if (value === null || value === '') continue
    }
    const what = setting.what.slice(0, 40)
    const scope = { kind: setting.scope.kind.slice(0, 40), id: id.slice(0, 200) }
    const key = `${what}/${scope.kind}/${scope.id}`
    const head = heads.get(key)
    const entry = prepared.idOf('setting', `${key}/${head?.id ?? ''}`)
    const order = Math.max((head?.order ?? 0) + 1, setting.at * ORDERS_A_MS)
    heads.set(key, { id: entry, order })
    yield append(settingsLog, entry, {
      scope,
      what,
      value: typeof value === 'string' ? cut(value, WORDS_LIMIT) : value,
      parents: head ? [head.id] : [],
      why: cut(setting.why, WORDS_LIMIT),
      by: prepared.guest(setting.by) || options.person,
      at: setting.at,
      order,
    })
  }
}

function* frameChanges(
  board: FileBoard,
  prepared: Prepared,
  options: WriteOptions,
  onto?: Onto,
): Generator<Change> {
  const { person: by, now: at, salt } = options
  const random = bytesFrom(`${salt}\nframe`)
  const ranks = (after: string | null = null, before: string | null = null) => {
    let rank = after
    return () => (rank = rankBetween(rank, before, random))
  }
  if (!onto) yield create(boardRows, BOARD_ROW, { key: board.prefix || keyFrom(board.name), by, at })
  let next = ranks(...(onto?.columnRanks ?? []))
  for (const group of board.groups)
    yield create(groupRows, prepared.group(group.key) as string, { name: nameOf(group.name) })
  for (const column of board.columns) {
    const id = prepared.column(column.key) as string
    yield create(columnRows, id, {
      name: nameOf(column.name),
      rank: next(),
      ...(column.split && { split: true }),
      ...(column.group !== null && { group: prepared.group(column.group) ?? null }),
    })
    if (column.archived) yield set(columnRows, id, 'archived', true)
  }
  next = ranks()
  for (const lane of board.lanes) {
    const id = prepared.lane(lane.key) as string
    yield create(laneRows, id, { name: nameOf(lane.name), rank: next(), ...(lane.rest && { rest: true }) })
    if (lane.archived) yield set(laneRows, id, 'archived', true)
  }
  next = ranks(onto?.typeRank)
  for (const type of board.types) {
    const id = prepared.type(type.key) as string
    yield create(typeRows, id, { name: nameOf(type.name), rank: next(), colour: type.colour.slice(0, 40) })
    if (type.archived) yield set(typeRows, id, 'archived', true)
  }
  next = ranks(onto?.fieldRank)
  for (const field of board.fields) {
    const id = prepared.field(field.key) as string
    yield create(fieldRows, id, {
      name: nameOf(field.name),
      rank: next(),
      kind: field.kind,
      type: prepared.type(field.type) ?? null,
      unit: field.unit.slice(0, 40),
      choices: [...new Set(field.choices.map(nameOf))].slice(0, 100),
    })
    if (field.archived) yield set(fieldRows, id, 'archived', true)
  }
  const made = new Set<string>()
  for (const tag of board.tags) {
    const id = prepared.tags.get(tag.key) as string
    if (made.has(id)) continue
    made.add(id)
    yield create(tagRows, id, { name: nameOf(tag.name), colour: tag.colour?.slice(0, 40) ?? null })
    if (tag.archived) yield set(tagRows, id, 'archived', true)
  }
  for (const person of board.people)
    yield create(guestRows, prepared.guest(person.key), { name: nameOf(person.name) })
  next = ranks()
  const reasons = board.reasons.length > 0 ? board.reasons : undefined
  if (reasons)
    for (const reason of reasons) {
      const id = prepared.reason(reason.key) as string
      yield create(reasonRows, id, { name: nameOf(reason.name), rank: next(), safety: reason.safety })
      if (reason.archived) yield set(reasonRows, id, 'archived', true)
    }
  else if (!onto)
    for (const [index, name] of options.reasons.entries())
      yield create(reasonRows, prepared.idOf('reason', String(index)), {
        name: nameOf(name),
        rank: next(),
        safety: index === 0,
      })
  yield* settingChanges(board, prepared, options)
}

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
    by: guest(card.by),
    at: card.at,
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

function* cardChanges(
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

function* blockerChanges(board: FileBoard, prepared: Prepared): Generator<Change> {
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

/**
 * Plans the writing of a board that a reader gave: a new one, or `onto` one that is there. Pure: applying the changes is
 * the caller's.
 */
export function writeBoard(board: FileBoard, options: WriteOptions, onto?: Onto): BoardWriting {
  const { cards } = board
  return {
    steps: 2 + Math.ceil(cards.length / CARDS_A_STEP),
    *changes() {
      const prepared = prepare(board, options, onto)
      yield [...frameChanges(board, prepared, options, onto)]
      const random = bytesFrom(`${options.salt}\nranks`)
      const ranks = new Map(onto?.cardRanks)
      for (let from = 0; from < cards.length; from += CARDS_A_STEP) {
        yield cards.slice(from, from + CARDS_A_STEP).flatMap((card) => {
          const column = prepared.column(card.journey.at(-1)?.column ?? '') ?? ''
          const rank = rankBetween(ranks.get(column) ?? null, null, random)
          ranks.set(column, rank)
          return [...cardChanges(card, rank, prepared, options)]
        })
      }
      yield [...blockerChanges(board, prepared)]
    },
  }
}

/** Writes one list of an import's changes. */
export const takeIn = defineCommand(
  'transfer.takeIn',
  (_board: BoardSnapshot, args: { readonly changes: readonly Change[] }): Result<Change[], never> =>
    ok([...args.changes]),
)
