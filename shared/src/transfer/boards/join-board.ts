// A board read from a file as further cards of a board that is there: what is matched by name, and where the rest goes.
import { isRank } from '../../kernel'
import type { Change } from '../../kernel'
import { ROLES } from '../../board'
import type { BoardSnapshot, ColumnRole } from '../../board'
import { derivedId } from './derived-ids'
import { oneLine } from './file-board'
import type { FileBoard, FileCard, FileField } from './file-board'
import type { WriteOptions } from './prepared'
import type { TakeInArgs, ToTakeIn } from './take-in'
import { writeBoard } from './write-board'

interface Named {
  readonly id: string
  readonly name: string
}

/** What an import has to know of the board that it comes onto: plain data, to be handed to a worker. */
export interface JoinTarget {
  /** In flow order. */
  readonly columns: readonly (Named & {
    readonly role: ColumnRole
    readonly limit: number | null
    readonly used: number
    readonly rank: string
    /** Of the cards in it, or null. */
    readonly lastRank: string | null
  })[]
  readonly lanes: readonly Named[]
  readonly types: readonly (Named & { readonly rank: string })[]
  readonly fields: readonly (Named & {
    readonly rank: string
    readonly kind: FileField['kind']
    readonly choices: readonly string[]
  })[]
  readonly tags: readonly Named[]
  readonly guests: readonly Named[]
}

/** Where the cards of a column go that a person chose for it: a column's id, or this for a new column. */
export const NEW_COLUMN = ''
export type ColumnChoices = Readonly<Record<string, string>>

/** What becomes of a column of the file. */
export interface ColumnMatch {
  readonly key: string
  readonly name: string
  /** Cards of the file that stand in it. */
  readonly cards: number
  /** The board's column, or `NEW_COLUMN`. */
  readonly to: string
  /** Whether the two have the same name, whatever their capitals. */
  readonly isSameName: boolean
}

export interface Joining {
  readonly columns: readonly ColumnMatch[]
  /** Columns that would hold more cards than their limit. */
  readonly over: readonly { readonly name: string; readonly limit: number; readonly cards: number }[]
  /** Lanes of the file that the board has not; their cards come without a lane. */
  readonly lanesLeft: readonly string[]
  /** Blockers of the file, which stay away: what stopped elsewhere does not stop here. */
  readonly blockersLeft: number
}

const plain = (name: string): string => oneLine(name).toLowerCase()

const greatestRank = (ranks: readonly string[]): string | null => ranks.filter(isRank).sort().at(-1) ?? null

export function joinTargetOf(board: BoardSnapshot): JoinTarget {
  const named = ({ id, name }: Named): Named => ({ id, name })
  return {
    columns: board.columns.map((column) => ({
      ...named(column),
      role: column.role,
      limit: column.limit,
      used: column.used,
      rank: column.rank,
      lastRank: greatestRank(
        [...column.doing, ...column.done].flatMap((card) => board.journeys.get(card)?.rank ?? []),
      ),
    })),
    lanes: board.lanes.map(named),
    types: board.types.map((type) => ({ ...named(type), rank: type.rank })),
    fields: board.fields.map((field) => ({
      ...named(field),
      rank: field.rank,
      kind: field.kind,
      choices: field.choices,
    })),
    tags: [...board.tags.values()].filter((tag) => !tag.archived).map(named),
    guests: [...board.guests.values()].map(named),
  }
}

const isPutAway = (card: FileCard): boolean => card.archived || card.journey.at(-1)?.kind === 'archived'

/** Of one kind as far as the start and the finish of work go. */
const NEXT_TO: Readonly<Record<ColumnRole, ColumnRole>> = {
  backlog: 'ready',
  ready: 'backlog',
  active: 'waiting',
  waiting: 'active',
  done: 'done',
}

const rolesIn = (file: FileBoard): ReadonlyMap<string, ColumnRole> =>
  new Map(
    file.settings.flatMap(({ scope, what, value }) => {
      const role = scope.kind === 'column' && what === 'role' && ROLES.find((one) => one === value)
      return role ? [[scope.of, role] as const] : []
    }),
  )

/**
 * What would become of the file's columns. One whose name the board has not goes where a person chose, else to the first
 * column with the same role or the one next to it, else to the first of all: a board keeps its columns unless somebody
 * wants a new one.
 */
export function matchBoard(file: FileBoard, target: JoinTarget, choices: ColumnChoices): Joining {
  const roles = rolesIn(file)
  const counts = new Map<string, number>()
  for (const card of file.cards) {
    const column = card.journey.at(-1)?.column ?? ''
    if (!isPutAway(card)) counts.set(column, (counts.get(column) ?? 0) + 1)
  }
  const columns = file.columns
    .filter((column) => !column.archived)
    .map(({ key, name }): ColumnMatch => {
      const same = target.columns.find((column) => plain(column.name) === plain(name))
      const chosen = choices[key]
      const isThere = chosen === NEW_COLUMN || target.columns.some((column) => column.id === chosen)
      const role = roles.get(key)
      const rest =
        target.columns.find((column) => column.role === role) ??
        target.columns.find((column) => column.role === NEXT_TO[role ?? 'done']) ??
        target.columns[0]
      const to = same?.id ?? (isThere && chosen !== undefined ? chosen : (rest?.id ?? NEW_COLUMN))
      return { key, name, cards: counts.get(key) ?? 0, to, isSameName: same !== undefined }
    })
  const over = target.columns.flatMap(({ id, name, limit, used }) => {
    const coming = columns.reduce((sum, column) => sum + (column.to === id ? column.cards : 0), 0)
    const cards = used + coming
    return limit !== null && coming > 0 && cards > limit ? [{ name, limit, cards }] : []
  })
  const lanes = new Set(target.lanes.map((lane) => plain(lane.name)))
  return {
    columns,
    over,
    blockersLeft: file.blockers.length,
    lanesLeft: file.lanes.filter((lane) => !lanes.has(plain(lane.name))).map((lane) => lane.name),
  }
}

