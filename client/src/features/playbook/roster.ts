// The people of today, and who of them can do what, as they say of themselves.
import type { Roster } from '@yokoten/shared/playbook'
import { canDo } from '@yokoten/shared/team'
import type { TeamSnapshot } from '@yokoten/shared/team'

export const rosterOf = (team: Pick<TeamSnapshot, 'people' | 'skills' | 'timesById'>): Roster => ({
  people: team.people,
  skills: Object.fromEntries(
    team.skills.map((skill) => [skill, team.people.filter((one) => canDo(team.timesById.get(one), skill))]),
  ),
})
