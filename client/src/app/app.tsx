// The app: which page the address names, and what is there on every page.
import { Suspense, lazy, useCallback, useEffect, useMemo, useState } from 'react'
import { Redirect, useLocation } from 'wouter'
import { appearance } from '../design/appearance'
import { ToastRegion } from '../design/toast-region'
import { useActions } from '../input'
import { listenToKeyboard } from '../input/keyboard'
import { registry } from '../input/registry'
import type { Updates } from '../pwa/updates'
import { useReadable } from '../react'
import { appActions } from './app-actions'
import { DeviceContext, useDevice, useTeamKeeper } from './device-context'
import type { AppDevice, AppTeam } from './device-context'
import { ErrorBoundary } from './error-boundary'
import { lastPlace, wantedPlace } from './last-place'
import { StartPage } from './pages'
import { ROUTES, pathOfLink, placeOf, roomPath } from './routes'
import type { TeamKeeper } from './team-keeper'
import { TeamPlace } from './team-place'
import { UpdatePrompt } from './update-prompt'
import { UpdatesContext } from './updates-context'
import { Waiting } from './waiting'

const CommandPalette = lazy(() => import('./command-palette'))
const CodeScanner = lazy(() => import('./code-scanner'))
const KeyboardHelp = lazy(() => import('./keyboard-help'))

function Start() {
  const device = useDevice()
  const keeper = useTeamKeeper()
  const [, navigate] = useLocation()
  const enter = useCallback(
    (team: AppTeam) => {
      keeper.adopt(team)
      navigate(wantedPlace.take(team.teamId) ?? roomPath(team.teamId, 'board'))
    },
    [keeper, navigate],
  )
  return <StartPage device={device} onEnter={enter} placeIn={pathOfLink} onPlace={navigate} />
}

function Screen() {
  const [path] = useLocation()
  const place = useMemo(() => placeOf(path), [path])
  if (place) return <TeamPlace key={place.team} place={place} />
  if (path === '/') {
    const last = lastPlace.get()
    return last !== undefined && placeOf(last) ? <Redirect to={last} replace /> : <Start />
  }
  if (path === '/teams' || path === ROUTES.join) return <Start />
  return <Redirect to="/teams" replace />
}

type Layer = 'palette' | 'help' | 'scanner'

interface AppProps {
  readonly device: AppDevice
  readonly keeper: TeamKeeper
  readonly updates: Updates
}

export function App({ device, keeper, updates }: AppProps) {
  const provided = useMemo(() => ({ device, keeper }), [device, keeper])
  const [path, navigate] = useLocation()
  const [layer, setLayer] = useState<Layer>()
  const { letters } = useReadable(appearance)
  useEffect(() => listenToKeyboard(registry, () => appearance.get().letters === 'on'), [])
  const team = placeOf(path)?.team
  useActions(
    useMemo(
      () =>
        appActions({
          team,
          navigate,
          openPalette: () => setLayer('palette'),
          openHelp: () => setLayer('help'),
          openScanner: () => setLayer('scanner'),
        }),
      [team, navigate],
    ),
    'app',
  )
  const close = () => setLayer(undefined)
  return (
    <DeviceContext value={provided}>
      <UpdatesContext value={updates}>
        <ErrorBoundary resetKey={path}>
          <Suspense fallback={<Waiting />}>
            <Screen />
          </Suspense>
          <Suspense>
            {layer === 'palette' && <CommandPalette onClose={close} />}
            {layer === 'scanner' && <CodeScanner onClose={close} />}
            {layer === 'help' && <KeyboardHelp onClose={close} withLetters={letters === 'on'} />}
          </Suspense>
        </ErrorBoundary>
        <UpdatePrompt updates={updates} />
        <ToastRegion />
      </UpdatesContext>
    </DeviceContext>
  )
}
