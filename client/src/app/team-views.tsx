// The ways to look at the team's room: its people, and what they have agreed on who can act when.
import { useLocation } from 'wouter'
import { BarViews } from '../design/page-bar'
import { Segmented } from '../design/segmented'
import { text } from '../text'
import { roomPath, teamPath } from './routes'

export type TeamView = 'people' | 'rules'

export function TeamViews({ team, here }: { team: string; here: TeamView }) {
  const [, navigate] = useLocation()
  return (
    <BarViews>
      <Segmented<TeamView>
        label={text('app.team.views')}
        value={here}
        onChange={(view) => navigate(view === 'people' ? roomPath(team, 'team') : teamPath(team, view))}
        segments={[
          { id: 'people', label: text('app.team.people') },
          { id: 'rules', label: text('playbook.title') },
        ]}
      />
    </BarViews>
  )
}
