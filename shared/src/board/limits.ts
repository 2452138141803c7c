// Limits of every scope: how full each is, which of them a card would come under, and which one refuses it first.
import { isInWork, laneIn } from './columns'
import type { Column, Frame } from './columns'
import { LIMIT_KINDS, limitEntryOf, limitOf } from './governed'
import type { LimitKind, LimitScope, Settings } from './governed'
import { pathOf } from './journey'
import type { CardJourney } from './journey'
import type { CardRow, ClassOfService, JourneyEntry } from './records'
import { compareOrdered } from '../kernel'
import type { Table } from '../kernel'
import type { BoardSnapshot } from './snapshot'
import { brokenLimitOf, sawOf, wasUnder } from './slots'
import type { Arrival, BrokenLimit } from './slots'

/** A limit that is set, and how full it is. */
export interface ScopeLimit {
  readonly scope: LimitScope
  readonly limit: number
  /** The entry that set it. */
  readonly limitEntry: string
  readonly used: number
  readonly free: number
  /** Cards beyond the limit. */
  readonly over: number
}

/** The id of the one scope of kind `board`. */
export const WHOLE_BOARD = 'board'
/** What a limit is found by in `BoardSnapshot.limits` and in a card's `taken`. */
export const scopeKey = (scope: LimitScope): string => `${scope.kind}:${scope.id}`

/** Cards of one column by what the limits of lanes, classes and people count. */
export type Tally = ReadonlyMap<string, number>

export interface Limits {
  /** The limits that are set, those of columns apart, by `scopeKey`. */
  readonly limits: ReadonlyMap<string, ScopeLimit>
  /** By column, for the next projection; empty where no limit needs it. */
  readonly tallies: ReadonlyMap<string, Tally>
}

const NOTHING: Limits = { limits: new Map(), tallies: new Map() }
const COUNTED_BY_CARD: readonly LimitKind[] = ['lane', 'class', 'person']

interface Source {
  readonly settings: Settings
  readonly columns: readonly Column[]
  readonly cards: Table<CardRow>
  readonly journeys: Table<CardJourney>
  readonly frame: Frame
}

/** Scopes with a limit, those of columns and of things that were put away apart. */
function scopesSet({ settings, frame }: Pick<Source, 'settings' | 'frame'>): LimitScope[] {
  const scopes: LimitScope[] = []
  for (const [key, governed] of settings) {
    if (!key.startsWith('limit/')) continue
    const { kind, id } = governed.holds.scope
    const isThere =
      (kind === 'group' && frame.groups.has(id)) ||
      (kind === 'lane' && frame.laneIds.has(id)) ||
      (kind === 'board' && id === WHOLE_BOARD) ||
      kind === 'class' ||
      kind === 'person'
    if (isThere && limitOf(settings, { kind, id }) !== null) scopes.push({ kind, id })
  }
  // Settings come in the order in which a device learnt of them.
  return scopes.sort(
    (a, b) => LIMIT_KINDS.indexOf(a.kind) - LIMIT_KINDS.indexOf(b.kind) || (a.id < b.id ? -1 : 1),
  )
}

/** Whether a card of a column in work is one of those that a limit of a class or a person counts. */
const countsCard = (row: CardRow | undefined, { kind, id }: LimitScope): boolean =>
  row !== undefined && (kind === 'class' ? row.classOfService === id : row.people[id]?.state === 'on')

/** The cards of one column that a limit of a lane, class or person counts. */
function cardsIn(cards: Table<CardRow>, column: Column, scope: LimitScope): readonly string[] {
  const { doing, done } = column
  if (scope.kind !== 'lane') return [...doing, ...done].filter((card) => countsCard(cards.get(card), scope))
  const cell = column.cells?.get(scope.id)
  return cell ? [...cell.doing, ...cell.done] : []
}

function tallyOf(cards: Table<CardRow>, column: Column, scopes: readonly LimitScope[]): Tally {
  const tally = new Map<string, number>()
  for (const scope of scopes) tally.set(scopeKey(scope), cardsIn(cards, column, scope).length)
  return tally
}

/** Which columns a scope counts the cards of. */
const countsIn = (scope: LimitScope, column: Column): boolean => {
  if (scope.kind === 'column') return column.id === scope.id
  if (scope.kind === 'group') return column.group === scope.id
  return isInWork(column)
}

interface Before {
  readonly limits: ReadonlyMap<string, ScopeLimit>
  readonly columnsById: ReadonlyMap<string, Column>
  readonly basis: { readonly tallies: ReadonlyMap<string, Tally>; readonly frame: Frame }
}

/**
 * How full every limit is, columns' own apart. Only columns with another card than before, or with a changed one, are
 * counted again.
 */
