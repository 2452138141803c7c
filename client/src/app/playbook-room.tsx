// Who can act when, inside the team's room: which of its pages, and where it leads.
import { Suspense, lazy, useMemo, useState } from 'react'
import { PlaybookPage } from '../features/playbook'
import type { AppTeam } from './device-context'
import { playbookPaths } from './routes'
import { TeamViews } from './team-views'

const TeamColumns = lazy(async () => ({ default: (await import('./team-columns')).TeamColumns }))

interface PlaybookRoomProps {
  readonly team: AppTeam
  readonly page: 'rules' | 'decisions' | 'turns'
}

export function PlaybookRoom({ team, page }: PlaybookRoomProps) {
  const paths = useMemo(() => playbookPaths(team.teamId), [team.teamId])
  const [columns, setColumns] = useState<ReadonlyMap<string, string>>()
  return (
    <>
      {page === 'rules' && <TeamViews team={team.teamId} here="rules" />}
      <PlaybookPage team={team} page={page} paths={paths} {...(columns && { columns })} />
      <Suspense>{page === 'rules' && <TeamColumns team={team} onColumns={setColumns} />}</Suspense>
    </>
  )
}
