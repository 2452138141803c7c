// Devices in one process for tests of whole sessions: a fake relay between them, short waits, disks that can fail.
import { createCheapCrypto } from '@yokoten/shared/sync/test-support'
import type { TeamSnapshot } from '@yokoten/shared/team'
import { addPerson } from '@yokoten/shared/team'
import { expect, vi } from 'vitest'
import type { TeamSession } from '../api'
import { createDeviceOn } from '../device'
import { createMemoryPorts } from '../memory-ports'
import type { Ports } from '../ports'
import type { FakeRelay } from './fake-relay'

export type Team = TeamSession<TeamSnapshot>

/** Waits a fiftieth of what it should, so that healing and retrying do not make tests slow. */
export const hasty: Ports['after'] = (ms, run) => {
  const timer = setTimeout(run, ms / 50)
  return () => clearTimeout(timer)
}
const randomBytes = (n: number) => crypto.getRandomValues(new Uint8Array(n))

type Parts = NonNullable<Parameters<typeof createMemoryPorts>[0]>

/** Ports with a cheap seal, no compression and, where given, the fake relay. */
export const testPorts = (relay: FakeRelay | undefined, parts: Parts = {}): Ports =>
  createMemoryPorts({
    after: hasty,
    crypto: async () => createCheapCrypto(randomBytes),
    compression: undefined,
    ...(relay ? { relays: ['ws://relay'], openSocket: relay.openSocket } : {}),
    ...parts,
  })

export async function joinTeam(link: string | undefined, ports: Ports): Promise<Team> {
  const joined = await createDeviceOn(ports).join(link ?? '')
  if (!joined.ok) throw new Error('a fresh invitation is one')
  return joined.value
}
export function add(team: Team, id: string): void {
  const added = team.directory.run(addPerson, { id, name: id })
  if (!added.ok) throw new Error(JSON.stringify(added.error))
}
export const peopleOf = (team: Team): readonly string[] => [...team.directory.get().people].sort()
export const until = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: 8_000, interval: 5 })
export const delivered = (team: Team): Promise<void> =>
  until(() => expect(team.sharing.get()).toMatchObject({ changed: 0, kept: 0, connection: 'connected' }))
export const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