export function projectLimits(
  previous: Before | undefined,
  source: Source,
  changed: Iterable<string>,
): Limits {
  const scopes = scopesSet(source)
  if (scopes.length === 0) return NOTHING
  const counted = scopes.filter((scope) => COUNTED_BY_CARD.includes(scope.kind))
  const tallies = new Map<string, Tally>()
  if (counted.length > 0) {
    const stale = new Set<string>([source.frame.first ?? ''])
    for (const card of changed) stale.add(source.journeys.get(card)?.column ?? '')
    const isSameFrame =
      previous?.basis.frame === source.frame &&
      previous.limits.size === scopes.length &&
      scopes.every((scope) => previous.limits.has(scopeKey(scope)))
    for (const column of source.columns) {
      if (!isInWork(column)) continue
      const before =
        isSameFrame && previous.columnsById.get(column.id) === column && !stale.has(column.id)
          ? previous.basis.tallies.get(column.id)
          : undefined
      tallies.set(column.id, before ?? tallyOf(source.cards, column, counted))
    }
  }
  const limits = new Map<string, ScopeLimit>()
  for (const scope of scopes) {
    const key = scopeKey(scope)
    let used = 0
    for (const column of source.columns) {
      if (!countsIn(scope, column)) continue
      used += COUNTED_BY_CARD.includes(scope.kind) ? (tallies.get(column.id)?.get(key) ?? 0) : column.used
    }
    const limit = limitOf(source.settings, scope) ?? 0
    const limitEntry = limitEntryOf(source.settings, scope) ?? ''
    const before = previous?.limits.get(key)
    const isSame = before?.limit === limit && before.limitEntry === limitEntry && before.used === used
    limits.set(key, isSame ? before : scopeLimit(scope, limit, limitEntry, used))
  }
  const isSame =
    previous?.limits.size === limits.size &&
    [...limits].every(([key, limit]) => previous.limits.get(key) === limit)
  return { limits: isSame ? previous.limits : limits, tallies }
}

const scopeLimit = (scope: LimitScope, limit: number, limitEntry: string, used: number): ScopeLimit => ({
  scope,
  limit,
  limitEntry,
  used,
  free: Math.max(0, limit - used),
  over: Math.max(0, used - limit),
})

/** A limit of any scope, columns included, or undefined where none is set. */
export function limitOn(
  board: Pick<BoardSnapshot, 'limits' | 'columnsById'>,
  scope: LimitScope,
): ScopeLimit | undefined {
  if (scope.kind !== 'column') return board.limits.get(scopeKey(scope))
  const column = board.columnsById.get(scope.id)
  return column?.limit == null || column.limitEntry === null
    ? undefined
    : scopeLimit(scope, column.limit, column.limitEntry, column.used)
}

/** The cards that a limit counts. Walks the columns in work: asked when something is done, not when it is shown. */
export function cardsUnder(board: BoardSnapshot, scope: LimitScope): string[] {
  const columns = board.columns.filter((column) => countsIn(scope, column))
  return columns.flatMap((column) =>
    COUNTED_BY_CARD.includes(scope.kind)
      ? cardsIn(board.cards, column, scope)
      : [...column.doing, ...column.done],
  )
}

/** Where a card is meant to come, and as what. What is left out stays as it is. */
export interface LimitTarget {
  readonly column: string
  readonly lane?: string | null | undefined
  /** Everybody who would work on it then. */
  readonly people?: readonly string[] | undefined
  readonly classOfService?: ClassOfService | undefined
}

function scopesAt(
  column: Column,
  lane: string | null,
  people: readonly string[],
  classOfService: ClassOfService,
): LimitScope[] {
  if (column.archived) return []
  const scopes: LimitScope[] = [{ kind: 'column', id: column.id }]
  if (column.group !== null) scopes.push({ kind: 'group', id: column.group })
  if (!isInWork(column)) return scopes
  if (lane !== null) scopes.push({ kind: 'lane', id: lane })
  scopes.push({ kind: 'class', id: classOfService })
  for (const id of people) scopes.push({ kind: 'person', id })
  scopes.push({ kind: 'board', id: WHOLE_BOARD })
  return scopes
}

/** Who works on a card now. */
export const peopleOn = (row: Pick<CardRow, 'people'> | undefined): string[] =>
  Object.entries(row?.people ?? {}).flatMap(([id, person]) => (person.state === 'on' ? [id] : []))

/**
 * The limits that a card would newly come under, the tightest first: fewest free slots, then the narrowest scope.
 * Limits that count the card already are left out: there it has its slot. A card that is not on the board, or not
 * there at all, has none.
 */
