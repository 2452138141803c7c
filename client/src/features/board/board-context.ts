// What every part of the board needs and nobody passes down: the document, the people, who is here, the time.
import { createContext, useContext } from 'react'
import type { BoardSnapshot } from '@yokoten/shared/board'
import type { Table } from '@yokoten/shared/kernel'
import type { Person } from '@yokoten/shared/team'
import type { DocumentHandle, TeamSession } from '../../session/api'
import type { TeamSnapshot } from '@yokoten/shared/team'
import type { BoardActs } from './acts'

export interface BoardContextValue {
  readonly handle: DocumentHandle<BoardSnapshot>
  readonly team: TeamSession<TeamSnapshot>
  readonly people: Table<Person>
  /** The person at this device, or undefined for a viewer. */
  readonly me: string | undefined
  readonly canWrite: boolean
  readonly isPhone: boolean
  /** IANA name. */
  readonly timeZone: string
  readonly acts: BoardActs
}

export const BoardContext = createContext<BoardContextValue | undefined>(undefined)

export function useBoard(): BoardContextValue {
  const value = useContext(BoardContext)
  if (!value) throw new Error('A part of the board stands outside of it.')
  return value
}
