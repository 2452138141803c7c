// The teams this device belongs to: their secrets, and who the person here is.
import type { KnownTeam, Readable } from './api'
import type { KeyStore } from './key-store'
import { createCell } from './readable'

export interface TeamRecord {
  /** The fragment of the team's link, `#` included. */
  readonly invitation: string
  readonly mode: 'edit' | 'view'
  readonly name: string
  readonly person: string | undefined
  /** Random id of this device in this team. */
  readonly device: string
  /** Milliseconds since 1970; teams are listed in this order. */
  readonly since: number
}

export interface KnownTeams {
  readonly list: Readable<readonly KnownTeam[]>
  /** Resolves when the list has been read from the disk. */
  readonly loaded: Promise<void>
  get(teamId: string): TeamRecord | undefined
  /** Resolves when it is on the disk; rejects with a `StorageError`, then the team is known to this tab only. */
  put(teamId: string, record: TeamRecord): Promise<void>
  remove(teamId: string): Promise<void>
}

const PREFIX = 'team/'

const isTeamRecord = (value: unknown): value is TeamRecord =>
  typeof value === 'object' &&
  value !== null &&
  'invitation' in value &&
  typeof value.invitation === 'string' &&
  'device' in value &&
  typeof value.device === 'string'

export function openKnownTeams(store: KeyStore): KnownTeams {
  const records = new Map<string, TeamRecord>()
  const list = createCell<readonly KnownTeam[]>([])
  const publish = () =>
    list.set(
      [...records]
        .sort(([, a], [, b]) => a.since - b.since)
        .map(([teamId, { name, mode, person }]) => ({ teamId, name, mode, person })),
    )
  const loaded = store.list(PREFIX).then(
    (values) => {
      for (const { key, value } of values)
        if (isTeamRecord(value)) records.set(key.slice(PREFIX.length), value)
      publish()
    },
    // A disk that cannot be read knows no teams; invitations still open them.
    () => undefined,
  )
  return {
    list,
    loaded,
    get: (teamId) => records.get(teamId),
    async put(teamId, record) {
      records.set(teamId, record)
      publish()
      await store.write([{ key: PREFIX + teamId, value: record }])
    },
    async remove(teamId) {
      records.delete(teamId)
      publish()
      await store.write([], [PREFIX + teamId])
    },
  }
}
