// The rooms of an open team inside the shell: which page, under which name, and what an empty room offers.
import { KanbanSquare, Workflow } from 'lucide-react'
import { Suspense, lazy, useCallback, useEffect, useMemo, useState } from 'react'
import { Redirect, useLocation } from 'wouter'
import { Button } from '../design/button'
import { EmptyState } from '../design/empty-state'
import type { Raising } from '../features/playbook'
import { useSnapshot } from '../react'
import { text } from '../text'
import type { TextId } from '../text'
import { Asking, useMayAsk } from './asking'
import type { DocumentKind } from './document-contents'
import { useDevice } from './device-context'
import type { AppTeam } from './device-context'
import { DocumentSwitcher } from './document-switcher'
import { ErrorBoundary } from './error-boundary'
import { ImportBoard } from './import-board'
import { lastDocument, lastPlace } from './last-place'
import {
  BoardPage,
  LeadingPage,
  LinePage,
  MapPage,
  PlaybookRoom,
  PurposePage,
  SettingsPage,
  TeamPage,
  WallPage,
} from './pages'
import { usePermit, usePlaybookAtHand } from './playbook/at-hand'
import { documentPath, roomPath, teamPath, valuePaths, wallPath } from './routes'
import type { Place } from './routes'
import { SharingPill } from './sharing-pill'
import { Shell } from './shell'
import shell from './shell.module.css'
import { TeamFinds } from './team-finds'
import { useDocuments } from './use-documents'
import { appVersion } from './version'
import { TeamViews } from './team-views'
import { Waiting } from './waiting'

const NewDocumentDialog = lazy(() => import('./new-document-dialog'))
const NewDocumentForm = lazy(() => import('./new-document-form'))

interface DocumentRoomProps {
  readonly team: AppTeam
  readonly onRaise: (raising: Raising) => void
  readonly kind: DocumentKind
  readonly id: string | undefined
}

/** A link to a board or map that this device does not know of, or not yet. */
function NotHere({ team, kind }: { team: AppTeam; kind: DocumentKind }) {
  const [, navigate] = useLocation()
  return (
    <EmptyState
      icon={kind === 'board' ? KanbanSquare : Workflow}
      title={text(`app.notHere.${kind}`)}
      acts={
        <Button onPress={() => navigate(roomPath(team.teamId, kind))}>
          {text(`app.notHere.${kind}Act`)}
        </Button>
      }
    >
      {text('app.notHere.words')}
    </EmptyState>
  )
}

function DocumentRoom({ team, kind, id, onRaise }: DocumentRoomProps) {
  const documents = useDocuments(team, kind)
  const isListed = useSnapshot(
    team.directory,
    (directory) => id !== undefined && directory.documentsById.get(id)?.kind === kind,
  )
  const [, navigate] = useLocation()
  const [isImporting, setImporting] = useState(false)
  useEffect(() => {
    if (id !== undefined && isListed) lastDocument.set(team.teamId, kind, id)
  }, [team.teamId, kind, id, isListed])
  const { canI, here, proposed } = usePlaybookAtHand()
  const notes = useCallback(
    (item: string) => here(`${kind === 'board' ? 'card' : 'step'}:${id}/${item}`),
    [here, kind, id],
  )
  const mayAsk = useMayAsk(team)
  const ask = useMemo(() => {
    if (id === undefined || !mayAsk) return {}
    return {
      onAsk: (item: string, named: string) =>
        onRaise({
          kind: 'help',
          about:
            kind === 'board'
              ? { kind: 'card', board: id, card: item }
              : { kind: 'step', map: id, step: item },
          named,
        }),
    }
  }, [id, kind, mayAsk, onRaise])
  if (id !== undefined && !isListed) return <NotHere team={team} kind={kind} />
  if (id !== undefined)
    return kind === 'board' ? (
      <BoardPage
        key={id}
        team={team}
        documentId={`board/${id}`}
        purposePath={teamPath(team.teamId, 'purpose')}
        onWall={() => navigate(wallPath(team.teamId, id))}
        {...ask}
        onCanI={canI}
        notes={notes}
        proposed={proposed(`board:${id}`)}
      />
    ) : (
      <MapPage
        key={id}
        team={team}
        documentId={`map/${id}`}
        purposePath={teamPath(team.teamId, 'purpose')}
        {...ask}
        notes={notes}
      />
    )
  const last = lastDocument.get(team.teamId, kind)
  const target = documents.find((document) => document.id === last) ?? documents[0]
  // The import lists its board before it has said what came in.
  if (target && !isImporting) return <Redirect to={documentPath(team.teamId, kind, target.id)} replace />
  const isBoard = kind === 'board'
  return (
    <EmptyState
      icon={isBoard ? KanbanSquare : Workflow}
      title={text(isBoard ? 'app.empty.board' : 'app.empty.map')}
    >
      <p style={{ marginBottom: 20 }}>{text(isBoard ? 'app.empty.boardWords' : 'app.empty.mapWords')}</p>
      {team.directory.writable === true ? (
        <>
          <NewDocumentForm team={team} kind={kind} />
          {isBoard && (
            <p style={{ marginTop: 12 }}>
              <Button look="quiet" onPress={() => setImporting(true)}>
                {text('team.documents.import')}
              </Button>
            </p>
          )}
          {isImporting && <ImportBoard team={team} onClose={() => setImporting(false)} />}
        </>
      ) : (
        text('app.empty.viewOnly')
      )}
    </EmptyState>
  )
}

