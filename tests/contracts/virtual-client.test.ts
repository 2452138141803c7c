import { addPerson, nameTeam } from '@yokoten/shared/team'
import { createWebCrypto } from '@yokoten/client/session/crypto'
import { createCheapCrypto } from '@yokoten/shared/sync/test-support'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { traceMessages } from '../support/trace'
import { suspendIntervals } from '../support/suspend-intervals'
import { createChance } from '../support/virtual-chance'
import { createVirtualClient } from '../support/virtual-client'
import type { VirtualTab } from '../support/virtual-client'
import { holdTimeFor } from '../support/virtual-crypto'
import { createVirtualNetwork } from '../support/virtual-network'
import { createVirtualRelay } from '../support/virtual-relay'
import { createVirtualTime } from '../support/virtual-time'

const URL = 'wss://relay.test/sync'
let restore: () => void
beforeAll(() => {
  restore = suspendIntervals()
})
afterAll(() => restore())

async function world(seed: number, isReal = false) {
  const time = createVirtualTime()
  const chance = createChance(seed)
  const crypto = isReal ? holdTimeFor(time, createWebCrypto()) : createCheapCrypto(chance.fork().bytes)
  const network = createVirtualNetwork(time, chance.fork())
  const relay = createVirtualRelay({ url: URL, time, chance: chance.fork(), network, crypto })
  await relay.start()
  const client = (name: string) =>
    createVirtualClient({ name, time, chance: chance.fork(), network, crypto, relays: [URL] })
  /** Waits in virtual time for what the session promises. */
  const until = async <T>(work: Promise<T>): Promise<T> => {
    let isDone = false
    const mark = () => {
      isDone = true
    }
    work.then(mark, mark)
    if (!(await time.runUntil(() => isDone, 60_000))) throw new Error('never came')
    return work
  }
  const create = (tab: VirtualTab) => until(tab.device.create('Night shift'))
  const join = async (tab: VirtualTab, invitation: string | undefined) => {
    const joined = await until(tab.device.join(invitation ?? ''))
    if (!joined.ok) throw new Error(joined.error.reason)
    return joined.value
  }
  return { time, network, relay, client, until, create, join }
}

it.each([
  ['cheap', false],
  ['real', true],
] as const)('two devices and a relay come to the same, with %s crypto', async (_name, isReal) => {
  const { time, relay, client, create, join } = await world(21, isReal)
  const one = await create(client('one').openTab())
  const other = await join(client('other').openTab(), one.invitations.edit)
  one.directory.run(addPerson, { id: 'ada', name: 'Ada' })
  other.directory.run(addPerson, { id: 'bob', name: 'Bob' })
  const both = () =>
    [one, other].every(({ directory }) => [...directory.get().people].sort().join() === 'ada,bob')
  expect(await time.runUntil(both, 60_000)).toBe(true)
  expect(other.directory.get().name).toBe('Night shift')
  expect(relay.reports).toEqual([])
})
it('tells what went over the network, for tracing a failing seed', async () => {
  const { time, network, client, create } = await world(25)
  const lines: string[] = []
  traceMessages(network, time, (line) => lines.push(line))
  await create(client('one').openTab())
  await time.run(5_000)
  const words = lines.map((line) => line.split(' ').slice(1, 4).join(' '))
  expect(words).toContain('one <- welcome')
  expect(words).toContain('one -> open')
  expect(lines.find((line) => line.includes('put update'))).toMatch(/\/1 [0-9a-f]{4}$/)
  expect(lines.find((line) => line.includes('acks'))).toMatch(/\/1 = 1/)
})
it('a device that was offline, and a relay that was killed and wiped meanwhile, come to the same', async () => {
  const { time, relay, client, create, join } = await world(22)
  const phone = client('phone')
  const one = await create(client('one').openTab())
  const other = await join(phone.openTab(), one.invitations.edit)
  await time.run(5_000)
  phone.setOnline(false)
  other.directory.run(addPerson, { id: 'bob', name: 'Bob' })
  one.directory.run(addPerson, { id: 'ada', name: 'Ada' })
  await time.run(5_000)
  relay.kill()
  relay.wipe()
  await relay.start()
  phone.setOnline(true)
  const both = () =>
    [one, other].every(({ directory }) => [...directory.get().people].sort().join() === 'ada,bob')
  expect(await time.runUntil(both, 300_000)).toBe(true)
})
it('a tab that dies at its third write leaves what it had written to the next tab', async () => {
  const { time, client, until, create } = await world(23)
  const phone = client('phone')
  const first = phone.openTab()
  const team = await create(first)
  await time.run(1_000)
  let count = 0
  phone.fault = () => (++count === 3 ? 'die-after' : 'none')
  for (let i = 0; i < 10 && first.isAlive; i++) {
    team.directory.run(nameTeam, { name: `Shift ${i}` })
    await time.run(100)
  }
  expect(first.isAlive).toBe(false)
  phone.fault = () => 'none'
  const again = await until(phone.openTab().device.openTeam(team.teamId))
  expect(again.directory.get().name).toMatch(/^Shift \d$/)
  expect(phone.tabs).toHaveLength(1)
})
it('a full disk is said, and an edit made then is delivered all the same', async () => {
  const { time, client, create, join } = await world(24)
  const phone = client('phone')
  const one = await create(phone.openTab())
  const other = await join(client('other').openTab(), one.invitations.edit)
  await time.run(1_000)
  phone.fault = () => 'full'
  one.directory.run(addPerson, { id: 'ada', name: 'Ada' })
  expect(await time.runUntil(() => other.directory.get().people.includes('ada'), 60_000)).toBe(true)
  expect(one.directory.sharing.get().storage).toBe('full')
})
