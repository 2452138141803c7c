// Everything inside one team: opens it, asks who is at the device, and shows the room the address names.
import { KeyRound } from 'lucide-react'
import { Suspense, useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import { useLocation } from 'wouter'
import { Button } from '../design/button'
import { EmptyState } from '../design/empty-state'
import { VisuallyHidden } from '../design/visually-hidden'
import { useReadable } from '../react'
import { text } from '../text'
import { useDevice, useTeamKeeper } from './device-context'
import type { AppTeam } from './device-context'
import { lastPlace, wantedPlace } from './last-place'
import { PlaybookKeeper, WhoPage } from './pages'
import type { Place, Room } from './routes'
import { TeamRooms } from './team-rooms'
import { Waiting } from './waiting'

type Opened =
  | { readonly state: 'opening' }
  | { readonly state: 'open'; readonly team: AppTeam }
  | { readonly state: 'failed' }

function useTeam(teamId: string): Opened {
  const keeper = useTeamKeeper()
  const [opened, setOpened] = useState<Opened>({ state: 'opening' })
  useEffect(() => {
    let gone = false
    keeper.take(teamId).then(
      (team) => !gone && setOpened({ state: 'open', team }),
      () => !gone && setOpened({ state: 'failed' }),
    )
    return () => {
      gone = true
    }
  }, [keeper, teamId])
  return opened
}

/** A wall is nobody's, and who can only look need not say who they are. */
function Person({ team, room, children }: { team: AppTeam; room: Room; children: ReactNode }) {
  const person = useReadable(team.person)
  if (person !== undefined || team.mode === 'view' || room === 'wall') return children
  return <WhoPage team={team} onDone={() => undefined} />
}

/** A link that leads into a team which this device has not joined, or has left. */
function NotJoined({ team, hasTeams }: { team: string; hasTeams: boolean }) {
  const [, navigate] = useLocation()
  return (
    <main>
      <h1>
        <VisuallyHidden>{text('app.name')}</VisuallyHidden>
      </h1>
      <EmptyState
        icon={KeyRound}
        title={text('app.notJoined')}
        acts={
          <Button
            look="main"
            onPress={() => {
              wantedPlace.set(team, location.pathname + location.search)
              lastPlace.forget()
              navigate('/teams')
            }}
          >
            {text(hasTeams ? 'app.notJoined.actOther' : 'app.notJoined.act')}
          </Button>
        }
      >
        {text('app.notJoined.words')}
      </EmptyState>
    </main>
  )
}

/** Give it the team's id as its key: it belongs to one team. */
export function TeamPlace({ place }: { place: Place }) {
  const device = useDevice()
  const teams = useReadable(device.teams)
  const isKnown = teams.some((team) => team.teamId === place.team)
  const opened = useTeam(place.team)
  if (opened.state === 'open')
    return (
      <Person team={opened.team} room={place.room}>
        <Suspense fallback={<Waiting />}>
          <PlaybookKeeper team={opened.team} isWall={place.room === 'wall'}>
            <TeamRooms team={opened.team} place={place} />
          </PlaybookKeeper>
        </Suspense>
      </Person>
    )
  if (opened.state === 'opening') return <Waiting />
  if (!isKnown) return <NotJoined team={place.team} hasTeams={teams.length > 0} />
  return (
    <main>
      <EmptyState
        title={text('app.team.failed')}
        acts={
          <>
            <Button
              onPress={() => {
                lastPlace.forget()
                location.assign('/teams')
              }}
            >
              {text('app.error.start')}
            </Button>
            <Button look="main" onPress={() => location.reload()}>
              {text('app.error.reload')}
            </Button>
          </>
        }
      >
        {text('app.team.failedWords')}
      </EmptyState>
    </main>
  )
}
