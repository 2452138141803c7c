// Limits that a merge broke: which cards came under one while their people were apart, kept at the cost of what changes.
import { compareOrdered, emptyTable, withRows } from '../kernel'
import type { Table } from '../kernel'
import { laneIn } from './columns'
import type { LimitScope, Settings } from './governed'
import { pathOf } from './journey'
import type { CardJourney } from './journey'
import { cardsUnder, countsIn, isUnder, limitOn, scopeKey } from './limits'
import type { ScopeLimit } from './limits'
import type { JourneyEntry } from './records'
import { seenUnder, tagOf } from './slots'
import type { BoardSnapshot } from './snapshot'

export interface BrokenLimit {
  readonly scope: LimitScope
  /** The column's id where the limit is a column's, else null. */
  readonly column: string | null
  readonly limit: number
  readonly used: number
  /** The cards that came in apart, the earliest first: each fitted by what its writer saw. */
  readonly cards: readonly string[]
}

/** How a card came under a limit: the entry that brought it in, or what was kept when it joined later. */
interface Arrival {
  readonly order: number
  /** Ties of `order` are broken by it. */
  readonly id: string
  readonly why?: string | undefined
  readonly saw?: string | undefined
}

/** A card that came in under the limit in force while its writer saw room there. */
interface Newcomer extends Arrival {
  readonly tag: string
  /** Tags of the cards that its writer saw. */
  readonly seen: ReadonlySet<string>
  /** Newcomers of which neither writer saw the other's card. */
  readonly apartFrom: number
}

/**
 * A card under a limit of which something is to be kept. `reasoned`: it came in beyond the limit, with a reason.
 * `unknown`: how it came is not here yet. Cards without a word, which are most, are not held.
 */
type Held = 'reasoned' | 'unknown' | 'newcomer'

/** How the cards under one exceeded limit came there. */
export interface Arrivals {
  readonly limitEntry: string
  readonly held: Table<Held>
  readonly reasoned: number
  readonly unknown: number
  /** By card. */
  readonly newcomers: ReadonlyMap<string, Newcomer>
}

/** The entry that brought a card under a scope: the first of those since which it has stayed under it. */
function entryInto(journey: CardJourney, isUnderIt: (to: JourneyEntry['to']) => boolean): JourneyEntry {
  const path = pathOf(journey)
  let into = path[path.length - 1] ?? journey.last
  for (let i = path.length - 1; i >= 0; i--) {
    const step = path[i] as JourneyEntry
    if (!isUnderIt(step.to)) break
    into = step
  }
  return into
}

function arrivalOf(board: BoardSnapshot, scope: LimitScope, card: string, journey: CardJourney): Arrival {
  if (scope.kind === 'column') return journey.arrived
  const { frame } = board.basis
  const moved = entryInto(journey, (to) => {
    const column = board.columnsById.get(to.column)
    const isIn = column !== undefined && countsIn(scope, column)
    return isIn && (scope.kind !== 'lane' || laneIn(frame, { lane: to.lane ?? null }) === scope.id)
  })
  const taken = board.cards.get(card)?.taken[scopeKey(scope)]
  const joined: Arrival | undefined = taken && { id: moved.id, ...taken }
  return joined && compareOrdered(moved, joined) <= 0 ? joined : moved
}

/** Neither writer saw the other's card. */
const areApart = (a: Newcomer, b: Newcomer): boolean => !a.seen.has(b.tag) && !b.seen.has(a.tag)

/** Counts for each newcomer those it is apart from, as one comes or goes. */
function withNewcomer(newcomers: Map<string, Newcomer>, card: string, next: Newcomer | undefined): void {
  const before = newcomers.get(card)
  newcomers.delete(card)
  let apartFrom = 0
  for (const [id, other] of newcomers) {
    const isApart = next !== undefined && areApart(next, other)
    if (isApart) apartFrom++
    const change = Number(isApart) - Number(before !== undefined && areApart(before, other))
    if (change !== 0) newcomers.set(id, { ...other, apartFrom: other.apartFrom + change })
  }
  if (next) newcomers.set(card, { ...next, apartFrom })
}

const isSameArrival = (a: Newcomer, b: Newcomer): boolean =>
  a.order === b.order && a.id === b.id && a.saw === b.saw

const NOBODY: Arrivals = {
  limitEntry: '',
  held: emptyTable<Held>(),
  reasoned: 0,
  unknown: 0,
  newcomers: new Map(),
}

