import { nameTeam, teamDocument } from '@yokoten/shared/team'
import { describe, expect, it } from 'vitest'
import { createDeviceOn } from './device'
import { createMemoryDevice, createMemoryTabs } from './memory-ports'
import { createFakeRelay } from './test-support/fake-relay'
import { add, delivered, joinTeam, peopleOf, testPorts, until } from './test-support/harness'

describe('tabs of one device', () => {
  const tabsOf = (relay: ReturnType<typeof createFakeRelay>, versions: readonly string[]) => {
    const tabs = createMemoryTabs()
    const device = createMemoryDevice()
    return versions.map((appVersion) => testPorts(relay, { device, tabs: tabs.tab(), appVersion }))
  }

  it('share one connection, see each other at once, and take over with what was not confirmed', async () => {
    const relay = createFakeRelay()
    const ada = await createDeviceOn(testPorts(relay)).create('Night shift')
    const [one, two] = tabsOf(relay, ['1', '1'])
    if (!one || !two) throw new Error('two tabs')
    const first = await joinTeam(ada.invitations.edit, one)
    const second = await createDeviceOn(two).openTeam(ada.teamId)
    expect(relay.connections).toBe(2)
    add(second, 'p1')
    await until(() => expect(peopleOf(first)).toEqual(['p1']))
    await until(() => expect(peopleOf(ada)).toEqual(['p1']))
    await until(() =>
      expect(second.sharing.get()).toMatchObject({ changed: 0, kept: 0, connection: 'connected' }),
    )
    add(first, 'p2')
    await until(() => expect(peopleOf(second)).toEqual(['p1', 'p2']))
    add(ada, 'p3')
    await until(() => expect(peopleOf(second)).toEqual(['p1', 'p2', 'p3']))
    // The leader goes while an edit of the follower is on its way.
    const leaving = first.close()
    add(second, 'p4')
    await leaving
    // Nobody leads at this moment.
    add(second, 'p5')
    await until(() => expect(peopleOf(ada)).toEqual(['p1', 'p2', 'p3', 'p4', 'p5']))
    await delivered(second)
    add(second, 'p6')
    await until(() => expect(peopleOf(ada)).toHaveLength(6))
    await delivered(second)
    await second.close()
    const alone = await createDeviceOn({ ...one, relays: [] }).openTeam(ada.teamId)
    expect(peopleOf(alone)).toEqual(['p1', 'p2', 'p3', 'p4', 'p5', 'p6'])
    await Promise.all([alone.close(), ada.close()])
  })

  it('of another app version only read, and write again when they lead', async () => {
    const relay = createFakeRelay()
    const ada = await createDeviceOn(testPorts(relay)).create('Night shift')
    const [one, two] = tabsOf(relay, ['2', '1'])
    if (!one || !two) throw new Error('two tabs')
    const first = await joinTeam(ada.invitations.edit, one)
    await until(() => expect(first.directory.get().named).toBe(true))
    const second = await createDeviceOn(two).openTeam(ada.teamId)
    expect(second.directory.writable).toBe('other-app-version')
    expect(second.directory.run(nameTeam, { name: 'Mine' }).ok).toBe(false)
    add(first, 'p1')
    await until(() => expect(peopleOf(second)).toEqual(['p1']))
    await first.close()
    await until(() => expect(second.directory.writable).toBe(true))
    await Promise.all([second.close(), ada.close()])
  })

  it('open a document that the leader does not show', async () => {
    const relay = createFakeRelay()
    const ada = await createDeviceOn(testPorts(relay)).create('Night shift')
    const [one, two] = tabsOf(relay, ['1', '1'])
    if (!one || !two) throw new Error('two tabs')
    const first = await joinTeam(ada.invitations.edit, one)
    const second = await createDeviceOn(two).openTeam(ada.teamId)
    const here = await second.open(teamDocument, 'board/x')
    const there = await ada.open(teamDocument, 'board/x')
    expect(here.run(nameTeam, { name: 'From a follower' }).ok).toBe(true)
    await until(() => expect(there.get().name).toBe('From a follower'))
    expect(there.run(nameTeam, { name: 'From elsewhere' }).ok).toBe(true)
    await until(() => expect(here.get().name).toBe('From elsewhere'))
    await Promise.all([first.close(), second.close(), ada.close()])
  })
})
