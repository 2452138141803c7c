// A card's journey folded: where it stands, since when, when its work began and ended, and whether two people disagree.
import { compareOrdered } from '../kernel'
import type { RoleAt } from './governed'
import type { Half, JourneyEntry } from './records'

/** `double-pull`: more than one person took it. `apart`: it was moved to different columns, or also put away. */
export interface JourneyConflict {
  readonly kind: 'double-pull' | 'apart'
  /** The entries that compete, the oldest first. */
  readonly claims: readonly JourneyEntry[]
}

export interface CardJourney {
  readonly card: string
  /** All entries by (order, id). */
  readonly entries: readonly JourneyEntry[]
  /** Ids of the entries that no other one names: the parents of the next. */
  readonly heads: readonly string[]
  /** The entry that says where the card stands. */
  readonly last: JourneyEntry
  /** The entry that brought the card into its column. */
  readonly arrived: JourneyEntry
  readonly column: string
  readonly half: Half
  /** The lane it was put into, or null; where it is shown is decided in `columns`. */
  readonly lane: string | null
  readonly rank: string
  /** Milliseconds since 1970, clamped: never before the entry's parent, never after its own `order`. */
  readonly enteredAt: number
  /** First entry into an active column in this attempt, or null. */
  readonly startedAt: number | null
  /** Last entry into a done column, or null. */
  readonly finishedAt: number | null
  readonly archived: boolean
  readonly conflict: JourneyConflict | null
  /** Some device's clock was wrong on the way, so that times were clamped. */
  readonly clamped: boolean
}

/** Whose card an entry makes it, or null where it is no taking at all. */
export function holderOf(entry: JourneyEntry): string | null {
  if (entry.kind === 'pulled' || entry.kind === 'invited') return entry.by
  return entry.kind === 'handed-over' || entry.kind === 'settled' ? (entry.with ?? null) : null
}

const greatest = (entries: readonly JourneyEntry[]): JourneyEntry | undefined => {
  let best: JourneyEntry | undefined
  for (const entry of entries) if (!best || compareOrdered(best, entry) < 0) best = entry
  return best
}

/** Keeps what was decided about a limit on the cards it concerned; it moves nothing and claims nothing. */
const isNote = (entry: JourneyEntry): boolean =>
  entry.kind === 'settled' && (entry.outcome === 'raised' || entry.outcome === 'kept')

const isLine = (entries: readonly JourneyEntry[]): boolean => {
  let before: string | undefined
  for (const entry of entries) {
    const { parents } = entry
    if (entry.kind === 'undone' || parents.length > 1 || parents[0] !== before) return false
    before = entry.id
  }
  return true
}

/** One card's entries as a graph, for the journeys that are not a plain line. */
function createGraph(entries: readonly JourneyEntry[]) {
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  const named = new Set(entries.flatMap((entry) => entry.parents))
  const parentsOf = (entry: JourneyEntry): JourneyEntry[] =>
    entry.parents.flatMap((parent) => byId.get(parent) ?? [])

  const stands = new Map<string, JourneyEntry[]>()
  /** An undone move and its undoing count as if neither had been: what stands is what the move was made on. */
  function standing(entry: JourneyEntry): JourneyEntry[] {
    const known = stands.get(entry.id)
    if (known) return known
    // A circle, which only a damaged document has, stands for nothing.
    stands.set(entry.id, [])
    const undone = entry.kind === 'undone' ? parentsOf(entry)[0] : undefined
    const before = undone ? [...new Set(parentsOf(undone).flatMap(standing))] : []
    const found = before.length > 0 ? before : [undone ?? entry]
    stands.set(entry.id, found)
    return found
  }
  const before = (entry: JourneyEntry): JourneyEntry[] => parentsOf(entry).flatMap(standing)

  function ancestors(entry: JourneyEntry): Set<JourneyEntry> {
    const found = new Set<JourneyEntry>()
    const open = parentsOf(entry)
    for (let next = open.pop(); next; next = open.pop()) {
      if (found.has(next)) continue
      found.add(next)
      open.push(...parentsOf(next))
    }
    return found
  }
  /** Those that nobody moved on from. */
  function latest(candidates: readonly JourneyEntry[]): JourneyEntry[] {
    const unique = [...new Set(candidates)]
    if (unique.length < 2) return unique
    const passed = new Set(unique.flatMap((entry) => [...ancestors(entry)]))
    const left = unique.filter((entry) => !passed.has(entry))
    return left.length > 0 ? left : unique
  }
  /** The path that led to an entry, the oldest first, without undone pairs and superseded branches. */
  function path(entry: JourneyEntry): JourneyEntry[] {
    const steps: JourneyEntry[] = []
    const seen = new Set<JourneyEntry>()
    for (let step: JourneyEntry | undefined = entry; step && !seen.has(step); step = greatest(before(step))) {
      steps.push(step)
      seen.add(step)
    }
    return steps.reverse()
  }
  /** The move behind a mere change of order, or behind a note about a limit. */
  const claim = (entry: JourneyEntry): JourneyEntry =>
    path(entry).findLast((step) => step.kind !== 'reordered' && !isNote(step)) ?? entry

  const unnamed = entries.filter((entry) => !named.has(entry.id))
  const heads = unnamed.length > 0 ? unnamed : entries.slice(-1)
  return { heads, standing, latest, path, claim }
}

