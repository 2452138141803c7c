// Requests to the team: open or not, who answered first and how long it took, folded from their rows.
import { compareOrdered } from '../kernel'
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
