// The rooms of an open team inside the shell: which page, under which name, and what an empty room offers.
import { KanbanSquare, Workflow } from 'lucide-react'
import { Suspense, useEffect } from 'react'
import { Redirect, useLocation } from 'wouter'
import { EmptyState } from '../design/empty-state'
import { useSnapshot } from '../react'
import { text } from '../text'
import type { DocumentKind } from './document-contents'
import type { AppTeam } from './device-context'
import { DocumentSwitcher } from './document-switcher'
import { ErrorBoundary } from './error-boundary'
import { lastDocument, lastPlace } from './last-place'
import { NewDocumentForm } from './new-document'
import { BoardPage, MapPage, TeamPage } from './pages'
import { documentPath } from './routes'
import type { Place } from './routes'
import { SettingsPage } from './settings-page'
import { SharingPill } from './sharing-pill'
import { Shell } from './shell'
import { useDocuments } from './use-documents'
import { Waiting } from './waiting'

interface DocumentRoomProps {
  readonly team: AppTeam
  readonly kind: DocumentKind
  readonly id: string | undefined
}

function DocumentRoom({ team, kind, id }: DocumentRoomProps) {
  const documents = useDocuments(team, kind)
  useEffect(() => {
    if (id !== undefined) lastDocument.set(team.teamId, kind, id)
  }, [team.teamId, kind, id])
  if (id !== undefined) {
    const Page = kind === 'board' ? BoardPage : MapPage
    return <Page key={id} team={team} documentId={`${kind}/${id}`} />
  }
  const last = lastDocument.get(team.teamId, kind)
  const target = documents.find((document) => document.id === last) ?? documents[0]
  if (target) return <Redirect to={documentPath(team.teamId, kind, target.id)} replace />
  const isBoard = kind === 'board'
  return (
    <EmptyState
      icon={isBoard ? KanbanSquare : Workflow}
      title={text(isBoard ? 'app.empty.board' : 'app.empty.map')}
    >
      <p style={{ marginBottom: 20 }}>{text(isBoard ? 'app.empty.boardWords' : 'app.empty.mapWords')}</p>
      {team.directory.writable === true ? (
        <NewDocumentForm team={team} kind={kind} />
      ) : (
        text('app.empty.viewOnly')
      )}
    </EmptyState>
  )
}

function Heading({ team, place }: { team: AppTeam; place: Place }) {
  const name = useSnapshot(team.directory, (directory) => directory.name)
  if (place.room === 'board' || place.room === 'map')
    return <DocumentSwitcher team={team} kind={place.room} id={place.id} />
  if (place.room === 'settings') return <h1>{text('app.room.settings')}</h1>
  return <h1>{name || text('app.room.team')}</h1>
}

function Room({ team, place }: { team: AppTeam; place: Place }) {
  switch (place.room) {
    case 'board':
    case 'map':
      return <DocumentRoom team={team} kind={place.room} id={place.id} />
    case 'team':
      return <TeamPage team={team} />
    case 'settings':
      return <SettingsPage team={team} />
  }
}

export function TeamRooms({ team, place }: { team: AppTeam; place: Place }) {
  const [path] = useLocation()
  const name = useSnapshot(team.directory, (directory) => directory.name)
  useEffect(() => {
    if (place.room !== 'settings') lastPlace.set(path)
  }, [path, place.room])
  useEffect(() => {
    document.title = name ? `${name} · ${text('app.name')}` : text('app.name')
  }, [name])
  return (
    <Shell
      team={team.teamId}
      room={place.room}
      heading={<Heading team={team} place={place} />}
      sharing={<SharingPill sharing={team.sharing} />}
    >
      <ErrorBoundary resetKey={path}>
        <Suspense fallback={<Waiting />}>
          <Room team={team} place={place} />
        </Suspense>
      </ErrorBoundary>
    </Shell>
  )
}
