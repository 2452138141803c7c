// What every part of "Who can act when" reaches: the playbook, the people, what was agreed, and the way on where an act is not free.
import type { Away, Command, NotFree } from '@yokoten/shared/kernel'
import type { Now, PlaybookRefused, PlaybookSnapshot, Roster } from '@yokoten/shared/playbook'
import type { TeamSnapshot } from '@yokoten/shared/team'
import { createContext, useContext, useMemo } from 'react'
import { useNow, useReadable, useSnapshot } from '../../react'
import type { DocumentHandle, TeamSession, Unwritable } from '../../session/api'
import { rulesAway } from './agreement'
import { rosterOf } from './roster'

/** Where this room's pages lead to: addresses that the app builds and hands in. */
export interface PlaybookPaths {
  readonly rules: string
  readonly decisions: string
  readonly turns: string
  readonly card: (board: string, card: string) => string
  readonly step: (map: string, step: string) => string
}

export type Refused = PlaybookRefused | Unwritable | NotFree

/** What came of an act: it was done, it is up to the team now, or why neither. */
export type Acted = 'done' | 'asked' | Refused

export interface PlaybookRoom {
  readonly handle: DocumentHandle<PlaybookSnapshot>
  readonly team: TeamSession<TeamSnapshot>
  /** The person at this device, or undefined for a viewer. */
  readonly me: string | undefined
  readonly canWrite: boolean
  readonly isPhone: boolean
  /** The time zone of this device, for a team that has not said when it works. */
  readonly zone: string
  readonly paths: PlaybookPaths
  readonly nameOf: (person: string) => string
  /** Names of the boards' columns, by id, as far as they are known. */
  readonly columns: ReadonlyMap<string, string>
  /** Runs a command on the playbook. What is not free opens the way to a proposal. */
  readonly act: <A, R extends PlaybookRefused>(command: Command<PlaybookSnapshot, A, R>, args: A) => Acted
}

export const PlaybookContext = createContext<PlaybookRoom | undefined>(undefined)

export function usePlaybookRoom(): PlaybookRoom {
  const room = useContext(PlaybookContext)
  if (!room) throw new Error('No playbook: PlaybookPage provides one.')
  return room
}

/** Selects from the playbook. */
export const usePlaybook = <T>(
  select: (playbook: PlaybookSnapshot) => T,
  isEqual?: (a: T, b: T) => boolean,
): T => useSnapshot(usePlaybookRoom().handle, select, isEqual)

/** Why the team's rules cannot be read on this device, if they cannot. */
export function useRulesAway(): Away | undefined {
  const { handle, team } = usePlaybookRoom()
  const directory = useReadable(team.directory)
  return useSnapshot(handle, () => rulesAway(directory, handle))
}

export function useRoster(): Roster {
  const directory = useReadable(usePlaybookRoom().team.directory)
  return useMemo(() => rosterOf(directory), [directory])
}

/** The team's time, a minute old at most, and whether a meeting point has confirmed it. */
export function useTeamNow(): Now {
  const { handle, team } = usePlaybookRoom()
  const here = useNow()
  const offset = useReadable(team.relayOffset)
  const { caughtUp } = useReadable(handle.sharing)
  const isSure = offset !== undefined && caughtUp
  return useMemo(() => ({ at: here + (offset ?? 0), isSure }), [here, offset, isSure])
}
