// Requests to the team: open or not, who answered first and how long it took, folded from their rows.
import { compareOrdered, nearestRank } from '../kernel'
import type { Table } from '../kernel'
import type { RequestRow } from './records-people'

export interface RequestState {
  readonly isOpen: boolean
  /** When somebody else first answered (ms since 1970), or null. */
  readonly firstResponse: number | null
  /** When it was resolved, last and for good; null while it is open. */
  readonly resolved: number | null
  readonly reopened: number
}

/** What has become of a request. A time before it was raised counts as the moment it was raised. */
export function requestState(row: RequestRow): RequestState {
  const turns = Object.entries(row.turns)
    .map(([id, turn]) => ({ id, ...turn }))
    .sort(compareOrdered)
  const last = turns.at(-1)
  const isOpen = last?.kind !== 'resolved'
  const others = Object.entries(row.answers).flatMap(([person, answer]) =>
    person === row.by ? [] : Math.max(row.at, answer.at),
  )
  const byOthers = turns.filter((turn) => turn.kind === 'resolved' && turn.by !== row.by)
  const responses = [...others, ...byOthers.map((turn) => Math.max(row.at, turn.at))]
  return {
    isOpen,
    firstResponse: responses.length > 0 ? Math.min(...responses) : null,
    resolved: last && !isOpen ? Math.max(row.at, last.at) : null,
    reopened: turns.filter((turn) => turn.kind === 'reopened').length,
  }
}

/** The open ones, the oldest first. */
export const requestsOpen = (requests: Table<RequestRow>): readonly RequestRow[] =>
  [...requests.values()]
    .filter((row) => requestState(row).isOpen)
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))

/** How the team answers what is asked of it. Times in ms; null where there is none yet. */
export interface RequestFigures {
  readonly raised: number
  readonly open: number
  readonly answered: number
  /** Raised to the first answer of somebody else. */
  readonly firstResponse: number | null
  readonly resolved: number
  /** Raised to resolved, of those that stayed so. */
  readonly toResolved: number | null
  /** Resolved at least once and then not. */
  readonly reopened: number
}

/** Medians by nearest rank, over all requests that were raised. */
export function requestFigures(requests: Table<RequestRow>): RequestFigures {
  const all = [...requests.values()].map((row) => ({ row, state: requestState(row) }))
  const times = (end: (one: (typeof all)[number]) => number | null) =>
    all
      .flatMap((one) => {
        const at = end(one)
        return at === null ? [] : at - one.row.at
      })
      .sort((a, b) => a - b)
  const median = (sorted: readonly number[]) => (sorted.length === 0 ? null : nearestRank(sorted, 50))
  const responses = times(({ state }) => state.firstResponse)
  const resolutions = times(({ state }) => state.resolved)
  return {
    raised: all.length,
    open: all.filter(({ state }) => state.isOpen).length,
    answered: responses.length,
    firstResponse: median(responses),
    resolved: resolutions.length,
    toResolved: median(resolutions),
    reopened: all.filter(({ state }) => state.reopened > 0).length,
  }
}
