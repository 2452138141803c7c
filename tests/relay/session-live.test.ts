// Whole sessions against the real relay with real cryptography: live, apart, wiped, set back, viewing.
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createDeviceOn, createMemoryDevice, createMemoryPorts } from '@yokoten/client/session'
import type { Ports, TeamSession } from '@yokoten/client/session'
import { addPerson } from '@yokoten/shared/team'
import type { TeamSnapshot } from '@yokoten/shared/team'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { openNodeSocket } from '../support/node-socket'
import { startRelayProcess } from '../support/relay-process'
import type { RelayProcess } from '../support/relay-process'

type Team = TeamSession<TeamSnapshot>
let folder: string
let relay: RelayProcess
const open: Team[] = []

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'yokoten-session-'))
  relay = await startRelayProcess({ dataDir: join(folder, 'data') })
})
afterEach(async () => {
  await Promise.all(open.splice(0).map((team) => team.close()))
  await relay.kill()
  rmSync(folder, { recursive: true, force: true })
})

/** Healing waits up to ten seconds at random in production; here waits are a tenth of that. */
const quick: Ports['after'] = (ms, run) => {
  const timer = setTimeout(run, ms < 10_000 ? ms / 10 : ms)
  return () => clearTimeout(timer)
}
const portsOf = (parts: Parameters<typeof createMemoryPorts>[0] = {}) =>
  createMemoryPorts({ openSocket: openNodeSocket, relays: [relay.url], after: quick, ...parts })

async function create(parts?: Parameters<typeof createMemoryPorts>[0]): Promise<Team> {
  const team = await createDeviceOn(portsOf(parts)).create('Night shift')
  open.push(team)
  return team
}
async function join2(link: string, parts?: Parameters<typeof createMemoryPorts>[0]): Promise<Team> {
  const joined = await createDeviceOn(portsOf(parts)).join(link)
  if (!joined.ok) throw new Error('a fresh invitation is one')
  open.push(joined.value)
  return joined.value
}
const add = (team: Team, id: string) => {
  const added = team.directory.run(addPerson, { id, name: id })
  if (!added.ok) throw new Error(JSON.stringify(added.error))
}
const peopleOf = (team: Team) => [...team.directory.get().people].sort()
const until = (check: () => void) => vi.waitFor(check, { timeout: 60_000, interval: 20 })
const delivered = (team: Team) =>
  until(() => expect(team.sharing.get()).toMatchObject({ changed: 0, kept: 0, connection: 'connected' }))
async function restart(change: () => void): Promise<void> {
  await relay.kill()
  change()
  relay = await startRelayProcess({ dataDir: join(folder, 'data'), port: relay.port })
}

it('carries edits both ways, counts the other device, and shows who is here', async () => {
  const ada = await create()
  const bob = await join2(ada.invitations.edit ?? '')
  add(ada, 'ada')
  await ada.becomePerson('ada')
  await until(() => expect(peopleOf(bob)).toEqual(['ada']))
  add(bob, 'bob')
  await until(() => expect(peopleOf(ada)).toEqual(['ada', 'bob']))
  await until(() => expect([...bob.directory.peers.get().values()]).toMatchObject([{ person: 'ada' }]))
  await until(() => expect(ada.sharing.get()).toMatchObject({ changed: 0, kept: 0, otherDevices: 1 }))
  await until(() => expect(bob.sharing.get()).toMatchObject({ otherDevices: 1, trouble: undefined }))
})

it('brings what was edited apart together after a reload, also what was never sent', async () => {
  const disk = createMemoryDevice()
  const ada = await create()
  await delivered(ada)
  const offline = { device: disk, relays: [] }
  const bob = await join2(ada.invitations.edit ?? '', offline)
  add(bob, 'bob')
  await until(() => expect(bob.sharing.get().changed).toBe(0))
  await bob.close()
  add(ada, 'ada')
  await delivered(ada)
  const again = await createDeviceOn(portsOf({ device: disk })).openTeam(bob.teamId)
  open.push(again)
  await until(() => expect(peopleOf(again)).toEqual(['ada', 'bob']))
  await until(() => expect(peopleOf(ada)).toEqual(['ada', 'bob']))
})

it('lets a view invitation see everything and be seen', async () => {
  const ada = await create()
  add(ada, 'ada')
  const viewer = await join2(ada.invitations.view)
  await until(() => expect(peopleOf(viewer)).toEqual(['ada']))
  expect(viewer.directory.writable).toBe('view-only')
})

it('refills a relay that was wiped in the middle, for a newcomer too', async () => {
  const ada = await create()
  const bob = await join2(ada.invitations.edit ?? '')
  for (let i = 0; i < 10; i++) add(i % 2 ? ada : bob, `p${i}`)
  await until(() => expect(peopleOf(ada)).toHaveLength(10))
  await until(() => expect(peopleOf(bob)).toHaveLength(10))
  await restart(() => rmSync(join(folder, 'data'), { recursive: true }))
  add(ada, 'late')
  await until(() => expect(peopleOf(bob)).toHaveLength(11))
  const live = await join2(ada.invitations.edit ?? '')
  await until(() => expect(peopleOf(live)).toHaveLength(11))
  await Promise.all(open.splice(0).map((team) => team.close()))
  const newcomer = await join2(ada.invitations.edit ?? '')
  await until(() => expect(peopleOf(newcomer)).toHaveLength(11))
  await until(() => expect(newcomer.sharing.get()).toMatchObject({ badFrames: 0, trouble: undefined }))
})

it('gives back what a relay lost that was set back to an older copy', async () => {
  const ada = await create()
  add(ada, 'early')
  await delivered(ada)
  await restart(() => cpSync(join(folder, 'data'), join(folder, 'old'), { recursive: true }))
  add(ada, 'later')
  await delivered(ada)
  await restart(() => {
    rmSync(join(folder, 'data'), { recursive: true })
    cpSync(join(folder, 'old'), join(folder, 'data'), { recursive: true })
  })
  await until(() => expect(ada.sharing.get().connection).toBe('connected'))
  const live = await join2(ada.invitations.edit ?? '')
  await until(() => expect(peopleOf(live)).toEqual(['early', 'later']))
  await Promise.all(open.splice(0).map((team) => team.close()))
  const newcomer = await join2(ada.invitations.edit ?? '')
  await until(() => expect(peopleOf(newcomer)).toEqual(['early', 'later']))
})
