// Limits of every scope: how full each is, which of them a card would come under, and which one refuses it first.
import { isInWork, laneIn, listingOf } from './columns'
import type { Column, Frame } from './columns'
import { LIMIT_KINDS, limitEntryOf, limitOf } from './governed'
import type { LimitKind, LimitScope, Settings } from './governed'
import type { CardJourney } from './journey'
import type { CardRow, ClassOfService } from './records'
import type { Table } from '../kernel'
import type { BoardSnapshot } from './snapshot'
import { sawOf } from './slots'

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

const NONE: ReadonlyMap<string, ScopeLimit> = new Map()
const COUNTED_BY_CARD: readonly LimitKind[] = ['lane', 'class', 'person']

/** What says where a card stands, and as what. */
interface Standing {
  readonly columnsById: ReadonlyMap<string, Column>
  readonly cards: Table<CardRow>
  readonly journeys: Table<CardJourney>
  readonly frame: Frame
}

interface Source extends Standing {
  readonly settings: Settings
  readonly columns: readonly Column[]
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

/** Which columns a scope counts the cards of. */
export const countsIn = (scope: LimitScope, column: Column): boolean => {
  if (scope.kind === 'column') return column.id === scope.id
  if (scope.kind === 'group') return column.group === scope.id
  return isInWork(column)
}

/** Whether a limit counts a card: the same as being one of `cardsUnder`, without walking any list. */
export function isUnder(
  { columnsById, cards, journeys, frame }: Standing,
  scope: LimitScope,
  card: string,
): boolean {
  const row = cards.get(card)
  const journey = journeys.get(card)
  if (!row || row.archived || journey?.archived === true) return false
  const column = columnsById.get(listingOf(frame, journey)?.column ?? '')
  if (!column || column.archived || !countsIn(scope, column)) return false
  if (scope.kind === 'lane') return laneIn(frame, journey) === scope.id
  return scope.kind === 'class' || scope.kind === 'person' ? countsCard(row, scope) : true
}

type Before = Pick<Source, 'settings'> &
  Omit<Standing, 'frame'> & {
    readonly limits: ReadonlyMap<string, ScopeLimit>
    readonly basis: { readonly frame: Frame }
  }

/**
 * The limits that are set, those of columns apart, by `scopeKey`, and how full each is. Without `previous` all cards in
 * work are counted, else only those that changed.
 */
export function projectLimits(
  previous: Before | undefined,
  source: Source,
  changed: ReadonlySet<string>,
): ReadonlyMap<string, ScopeLimit> {
  const isSameFrame = previous?.settings === source.settings && previous.basis.frame === source.frame
  const scopes = isSameFrame ? [...previous.limits.values()].map(({ scope }) => scope) : scopesSet(source)
  if (scopes.length === 0) return NONE
  const countAll = (scope: LimitScope): number =>
    source.columns.reduce((sum, column) => {
      if (!countsIn(scope, column)) return sum
      return (
        sum +
        (COUNTED_BY_CARD.includes(scope.kind) ? cardsIn(source.cards, column, scope).length : column.used)
      )
    }, 0)
  const countChanged = (scope: LimitScope, before: Before, used: number): number => {
    const then = { ...before, frame: before.basis.frame }
    for (const card of changed)
      used += Number(isUnder(source, scope, card)) - Number(isUnder(then, scope, card))
    return used
  }
  const limits = new Map<string, ScopeLimit>()
  for (const scope of scopes) {
    const key = scopeKey(scope)
    const before = previous?.limits.get(key)
    const used =
      before && isSameFrame && COUNTED_BY_CARD.includes(scope.kind)
        ? countChanged(scope, previous, before.used)
        : countAll(scope)
    const limit = limitOf(source.settings, scope) ?? 0
    const limitEntry = limitEntryOf(source.settings, scope) ?? ''
    const isSame = before?.limit === limit && before.limitEntry === limitEntry && before.used === used
    limits.set(key, isSame ? before : scopeLimit(scope, limit, limitEntry, used))
  }
  const isSame =
    previous?.limits.size === limits.size &&
    [...limits].every(([key, limit]) => previous.limits.get(key) === limit)
  return isSame ? previous.limits : limits
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
