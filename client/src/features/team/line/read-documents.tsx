// Opens the team's boards and maps one after another for as long as the line is looked at, and tells what they hold.
import { boardDocument } from '@yokoten/shared/board'
import { mapDocument } from '@yokoten/shared/map'
import { useEffect, useMemo } from 'react'
import type { BoardSnapshot } from '@yokoten/shared/board'
import type { MapSnapshot } from '@yokoten/shared/map'
import type { DocumentEntry, TeamSnapshot } from '@yokoten/shared/team'
import { useDocument, useReadable } from '../../../react'
import type { DocumentHandle, TeamSession } from '../../../session/api'
import { boardWork, mapWork } from './team-work'
import type { DocumentWork } from './team-work'

export type OnWork = (document: string, work: DocumentWork) => void

interface ReadProps {
  readonly id: string
  readonly onWork: OnWork
}

function useTell(id: string, work: DocumentWork, onWork: OnWork): void {
  useEffect(() => onWork(id, work), [id, work, onWork])
}

function FollowBoard({ id, onWork, handle }: ReadProps & { handle: DocumentHandle<BoardSnapshot> }) {
  const board = useReadable(handle)
  useTell(
    id,
    useMemo(() => boardWork(id, board), [id, board]),
    onWork,
  )
  return null
}

function FollowMap({ id, onWork, handle }: ReadProps & { handle: DocumentHandle<MapSnapshot> }) {
  const map = useReadable(handle)
  useTell(
    id,
    useMemo(() => mapWork(id, map), [id, map]),
    onWork,
  )
  return null
}

type Team = TeamSession<TeamSnapshot>

function ReadBoard({ team, ...rest }: ReadProps & { team: Team }) {
  const handle = useDocument(team, boardDocument, `board/${rest.id}`)
  return handle ? <FollowBoard {...rest} handle={handle} /> : null
}

function ReadMap({ team, ...rest }: ReadProps & { team: Team }) {
  const handle = useDocument(team, mapDocument, `map/${rest.id}`)
  return handle ? <FollowMap {...rest} handle={handle} /> : null
}

interface ReadDocumentsProps {
  readonly team: Team
  readonly documents: readonly DocumentEntry[]
  /** Documents whose work is known. */
  readonly read: ReadonlyMap<string, DocumentWork>
  readonly onWork: OnWork
}

/** The next one is opened when those before it are read, so that a team with many boards can look at the first ones. */
export default function ReadDocuments({ team, documents, read, onWork }: ReadDocumentsProps) {
  const unread = documents.findIndex(({ id }) => !read.has(id))
  const wanted = unread === -1 ? documents : documents.slice(0, unread + 1)
  return wanted.map(({ kind, id }) =>
    kind === 'board' ? (
      <ReadBoard key={id} team={team} id={id} onWork={onWork} />
    ) : (
      <ReadMap key={id} team={team} id={id} onWork={onWork} />
    ),
  )
}
