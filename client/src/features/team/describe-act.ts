// What changes to the team's directory would come to, for those who are asked about them.
import type { Change } from '@yokoten/shared/kernel'
import type { TeamSnapshot } from '@yokoten/shared/team'
import type { DescribedAct } from '../../input'
import { text } from '../../text'

function titleOf(team: TeamSnapshot, change: Change): string | undefined {
  if (change.kind === 'create' && change.in === 'people')
    return text('team.wish.person', { name: String(change.row.name ?? '') })
  if (change.kind === 'create' && change.in === 'invitations')
    return text('team.wish.invite', { name: String(change.row.name ?? '') })
  if (change.kind !== 'set' || change.field !== 'archived') return undefined
  const isAway = change.value === true
  if (change.in === 'documents')
    return text(isAway ? 'team.wish.archive' : 'team.wish.restore', {
      name: team.documentsById.get(change.id)?.name ?? '',
    })
  if (change.in === 'people')
    return text(isAway ? 'team.wish.personGone' : 'team.wish.person', {
      name: team.peopleById.get(change.id)?.name ?? '',
    })
  return undefined
}

export function describeTeamAct(team: TeamSnapshot, changes: readonly Change[]): DescribedAct {
  const title = changes.map((change) => titleOf(team, change)).find((one) => one !== undefined)
  return { title: title ?? text('team.wish.other'), lines: [] }
}