export function limitsAt(board: BoardSnapshot, card: string, target: LimitTarget): readonly ScopeLimit[] {
  const into = board.columnsById.get(target.column)
  if (!into) return []
  const row = board.cards.get(card)
  const journey = board.journeys.get(card)
  const { frame } = board.basis
  const people = peopleOn(row)
  const lane = laneIn(frame, journey)
  const classOfService = row?.classOfService ?? 'standard'
  const isOnBoard = row !== undefined && !row.archived && journey?.archived !== true
  const from = isOnBoard
    ? (board.columnsById.get(journey?.column ?? '') ?? board.columnsById.get(frame.first ?? ''))
    : undefined
  const has = new Set(from ? scopesAt(from, lane, people, classOfService).map(scopeKey) : [])
  const wanted = scopesAt(
    into,
    target.lane === undefined ? lane : laneIn(frame, { lane: target.lane }),
    target.people ?? people,
    target.classOfService ?? classOfService,
  )
  return wanted
    .filter((scope) => !has.has(scopeKey(scope)))
    .flatMap((scope) => limitOn(board, scope) ?? [])
    .sort((a, b) => a.free - b.free || LIMIT_KINDS.indexOf(a.scope.kind) - LIMIT_KINDS.indexOf(b.scope.kind))
}

/** The limit that refuses a card first, or undefined where it fits everywhere. */
export function fullAt(board: BoardSnapshot, card: string, target: LimitTarget): ScopeLimit | undefined {
  const [tightest] = limitsAt(board, card, target)
  return tightest?.free === 0 ? tightest : undefined
}

/** What an entry keeps of the limits that had room when its card came in; undefined where there were none. */
export function sawAt(board: BoardSnapshot, limits: readonly ScopeLimit[]): string | undefined {
  const roomy = limits.filter((limit) => limit.free > 0)
  if (roomy.length === 0) return undefined
  return sawOf(roomy.map(({ limitEntry, scope }) => ({ limitEntry, cards: cardsUnder(board, scope) })))
}

/**
 * Free slots of a column for a card of the column before it: those of the column, of its group and of the whole board,
 * whichever has fewest. Null where nothing is limited.
 */
export function freeSlotsOf(board: BoardSnapshot, column: string): number | null {
  const into = board.columnsById.get(column)
  if (!into) return null
  const source = board.columns[board.columns.indexOf(into) - 1]
  const has = new Set(source ? scopesAt(source, null, [], 'standard').map(scopeKey) : [])
  let free: number | null = null
  for (const scope of scopesAt(into, null, [], 'standard')) {
    if (scope.kind === 'class' || has.has(scopeKey(scope))) continue
    const limit = limitOn(board, scope)
    if (limit) free = Math.min(free ?? limit.free, limit.free)
  }
  return free
}

/** The entry that brought a card under a scope: the first of those since which it has stayed under it. */
function entryInto(journey: CardJourney, isUnder: (to: JourneyEntry['to']) => boolean): JourneyEntry {
  const path = pathOf(journey)
  let into = path[path.length - 1] ?? journey.last
  for (let i = path.length - 1; i >= 0; i--) {
    const step = path[i] as JourneyEntry
    if (!isUnder(step.to)) break
    into = step
  }
  return into
}

function arrivalOf(board: BoardSnapshot, scope: LimitScope, card: string): Arrival[] {
  const journey = board.journeys.get(card)
  if (!journey) return []
  if (scope.kind === 'column') {
    const { order, id, why, saw } = journey.arrived
    return [{ card, order, id, why, saw }]
  }
  const { frame } = board.basis
  const { order, id, why, saw } = entryInto(journey, (to) => {
    const column = board.columnsById.get(to.column)
    const isIn = column !== undefined && countsIn(scope, column)
    return isIn && (scope.kind !== 'lane' || laneIn(frame, { lane: to.lane ?? null }) === scope.id)
  })
  const moved: Arrival = { card, order, id, why, saw }
  const taken = board.cards.get(card)?.taken[scopeKey(scope)]
  const joined: Arrival | undefined = taken && { card, id, ...taken }
  return [joined && compareOrdered(moved, joined) <= 0 ? joined : moved]
}

/** A limit that a merge broke, of any scope, or null; see `brokenLimitOf`. */
export function brokenAt(board: BoardSnapshot, scope: LimitScope): BrokenLimit | null {
  const held = limitOn(board, scope)
  if (!held || held.over === 0) return null
  const cards = cardsUnder(board, scope)
  const isUnder = wasUnder(held.limitEntry)
  const key = scopeKey(scope)
  const came = cards.filter(
    (card) =>
      isUnder(board.cards.get(card)?.taken[key]?.saw) ||
      board.journeys.get(card)?.entries.some((entry) => isUnder(entry.saw)),
  )
  if (came.length < 2) return null
  return brokenLimitOf(
    held,
    cards.flatMap((card) => arrivalOf(board, scope, card)),
  )
}
