// The columns of the team's boards by name, for rules that are about one of them: the boards are opened one after another.
import { boardDocument } from '@yokoten/shared/board'
import type { BoardSnapshot } from '@yokoten/shared/board'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { useDocument, useSnapshot } from '../react'
import type { Readable } from '../session/api'
import { text } from '../text'
import type { AppTeam } from './device-context'
import { useDocuments } from './use-documents'

type Names = ReadonlyMap<string, string>

interface OneProps {
  readonly team: AppTeam
  readonly id: string
  readonly onNames: (board: string, names: Names) => void
}

const columnNames = (board: BoardSnapshot): Names =>
  new Map(
    [...board.columnsById.values()].filter((one) => !one.archived).map((one) => [one.id, one.name] as const),
  )

const isSame = (a: Names, b: Names): boolean =>
  a.size === b.size && [...a].every(([id, name]) => b.get(id) === name)

function Follow({ id, onNames, board }: Omit<OneProps, 'team'> & { board: Readable<BoardSnapshot> }) {
  const names = useSnapshot(board, columnNames, isSame)
  useEffect(() => onNames(id, names), [id, names, onNames])
  return null
}

function ReadBoard({ team, ...rest }: OneProps) {
  const handle = useDocument(team, boardDocument, `board/${rest.id}`)
  return handle ? <Follow {...rest} board={handle} /> : null
}

/** Reads the names into `onColumns`; with several boards each column says whose it is. */
export function TeamColumns({ team, onColumns }: { team: AppTeam; onColumns: (columns: Names) => void }) {
  const boards = useDocuments(team, 'board')
  const [read, setRead] = useState<ReadonlyMap<string, Names>>(new Map())
  const onNames = useCallback(
    (board: string, names: Names) => setRead((before) => new Map(before).set(board, names)),
    [],
  )
  const columns = useMemo(
    () =>
      new Map(
        boards.flatMap((board) =>
          [...(read.get(board.id) ?? [])].map(
            ([id, column]) =>
              [
                id,
                boards.length === 1 ? column : text('app.team.column', { column, board: board.name }),
              ] as const,
          ),
        ),
      ),
    [boards, read],
  )
  useEffect(() => onColumns(columns), [columns, onColumns])
  const unread = boards.findIndex(({ id }) => !read.has(id))
  const wanted = unread === -1 ? boards : boards.slice(0, unread + 1)
  return wanted.map(({ id }) => <ReadBoard key={id} team={team} id={id} onNames={onNames} />)
}