function TeamRoom({ team }: { team: AppTeam }) {
  const device = useDevice()
  const permit = usePermit()
  const [, navigate] = useLocation()
  const [making, setMaking] = useState<DocumentKind>()
  const [isImporting, setImporting] = useState(false)
  const [backup, setBackup] = useState<File>()
  return (
    <>
      <TeamPage
        backup={backup}
        onBackupDone={() => setBackup(undefined)}
        onImport={() => setImporting(true)}
        appVersion={appVersion}
        team={team}
        device={device}
        paths={valuePaths(team.teamId)}
        permit={permit}
        onOpenDocument={(kind, id) => navigate(documentPath(team.teamId, kind, id))}
        onNewDocument={setMaking}
        onLeave={(teamId) => {
          lastPlace.forget()
          navigate(teamId === undefined ? '/teams' : roomPath(teamId, 'board'))
        }}
      />
      <Suspense>
        {making && <NewDocumentDialog team={team} kind={making} onClose={() => setMaking(undefined)} />}
      </Suspense>
      {isImporting && (
        <ImportBoard
          team={team}
          onClose={() => setImporting(false)}
          onBackup={(file) => {
            setImporting(false)
            setBackup(file)
          }}
        />
      )}
    </>
  )
}

/** The team's own page, or one of those that it leads to. */
function TeamPages({ team, page }: { team: AppTeam; page: string | undefined }) {
  const paths = useMemo(() => valuePaths(team.teamId), [team.teamId])
  const { here } = usePlaybookAtHand()
  switch (page) {
    case 'purpose':
      return <PurposePage team={team} paths={paths} />
    case 'leading':
      return <LeadingPage team={team} paths={paths} />
    case 'line':
      return <LinePage team={team} paths={paths} proposedFor={(value) => here(`value:${value}`)} />
    case 'rules':
    case 'decisions':
    case 'turns':
      return <PlaybookRoom team={team} page={page} />
    default:
      return (
        <>
          <TeamViews team={team.teamId} here="people" />
          <TeamRoom team={team} />
        </>
      )
  }
}

function WallRoom({ team, id }: { team: AppTeam; id: string | undefined }) {
  const [, navigate] = useLocation()
  const leave = useCallback(
    () =>
      navigate(id === undefined ? roomPath(team.teamId, 'board') : documentPath(team.teamId, 'board', id)),
    [navigate, team.teamId, id],
  )
  return <WallPage team={team} board={id} onLeave={leave} />
}

const TEAM_HEADINGS: ReadonlyMap<string | undefined, TextId> = new Map([
  ['purpose', 'team.purpose'],
  ['leading', 'team.leading'],
  ['line', 'team.line'],
  ['decisions', 'playbook.decisions'],
  ['turns', 'playbook.turns'],
] as const)

/** The team's name and, beside it, what it is there for. */
function TeamHeading({ team }: { team: AppTeam }) {
  const name = useSnapshot(team.directory, (directory) => directory.name)
  const value = useSnapshot(
    team.directory,
    ({ values, valuesById }) => valuesById.get(values[0] ?? '')?.words ?? '',
  )
  return (
    <>
      <h1>{name || text('app.room.team')}</h1>
      {value !== '' && <span className={shell.sub}>{text('app.team.value', { value })}</span>}
    </>
  )
}

function Heading({ team, place }: { team: AppTeam; place: Place }) {
  if (place.room === 'board' || place.room === 'map')
    return <DocumentSwitcher team={team} kind={place.room} id={place.id} />
  if (place.room === 'settings') return <h1>{text('app.room.settings')}</h1>
  const page = TEAM_HEADINGS.get(place.id)
  return page === undefined ? <TeamHeading team={team} /> : <h1>{text(page)}</h1>
}

interface RoomProps {
  readonly team: AppTeam
  readonly place: Place
  readonly onRaise: (raising: Raising) => void
}

function Room({ team, place, onRaise }: RoomProps) {
  switch (place.room) {
    case 'board':
    case 'map':
      return <DocumentRoom team={team} kind={place.room} id={place.id} onRaise={onRaise} />
    case 'team':
      return <TeamPages team={team} page={place.id} />
    case 'settings':
      return <SettingsPage team={team} />
    case 'wall':
      return <WallRoom team={team} id={place.id} />
  }
}

export function TeamRooms({ team, place }: { team: AppTeam; place: Place }) {
  const [path] = useLocation()
  const [raising, setRaising] = useState<Raising>()
  const mayAsk = useMayAsk(team)
  const { band } = usePlaybookAtHand()
  const name = useSnapshot(team.directory, (directory) => directory.name)
  useEffect(() => {
    if (place.room !== 'settings') lastPlace.set(path)
  }, [path, place.room])
  useEffect(() => {
    document.title = name ? `${name} · ${text('app.name')}` : text('app.name')
  }, [name])
  const room = (
    <ErrorBoundary resetKey={path}>
      <Suspense fallback={<Waiting />}>
        <Room team={team} place={place} onRaise={setRaising} />
      </Suspense>
    </ErrorBoundary>
  )
  if (place.room === 'wall') return room
  return (
    <Shell
      team={team.teamId}
      room={place.room}
      heading={<Heading team={team} place={place} />}
      {...(mayAsk && { onAsk: () => setRaising({ kind: 'help' }) })}
      sharing={<SharingPill sharing={team.sharing} />}
      band={band}
    >
      {room}
      <TeamFinds team={team} here={place.id} />
      <Asking team={team} raising={raising} onRaise={setRaising} />
    </Shell>
  )
}