/** The arrivals with those of some cards looked at again, all of which are under the limit or have been. */
function lookAgain(
  before: Arrivals,
  board: BoardSnapshot,
  scope: LimitScope,
  cards: Iterable<string>,
): Arrivals {
  const { limitEntry } = before
  const updates = new Map<string, Held | undefined>()
  const come = new Map<string, Newcomer | undefined>()
  let { reasoned, unknown } = before
  const look = (card: string): Held | undefined => {
    if (!isUnder({ ...board, frame: board.basis.frame }, scope, card)) return undefined
    const journey = board.journeys.get(card)
    if (!journey) return 'unknown'
    const { order, id, why, saw } = arrivalOf(board, scope, card, journey)
    const seen = seenUnder(saw, limitEntry)
    if (seen === null) return why === undefined ? undefined : 'reasoned'
    come.set(card, { order, id, saw, tag: tagOf(card), seen, apartFrom: 0 })
    return 'newcomer'
  }
  for (const card of cards) {
    const was = before.held.get(card)
    const now = look(card)
    if (was === 'newcomer' && now !== 'newcomer') come.set(card, undefined)
    if (was === now) continue
    updates.set(card, now)
    reasoned += Number(now === 'reasoned') - Number(was === 'reasoned')
    unknown += Number(now === 'unknown') - Number(was === 'unknown')
  }
  let newcomers: Map<string, Newcomer> | undefined
  for (const [card, next] of come) {
    const had = before.newcomers.get(card)
    if (had && next && isSameArrival(had, next)) continue
    withNewcomer((newcomers ??= new Map(before.newcomers)), card, next)
  }
  if (updates.size === 0 && !newcomers) return before
  return {
    limitEntry,
    held: withRows(before.held, updates),
    reasoned,
    unknown,
    newcomers: newcomers ?? before.newcomers,
  }
}

/**
 * A limit that a merge broke, or null. Only entries count that were made under the limit in force and saw room under
 * it; two of them came apart when neither writer saw the other's card.
 */
function brokenOf({ scope, limit, used: counted }: ScopeLimit, arrivals: Arrivals): BrokenLimit | null {
  const used = counted - arrivals.unknown
  if (used - arrivals.reasoned <= limit) return null
  const apart = [...arrivals.newcomers].filter(([, newcomer]) => newcomer.apartFrom > 0)
  if (apart.length === 0) return null
  const cards = apart.sort(([, a], [, b]) => compareOrdered(a, b)).map(([card]) => card)
  return { scope, column: scope.kind === 'column' ? scope.id : null, limit, used, cards }
}

/** Limits with more cards than fit: columns first, in flow order. */
const exceeded = (board: BoardSnapshot): readonly ScopeLimit[] => [
  ...board.columns.flatMap((column) =>
    column.over > 0 ? (limitOn(board, { kind: 'column', id: column.id }) ?? []) : [],
  ),
  ...[...board.limits.values()].filter((limit) => limit.over > 0),
]

const isSameBroken = (a: BrokenLimit, b: BrokenLimit): boolean =>
  a.limit === b.limit &&
  a.used === b.used &&
  a.cards.length === b.cards.length &&
  a.cards.every((card, index) => card === b.cards[index])

interface Before {
  readonly settings: Settings
  readonly brokenLimits: readonly BrokenLimit[]
  readonly basis: Pick<BoardSnapshot['basis'], 'frame' | 'arrivals'>
}
type Projected = Pick<BoardSnapshot, 'brokenLimits'> & Pick<BoardSnapshot['basis'], 'arrivals'>

const NONE: Projected = { brokenLimits: [], arrivals: new Map() }

/** Limits of every scope that a merge broke. Without `previous` from nothing, else only the changed cards anew. */
export function projectBrokenLimits(
  previous: Before | undefined,
  board: BoardSnapshot,
  changed: ReadonlySet<string>,
): Projected {
  const over = exceeded(board)
  if (over.length === 0) return NONE
  const isSameFrame = previous?.settings === board.settings && previous.basis.frame === board.basis.frame
  const arrivals = new Map<string, Arrivals>()
  const broken: BrokenLimit[] = []
  for (const limit of over) {
    const { scope, limitEntry } = limit
    const key = scopeKey(scope)
    const known = isSameFrame ? previous.basis.arrivals.get(key) : undefined
    const now = known
      ? lookAgain(known, board, scope, changed)
      : lookAgain({ ...NOBODY, limitEntry }, board, scope, cardsUnder(board, scope))
    arrivals.set(key, now)
    const found = brokenOf(limit, now)
    if (!found) continue
    const before = previous?.brokenLimits.find((one) => scopeKey(one.scope) === key)
    broken.push(before && isSameBroken(before, found) ? before : found)
  }
  const isSame =
    previous?.brokenLimits.length === broken.length &&
    broken.every((one, index) => one === previous.brokenLimits[index])
  return { brokenLimits: isSame ? previous.brokenLimits : broken, arrivals }
}
