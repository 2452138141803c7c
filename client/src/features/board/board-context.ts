// What every part of the board needs and nobody passes down: the document, the people, what can be done, what is usual.
import { createContext, useContext } from 'react'
import type { ReactNode } from 'react'
import type { BoardSnapshot, Calendar } from '@yokoten/shared/board'
import type { Table } from '@yokoten/shared/kernel'
import type { Person, TeamSnapshot } from '@yokoten/shared/team'
import type { DocumentHandle, TeamSession } from '../../session/api'
import type { BoardActs } from './acts'
import type { BoardAgeing } from './board-ageing'

export interface BoardContextValue {
  readonly handle: DocumentHandle<BoardSnapshot>
  readonly team: TeamSession<TeamSnapshot>
  readonly people: Table<Person>
  /** The person at this device, or undefined for a viewer. */
  readonly me: string | undefined
  readonly canWrite: boolean
  readonly isPhone: boolean
  readonly calendar: Calendar
  readonly ageing: BoardAgeing
  readonly acts: BoardActs
  openCard(card: string): void
  /** Leads to the page on whom the team works for; left out where there is none. */
  readonly purposePath?: string | undefined
  /** Shows the board on the wall; left out where there is none. */
  readonly openWall?: (() => void) | undefined
  /** Asks the team about a card; left out where one cannot. */
  readonly askTeam?: ((card: string, named: string) => void) | undefined
  /** What else belongs to a card, as the app knows it. */
  readonly notes?: ((card: string) => ReactNode) | undefined
}

export const BoardContext = createContext<BoardContextValue | undefined>(undefined)

export function useBoard(): BoardContextValue {
  const value = useContext(BoardContext)
  if (!value) throw new Error('A part of the board stands outside of it.')
  return value
}