/** Ids on the board by the file's keys, for what has the same name on both. */
function idsByKey<T extends { readonly key: string; readonly name: string }>(
  parts: readonly T[],
  there: readonly Named[],
  fits: (part: T, one: Named) => boolean = () => true,
): ReadonlyMap<string, string> {
  return new Map(
    parts.flatMap((part) => {
      const found = there.find((one) => plain(one.name) === plain(part.name) && fits(part, one))
      return found ? [[part.key, found.id] as const] : []
    }),
  )
}

/** Steps within what is one column of the board are one stay. */
function shortened(card: FileCard, columnOf: (key: string) => string): FileCard {
  const journey = card.journey.filter((step, index) => {
    const before = card.journey[index - 1]
    return !before || step.kind === 'archived' || columnOf(step.column) !== columnOf(before.column)
  })
  return journey.length === card.journey.length ? card : { ...card, journey }
}

/** What brings a file's cards onto a board. */
export interface JoinWriting extends TakeInArgs, ToTakeIn {
  /** The cards with their journeys, words and comments, to be written one after the other: nobody sees them yet. */
  readonly parts: readonly (readonly Change[])[]
}

/** The import's id and rush, and its frame and then its parts, each made as it is asked for. */
function writingOnto(file: FileBoard, target: JoinTarget, choices: ColumnChoices, options: WriteOptions) {
  const { columns } = matchBoard(file, target, choices)
  const ids = {
    column: new Map(columns.flatMap(({ key, to }) => (to === NEW_COLUMN ? [] : [[key, to] as const]))),
    lane: idsByKey(file.lanes, target.lanes),
    type: idsByKey(file.types, target.types),
    field: idsByKey(file.fields, target.fields, (field, { id }) => {
      const there = target.fields.find((one) => one.id === id)
      const fits = field.kind !== 'choice' || field.choices.every((one) => there?.choices.includes(one))
      return there?.kind === field.kind && fits
    }),
    guest: idsByKey(file.people, target.guests),
    tag: idsByKey(file.tags, target.tags),
  }
  const isNew = (kind: keyof typeof ids) => (part: { readonly key: string }) => !ids[kind].has(part.key)
  const columnOf = (key: string) => ids.column.get(key) ?? key
  const coming: FileBoard = {
    ...file,
    columns: file.columns.filter(isNew('column')),
    groups: [],
    lanes: [],
    types: file.types.filter(isNew('type')),
    fields: file.fields.filter(isNew('field')),
    tags: file.tags.filter(isNew('tag')),
    people: file.people.filter(isNew('guest')),
    reasons: [],
    settings: file.settings.filter(({ scope }) => scope.kind === 'column' && !ids.column.has(scope.of)),
    cards: file.cards.map((card) => shortened(card, columnOf)),
    blockers: [],
  }
  const firstDone = target.columns.findIndex((column) => column.role === 'done')
  const behind = firstDone < 0 ? target.columns.length : firstDone
  const id = derivedId(options.salt, 'import', target.columns.map((column) => column.id).join())
  const onto = {
    import: id,
    ids,
    columnRanks: [target.columns[behind - 1]?.rank ?? null, target.columns[behind]?.rank ?? null] as const,
    typeRank: greatestRank(target.types.map((type) => type.rank)),
    fieldRank: greatestRank(target.fields.map((field) => field.rank)),
    cardRanks: new Map(
      target.columns.flatMap(({ id, lastRank }) => (lastRank === null ? [] : [[id, lastRank] as const])),
    ),
  }
  const rush = file.cards.filter((card) => card.classOfService === 'expedite').length
  return { import: id, rush, changes: writeBoard(coming, options, onto).changes() }
}

/** Plans how the file's cards come onto the board. */
export function joinBoard(
  file: FileBoard,
  target: JoinTarget,
  choices: ColumnChoices,
  options: WriteOptions,
): JoinWriting {
  const { changes, ...whole } = writingOnto(file, target, choices, options)
  const [frame = [], ...parts] = changes
  return { ...whole, parts: parts.filter((part) => part.length > 0), frame }
}

/** What would become of the columns, and what the team's rules are asked about. */
export interface JoiningPlan extends Joining, ToTakeIn {}

/** The plan as far as somebody looks at it before anything is written. */
export function planJoining(
  file: FileBoard,
  target: JoinTarget,
  choices: ColumnChoices,
  options: WriteOptions,
): JoiningPlan {
  const { rush, changes } = writingOnto(file, target, choices, options)
  const [frame = []] = changes
  return { ...matchBoard(file, target, choices), frame, rush }
}

/** The file with its rush as ordinary cards. */
export const asOrdinary = (file: FileBoard): FileBoard => ({
  ...file,
  cards: file.cards.map((card) =>
    card.classOfService === 'expedite' ? { ...card, classOfService: 'standard' } : card,
  ),
})