interface Standing {
  readonly heads: readonly string[]
  readonly path: readonly JourneyEntry[]
  readonly claims: readonly JourneyEntry[]
}

function standingOf(entries: readonly JourneyEntry[]): Standing {
  const lastEntry = entries[entries.length - 1] as JourneyEntry
  if (isLine(entries)) return { heads: [lastEntry.id], path: entries, claims: [] }
  const graph = createGraph(entries)
  const tips = graph.latest(graph.heads.flatMap(graph.standing))
  // A change of order is no claim: where someone else moved the card on meanwhile, the move stands.
  const claimOf = new Map(tips.map((tip) => [tip, graph.claim(tip)]))
  const claims = graph.latest([...claimOf.values()])
  const left = tips.filter((tip) => claims.includes(claimOf.get(tip) as JourneyEntry))
  const tip = greatest(left.length > 0 ? left : tips) ?? lastEntry
  return {
    heads: graph.heads.map((head) => head.id),
    path: graph.path(tip),
    claims: claims.sort(compareOrdered),
  }
}

function conflictOf(claims: readonly JourneyEntry[]): JourneyConflict | null {
  if (claims.length < 2) return null
  const holders = new Set(claims.flatMap((claim) => holderOf(claim) ?? []))
  if (holders.size > 1) return { kind: 'double-pull', claims }
  const columns = new Set(claims.map((claim) => claim.to.column))
  const putAway = claims.filter((claim) => claim.kind === 'archived').length
  return columns.size > 1 || (putAway > 0 && putAway < claims.length) ? { kind: 'apart', claims } : null
}

const COUNTER = 1024

/** When a step is taken to have happened: not after its own logical time, not before the step it builds on. */
const believedAt = (step: JourneyEntry, before: number): number =>
  Math.max(Math.min(step.at, Math.floor(step.order / COUNTER)), before)

/** Insertion sort by (order, id): journeys are short, and opening a board sorts ten thousand of them. */
function sortInPlace(entries: JourneyEntry[]): void {
  for (let i = 1; i < entries.length; i++) {
    const entry = entries[i] as JourneyEntry
    let j = i - 1
    while (j >= 0 && compareOrdered(entries[j] as JourneyEntry, entry) > 0) {
      entries[j + 1] = entries[j] as JourneyEntry
      j--
    }
    entries[j + 1] = entry
  }
}

/**
 * The fold of one card's entries, which must not be empty; takes the array over. Any order of the same entries gives
 * the same journey. The place is the head greatest by (order, id), of those that are more than a change of order.
 */
export function foldJourney(entries: JourneyEntry[], roleAt: RoleAt): CardJourney {
  sortInPlace(entries)
  const { heads, path, claims } = standingOf(entries)
  const last = path[path.length - 1] as JourneyEntry
  let arrived = path[0] as JourneyEntry
  let column: string | undefined
  let at = -Infinity
  let enteredAt = arrived.at
  let startedAt: number | null = null
  let finishedAt: number | null = null
  let archived = false
  let clamped = false
  for (const step of path) {
    const believed = believedAt(step, at)
    if (believed !== step.at) clamped = true
    at = believed
    if (step.kind === 'archived') archived = true
    else if (step.kind !== 'reordered' && !isNote(step)) archived = false
    if (step.to.column === column) continue
    column = step.to.column
    arrived = step
    enteredAt = at
    const role = roleAt(column, at)
    if (role === 'done') {
      startedAt ??= at
      finishedAt = at
    } else {
      finishedAt = null
      if (role === 'active') startedAt ??= at
      else if (role !== 'waiting') startedAt = null
    }
  }
  if (claims.length > 1) archived = claims.every((claim) => claim.kind === 'archived')
  return {
    card: last.card,
    entries,
    heads,
    last,
    arrived,
    column: last.to.column,
    half: last.to.half,
    lane: last.to.lane ?? null,
    rank: last.to.rank,
    enteredAt,
    startedAt,
    finishedAt,
    archived,
    conflict: conflictOf(claims),
    clamped,
  }
}

/** The path of a journey: the entries that led to the card's place, without undone pairs and superseded branches. */
export const pathOf = (journey: CardJourney): readonly JourneyEntry[] => standingOf(journey.entries).path

export interface JourneyStep {
  readonly entry: JourneyEntry
  /** Milliseconds since 1970, clamped as in the fold. Measures use this and never `entry.at`. */
  readonly at: number
}

/** The path with its times, for measures. */
export function stepsOf(journey: CardJourney): readonly JourneyStep[] {
  let at = -Infinity
  return pathOf(journey).map((entry) => {
    at = believedAt(entry, at)
    return { entry, at }
  })
}
