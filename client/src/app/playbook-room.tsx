// Who can act when, inside the team's room: which of its pages, and where it leads.
import { useMemo } from 'react'
import type { AppTeam } from './device-context'
import { PlaybookPage } from './pages'
import { playbookPaths } from './routes'
import { TeamViews } from './team-views'

interface PlaybookRoomProps {
  readonly team: AppTeam
  readonly page: 'rules' | 'decisions' | 'turns'
}

export function PlaybookRoom({ team, page }: PlaybookRoomProps) {
  const paths = useMemo(() => playbookPaths(team.teamId), [team.teamId])
  return (
    <>
      {page === 'rules' && <TeamViews team={team.teamId} here="rules" />}
      <PlaybookPage team={team} page={page} paths={paths} />
    </>
  )
}
