// Gives the parts of this room what they share: the open playbook, who is at this device, and how acts are done.
import { useMemo } from 'react'
import type { ReactNode } from 'react'
import type { PlaybookSnapshot } from '@yokoten/shared/playbook'
import type { TeamSnapshot } from '@yokoten/shared/team'
import { useNarrow } from '../../design/use-media'
import { useReadable, useSnapshot } from '../../react'
import type { DocumentHandle, TeamSession } from '../../session/api'
import { text } from '../../text'
import { PlaybookContext } from './playbook-context'
import type { PlaybookPaths, PlaybookRoom, Refused } from './playbook-context'

const NO_COLUMNS: ReadonlyMap<string, string> = new Map()

interface ProviderProps {
  readonly team: TeamSession<TeamSnapshot>
  readonly handle: DocumentHandle<PlaybookSnapshot>
  readonly paths: PlaybookPaths
  /** Names of the boards' columns, by id: rules may be about one of them. */
  readonly columns?: ReadonlyMap<string, string>
  readonly children: ReactNode
}

/** What the parts of this room share, for a page or for what is mounted elsewhere. */
export function PlaybookProvider({ team, handle, paths, columns = NO_COLUMNS, children }: ProviderProps) {
  const me = useReadable(team.person)
  const people = useSnapshot(team.directory, (directory) => directory.peopleById)
  const isPhone = useNarrow()
  const canWrite = handle.writable === true && me !== undefined
  const room = useMemo<PlaybookRoom>(
    () => ({
      handle,
      team,
      me,
      canWrite,
      isPhone,
      zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      paths,
      columns,
      nameOf: (person) => people.get(person)?.name || text('playbook.somebody'),
      act(command, args) {
        const done = handle.run(command, args)
        if (done.ok) return 'done'
        const refused: Refused = done.error
        // Who keeps the agreement has been handed it, as from every other room.
        return refused.reason === 'not-free' ? 'asked' : refused
      },
    }),
    [handle, team, me, people, canWrite, isPhone, paths, columns],
  )
  return <PlaybookContext value={room}>{children}</PlaybookContext>
}
