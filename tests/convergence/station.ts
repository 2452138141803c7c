// One device of a simulation: its tabs, each with the team, the board and the map open, or dying on the way there.
import { boardDocument } from '@yokoten/shared/board'
import type { BoardSnapshot } from '@yokoten/shared/board'
import { mapDocument } from '@yokoten/shared/map'
import type { MapSnapshot } from '@yokoten/shared/map'
import { addPerson } from '@yokoten/shared/team'
import type { TeamSnapshot } from '@yokoten/shared/team'
import type { DocumentHandle, TeamSession } from '../../client/src/session/api'
import type { VirtualClient, VirtualTab } from '../support/virtual-client'
import type { Ledger } from './ledger'

export const BOARD = 'board/simulated'
export const MAP = 'map/simulated'

/** A tab that has everything open. */
export interface OpenTab {
  readonly tab: VirtualTab
  readonly session: TeamSession<TeamSnapshot>
  readonly team: DocumentHandle<TeamSnapshot>
  readonly board: DocumentHandle<BoardSnapshot>
  readonly map: DocumentHandle<MapSnapshot>
}

export const documentsOf = ({ team, board, map }: OpenTab) => [
  ['team', team as DocumentHandle<unknown>] as const,
  [BOARD, board as DocumentHandle<unknown>] as const,
  [MAP, map as DocumentHandle<unknown>] as const,
]

export interface Station {
  readonly name: string
  readonly person: string
  readonly mode: 'edit' | 'view'
  readonly client: VirtualClient
  /** Tabs that are alive and have everything open. */
  readonly open: readonly OpenTab[]
  /** Begins to open another tab; it is in `open` when it is ready, unless it dies before. */
  begin(options?: { readonly appVersion?: string }): void
  /** What went wrong on the way that was no fault of the simulation's. */
  readonly errors: readonly unknown[]
}

/** `enter` is how a tab comes to the team: creating it, or by a link. */
export function createStation(options: {
  readonly client: VirtualClient
  readonly mode: 'edit' | 'view'
  readonly enter: (tab: VirtualTab) => Promise<TeamSession<TeamSnapshot>>
  readonly ledger: Ledger
  /** Resolves when a person who opened the team goes on to board and map: at once, or when all is connected. */
  readonly linger: () => Promise<void>
}): Station {
  const { client, mode, enter, ledger, linger } = options
  const person = `person-${client.name}`
  const open: OpenTab[] = []
  const errors: unknown[] = []

  async function openAll(tab: VirtualTab): Promise<void> {
    const session = await enter(tab)
    await linger()
    const [board, map] = await Promise.all([
      session.open(boardDocument, BOARD),
      session.open(mapDocument, MAP),
    ])
    const opened: OpenTab = { tab, session, team: session.directory, board, map }
    for (const [name, handle] of documentsOf(opened)) ledger.follow(client.name, name, handle)
    if (session.person.get() === undefined) {
      void session.becomePerson(person)
      session.directory.run(addPerson, { id: person, name: client.name })
    }
    open.push(opened)
  }

  return {
    name: client.name,
    person,
    mode,
    client,
    get open() {
      return open.filter(({ tab }) => tab.isAlive)
    },
    begin(how) {
      openAll(client.openTab(how)).catch((error: unknown) => errors.push(error))
    },
    errors,
  }
}
