// What changes to the team's directory come to among the acts that a team may agree about.
import type { Act, Change } from '../kernel'
import { documentRows, invitationRows, peopleRows } from './records'
import type { TeamSnapshot } from './snapshot'

/**
 * Bringing somebody in is an act, whether they are shown the way in or put on the list; saying who one is oneself is
 * not. Putting a board or map away is one too.
 */
export function teamActs(team: TeamSnapshot, changes: readonly Change[], person: string): readonly Act[] {
  return changes.flatMap((change): Act[] => {
    if (
      change.kind === 'create' &&
      change.in === peopleRows.name &&
      change.id !== person &&
      team.people.length > 0
    )
      return [{ kind: 'invite-person', touches: [change.id] }]
    if (change.kind === 'create' && change.in === invitationRows.name) return [{ kind: 'invite-person' }]
    const isPutAway =
      change.kind === 'set' &&
      change.in === documentRows.name &&
      change.field === 'archived' &&
      change.value === true
    return isPutAway ? [{ kind: 'archive' }] : []
  })
}
