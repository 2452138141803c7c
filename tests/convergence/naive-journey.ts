// The rules of a card's journey once more, over lists and without a thought for speed: what the fold is checked against.
import { ROLES } from '@yokoten/shared/board'
import type { ColumnRole, JourneyEntry, SettingEntry } from '@yokoten/shared/board'

export interface NaiveJourney {
  readonly heads: readonly string[]
  readonly last: string
  readonly column: string
  readonly half: string
  readonly claims: readonly string[]
  readonly archived: boolean
  readonly enteredAt: number
  readonly startedAt: number | null
  readonly finishedAt: number | null
}

const byOrder = (
  a: { readonly order: number; readonly id: string },
  b: { readonly order: number; readonly id: string },
) => a.order - b.order || (a.id < b.id ? -1 : 1)

/** The role of a column at a time: the last said by then; the first said also holds before. */
export function naiveRole(settings: readonly SettingEntry[], column: string, at: number): ColumnRole {
  const said = settings
    .filter(({ scope, what }) => what === 'role' && scope.kind === 'column' && scope.id === column)
    .sort(byOrder)
    .flatMap((entry) => {
      const role = ROLES.find((one) => one === entry.value)
      return role ? [{ role, at: entry.at }] : []
    })
  return said.findLast((one) => one.at <= at)?.role ?? said[0]?.role ?? 'backlog'
}

/** A change of order moves a card nowhere, and neither does a note of what was decided about a limit. */
const movesIt = ({ kind, outcome }: JourneyEntry) =>
  kind !== 'reordered' && !(kind === 'settled' && (outcome === 'raised' || outcome === 'kept'))

/** The journey of one card's entries, of which there is at least one. */
export function naiveJourney(
  entries: readonly JourneyEntry[],
  roleAt: (column: string, at: number) => ColumnRole,
): NaiveJourney {
  const all = [...entries].sort(byOrder)
  const parents = (one: JourneyEntry) => all.filter(({ id }) => one.parents.includes(id))
  const above = (one: JourneyEntry, found = new Set<JourneyEntry>()): Set<JourneyEntry> => {
    for (const parent of parents(one))
      if (!found.has(parent)) {
        found.add(parent)
        above(parent, found)
      }
    return found
  }
  const greatest = (some: readonly JourneyEntry[]) => [...some].sort(byOrder).at(-1) as JourneyEntry
  const unique = (some: readonly JourneyEntry[]) => [...new Set(some)].sort(byOrder)
  /** An undoing counts as what stood before the move that it undoes. */
  const standing = (one: JourneyEntry): JourneyEntry[] => {
    const undone = one.kind === 'undone' ? all.find(({ id }) => id === one.parents[0]) : undefined
    if (!undone) return [one]
    const before = parents(undone).flatMap(standing)
    return before.length > 0 ? before : [undone]
  }
  const newest = (some: readonly JourneyEntry[]) =>
    some.filter((one) => !some.some((other) => above(other).has(one)))
  const before = (one: JourneyEntry) => unique(parents(one).flatMap(standing))
  const path = (one: JourneyEntry): JourneyEntry[] =>
    before(one).length > 0 ? [...path(greatest(before(one))), one] : [one]
  const move = (one: JourneyEntry) => path(one).findLast(movesIt) ?? one

  const heads = all.filter((one) => !all.some((other) => other.parents.includes(one.id)))
  const tips = newest(unique(heads.flatMap(standing)))
  const claims = newest(unique(tips.map(move)))
  const last = greatest(tips.filter((tip) => claims.includes(move(tip))))
  const steps = path(last)

  let time = -Infinity
  const timed = steps.map((step) => {
    time = Math.max(time, Math.min(step.at, Math.floor(step.order / 1024)))
    return { step, at: time }
  })
  const arrivals = timed.filter(({ step }, i) => step.to.column !== timed[i - 1]?.step.to.column)
  let startedAt: number | null = null
  let finishedAt: number | null = null
  for (const { step, at } of arrivals) {
    const role = roleAt(step.to.column, at)
    finishedAt = role === 'done' ? at : null
    if (role === 'backlog' || role === 'ready') startedAt = null
    else if (role !== 'waiting') startedAt ??= at
  }
  const lastWord = steps.findLast(movesIt)
  return {
    heads: heads.map(({ id }) => id),
    last: last.id,
    column: last.to.column,
    half: last.to.half,
    claims: claims.map(({ id }) => id),
    archived:
      claims.length > 1 ? claims.every(({ kind }) => kind === 'archived') : lastWord?.kind === 'archived',
    enteredAt: arrivals.at(-1)?.at ?? last.at,
    startedAt,
    finishedAt,
  }
}
