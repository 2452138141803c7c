import { encodeRelayMessage, PROTOCOL } from '@yokoten/shared/sync'
import { describe, expect, it } from 'vitest'
import { createDeviceOn } from './device'
import { createMemoryDocumentStore } from './document-store'
import { createMemoryDisk, createMemoryKeyStore, StorageError } from './key-store'
import { createMemoryDevice } from './memory-ports'
import type { Ports } from './ports'
import { createFakeRelay } from './test-support/fake-relay'
import { add, delivered, hasty, joinTeam, pause, peopleOf, testPorts, until } from './test-support/harness'

describe('a device whose tab is killed', () => {
  /** A disk on which the tab dies at its nth write, before or after that is durable; then nothing of it happens. */
  function mortalPorts(
    disk: ReturnType<typeof createMemoryDevice>,
    base: Ports,
    step: number,
    isAfter: boolean,
  ) {
    let writes = 0
    let isDead = false
    const never = new Promise<void>(() => undefined)
    const die = (moment: boolean) => () => {
      if (isDead) return never
      if (moment !== isAfter || writes++ !== step) return undefined
      isDead = true
      return never
    }
    const hooks = { beforeWrite: die(false), afterWrite: die(true) }
    const ports: Ports = {
      ...base,
      after: (ms, run) => hasty(ms, () => (isDead ? undefined : run())),
      documents: createMemoryDocumentStore(disk.documents, hooks),
      openKeys(name) {
        const store = disk.keys.get(name) ?? createMemoryDisk()
        disk.keys.set(name, store)
        return createMemoryKeyStore(store, hooks)
      },
      openSocket(url, events) {
        const socket = base.openSocket(url, {
          open: () => events.open(),
          message: (bytes) => (isDead ? undefined : events.message(bytes)),
          close: (code) => (isDead ? undefined : events.close(code)),
        })
        return { ...socket, send: (bytes) => (isDead ? undefined : socket.send(bytes)) }
      },
    }
    return { ports, isDead: () => isDead, writes: () => writes }
  }

  it('loses nothing that was shown as kept, at whichever write it dies', async () => {
    let isBeyond = false
    for (let step = 0; !isBeyond; step++) {
      isBeyond = true
      for (const isAfter of [false, true]) {
        const relay = createFakeRelay()
        const ada = await createDeviceOn(testPorts(relay)).create('Night shift')
        await delivered(ada)
        const disk = createMemoryDevice()
        const first = await joinTeam(ada.invitations.edit, testPorts(undefined, { device: disk }))
        await first.close()
        const mortal = mortalPorts(disk, testPorts(relay, { device: disk }), step, isAfter)
        const kept: string[] = []
        const dying = (async () => {
          const team = await createDeviceOn(mortal.ports).openTeam(ada.teamId)
          for (let i = 0; i < 4; i++) {
            add(team, `p${i}`)
            await until(() => expect(mortal.isDead() || team.sharing.get().changed === 0).toBe(true))
            if (mortal.isDead()) return
            kept.push(`p${i}`)
            await pause(4)
          }
          await delivered(team)
          await team.close()
        })()
        await Promise.race([dying, until(() => expect(mortal.isDead()).toBe(true))])
        if (mortal.isDead()) isBeyond = false
        const again = await createDeviceOn(testPorts(relay, { device: disk })).openTeam(ada.teamId)
        expect(peopleOf(again), `${step} ${isAfter}`).toEqual(expect.arrayContaining(kept))
        await until(() => expect(peopleOf(ada), `${step} ${isAfter}`).toEqual(expect.arrayContaining(kept)))
        await again.close()
        await ada.close()
      }
    }
  }, 60_000)
})

it('a device forgets no delivered edit and remembers no place before the document itself is on the disk', async () => {
  const relay = createFakeRelay()
  const ada = await createDeviceOn(testPorts(relay)).create('Night shift')
  await delivered(ada)
  const device = createMemoryDevice()
  const never = new Promise<void>(() => undefined)
  const before = await joinTeam(ada.invitations.edit, testPorts(relay, { device }))
  await until(() => expect(before.directory.get().named).toBe(true))
  await before.close()
  const slow = createMemoryDocumentStore(device.documents, { beforeWrite: () => never })
  const bob = await createDeviceOn(testPorts(relay, { device, documents: slow })).openTeam(ada.teamId)
  add(bob, 'bob')
  add(ada, 'ada')
  await until(() => expect(peopleOf(bob)).toEqual(['ada', 'bob']))
  await delivered(bob)
  await pause(200)
  // The tab dies here, without a word, and comes back without a network; then with one.
  const alone = await createDeviceOn(testPorts(undefined, { device })).openTeam(ada.teamId)
  expect(peopleOf(alone)).toEqual(['bob'])
  await alone.close()
  const again = await createDeviceOn(testPorts(relay, { device })).openTeam(ada.teamId)
  await until(() => expect(peopleOf(again)).toEqual(['ada', 'bob']))
  await Promise.all([again.close(), ada.close()])
})

describe('a relay', () => {
  it('that answers nonsense is left alone, counted and named, and work goes on', async () => {
    const relay = createFakeRelay()
    const team = await createDeviceOn(testPorts(relay)).create('Night shift')
    await delivered(team)
    relay.say(Uint8Array.of(35, 1, 2, 3))
    await until(() => expect(team.sharing.get().trouble).toBe('session.trouble.nonsense'))
    expect(team.sharing.get().badFrames).toBe(1)
    add(team, 'ada')
    expect(peopleOf(team)).toEqual(['ada'])
    await delivered(team)
    expect(team.sharing.get().trouble).toBeUndefined()
    await team.close()
  })

  it('that alters a frame has it dropped and counted', async () => {
    const relay = createFakeRelay()
    const ada = await createDeviceOn(testPorts(relay)).create('Night shift')
    add(ada, 'ada')
    await delivered(ada)
    for (const log of relay.logs.values()) for (const frame of log) frame[frame.length - 70]! ^= 1
    const bob = await joinTeam(ada.invitations.edit, testPorts(relay))
    await until(() => expect(bob.sharing.get().badFrames).toBeGreaterThan(0))
    expect(bob.directory.get().named).toBe(false)
    await bob.close()
    await ada.close()
  })

  it('that is wiped is refilled by one of those who have everything', async () => {
    const relay = createFakeRelay()
    const ada = await createDeviceOn(testPorts(relay)).create('Night shift')
    const bob = await joinTeam(ada.invitations.edit, testPorts(relay))
    for (const id of ['p1', 'p2', 'p3']) add(ada, id)
    await until(() => expect(peopleOf(bob)).toHaveLength(3))
    relay.wipe()
    await until(() => expect([...relay.logs.values()][0] ?? []).not.toHaveLength(0))
    await pause(300)
    await Promise.all([ada.close(), bob.close()])
    const carol = await joinTeam(ada.invitations.edit, testPorts(relay))
    await until(() => expect(peopleOf(carol)).toEqual(['p1', 'p2', 'p3']))
    expect(carol.sharing.get().trouble).toBeUndefined()
    expect([...relay.logs.values()].flat().length).toBeLessThanOrEqual(2)
    await carol.close()
  })

  it('R2 that knows other bytes under a number gets the edit under a new strand', async () => {
    const relay = createFakeRelay()
    const ada = await createDeviceOn(testPorts(relay)).create('Night shift')
    const bob = await joinTeam(ada.invitations.edit, testPorts(relay))
    await delivered(ada)
    let refused = 0
    relay.refuse = () => (refused++ === 0 ? 'other-bytes' : undefined)
    add(ada, 'ada')
    await until(() => expect(peopleOf(bob)).toEqual(['ada']))
    await delivered(ada)
    expect(refused).toBe(2)
    await Promise.all([ada.close(), bob.close()])
  })

  it('that cannot store says so in a sentence, and gets the edit when it can', async () => {
    const relay = createFakeRelay()
    const ada = await createDeviceOn(testPorts(relay)).create('Night shift')
    await delivered(ada)
    let isFull = true
    relay.refuse = () => (isFull ? 'cannot-store' : undefined)
    add(ada, 'ada')
    await until(() =>
      expect(ada.sharing.get()).toMatchObject({ kept: 1, trouble: 'session.refused.cannot-store' }),
    )
    isFull = false
    await delivered(ada)
    expect(ada.sharing.get().trouble).toBeUndefined()
    await ada.close()
  })

  it('S4 that lost a frame for good leaves a hole that is named, and closed by who has the contents', async () => {
    const relay = createFakeRelay()
    const ada = await createDeviceOn(testPorts(relay)).create('Night shift')
    await delivered(ada)
    for (const id of ['p1', 'p2']) {
      add(ada, id)
      await delivered(ada)
    }
    const [[doc, log]] = [...relay.logs] as [[string, Uint8Array[]]]
    log.splice(1, 1)
    const bob = await joinTeam(ada.invitations.edit, testPorts(relay))
    await until(() => expect(peopleOf(bob)).toEqual(['p1', 'p2']))
    await until(() => expect(bob.sharing.get().trouble).toBeUndefined())
    expect(relay.logs.get(doc)?.length).toBeGreaterThan(2)
    await Promise.all([ada.close(), bob.close()])
  })

  it('that hangs up with a reason shows the reason, and is found again', async () => {
    const relay = createFakeRelay()
    const team = await createDeviceOn(testPorts(relay)).create('Night shift')
    await delivered(team)
    relay.isUp = false
    relay.cut(4112)
    await until(() => expect(team.sharing.get().trouble).toBe('session.closed.storage'))
    expect(team.sharing.get().connection).not.toBe('connected')
    relay.isUp = true
    await delivered(team)
    expect(team.sharing.get().trouble).toBeUndefined()
    await team.close()
  })

  it('ignores what a stranger says in place of a challenge', async () => {
    const relay = createFakeRelay()
    const ports = testPorts(relay, {
      relays: ['ws://relay'],
      openSocket(_url, events) {
        queueMicrotask(() =>
          events.message(
            encodeRelayMessage({
              type: 'welcome',
              version: PROTOCOL.max,
              generation: 'ab'.repeat(16),
              time: 0,
            }),
          ),
        )
        return { send: () => undefined, close: () => undefined }
      },
    })
    const team = await createDeviceOn(ports).create('Night shift')
    await until(() => expect(team.sharing.get().trouble).toBe('session.trouble.nonsense'))
    expect(team.sharing.get().connection).not.toBe('connected')
    await team.close()
  })
})

it('joins two relays where a device sees both: frames are carried unchanged, and no more than once', async () => {
  const relays = { 'ws://near': createFakeRelay(), 'ws://far': createFakeRelay() }
  const seeing = (...urls: (keyof typeof relays)[]) =>
    testPorts(undefined, {
      relays: urls,
      openSocket: (url, events) => relays[url as keyof typeof relays].openSocket(url, events),
    })
  const ada = await createDeviceOn(seeing('ws://near')).create('Night shift')
  await delivered(ada)
  const bridges = [1, 2, 3].map(() => joinTeam(ada.invitations.edit, seeing('ws://near', 'ws://far')))
  const open = await Promise.all(bridges)
  const bob = await joinTeam(ada.invitations.edit, seeing('ws://far'))
  await until(() => expect(bob.directory.get().named).toBe(true))
  await pause(300)
  const farFrames = () => [...relays['ws://far'].logs.values()].flat().length
  const before = farFrames()
  for (let i = 0; i < 10; i++) {
    add(ada, `p${i}`)
    await delivered(ada)
  }
  await until(() => expect(peopleOf(bob)).toHaveLength(10))
  await pause(300)
  expect(farFrames() - before).toBe(10)
  add(bob, 'bob')
  await until(() => expect(peopleOf(ada)).toContain('bob'))
  await Promise.all([ada, bob, ...open].map((team) => team.close()))
}, 20_000)

describe('a device', () => {
  it('whose disk is full says so, goes on live, and keeps all of it once there is room', async () => {
    const relay = createFakeRelay()
    const ada = await createDeviceOn(testPorts(relay)).create('Night shift')
    const disk = createMemoryDevice()
    let isFull = false
    const hooks = {
      beforeWrite() {
        if (isFull) throw new StorageError('full', 'no room')
      },
    }
    const ports = testPorts(relay, {
      device: disk,
      documents: createMemoryDocumentStore(disk.documents, hooks),
      openKeys(name) {
        const store = disk.keys.get(name) ?? createMemoryDisk()
        disk.keys.set(name, store)
        return createMemoryKeyStore(store, hooks)
      },
    })
    const bob = await joinTeam(ada.invitations.edit, ports)
    await delivered(bob)
    isFull = true
    add(bob, 'bob')
    await until(() => expect(bob.sharing.get().storage).toBe('full'))
    await until(() => expect(peopleOf(ada)).toEqual(['bob']))
    isFull = false
    await until(() => expect(bob.sharing.get()).toMatchObject({ storage: 'ok', changed: 0 }))
    await bob.close()
    const again = await createDeviceOn(testPorts(undefined, { device: disk })).openTeam(ada.teamId)
    expect(peopleOf(again)).toEqual(['bob'])
    await Promise.all([again.close(), ada.close()])
  })

  it('that cannot read a row of its disk, or lost it all, fetches what is missing from the relay', async () => {
    const relay = createFakeRelay()
    const ada = await createDeviceOn(testPorts(relay)).create('Night shift')
    for (const id of ['p1', 'p2']) add(ada, id)
    for (const damage of ['one row', 'everything'] as const) {
      const device = createMemoryDevice()
      const bob = await joinTeam(ada.invitations.edit, testPorts(relay, { device }))
      await until(() => expect(peopleOf(bob)).toEqual(['p1', 'p2']))
      await bob.close()
      for (const rows of device.documents.rows.values())
        if (damage === 'everything') rows.clear()
        else for (const key of rows.keys()) rows.set(key, Uint8Array.of(255, 255, 1))
      const again = await createDeviceOn(testPorts(relay, { device })).openTeam(ada.teamId)
      expect(peopleOf(again)).toEqual([])
      await until(() => expect(peopleOf(again)).toEqual(['p1', 'p2']))
      await again.close()
    }
    await ada.close()
  })

  it('outside a secure context works live and says that nothing can be relied on to stay', async () => {
    const relay = createFakeRelay()
    const ada = await createDeviceOn(testPorts(relay)).create('Night shift')
    const disk = createMemoryDevice()
    const bob = await joinTeam(ada.invitations.edit, testPorts(relay, { device: disk, secure: false }))
    add(bob, 'bob')
    await until(() => expect(peopleOf(ada)).toEqual(['bob']))
    expect(bob.sharing.get()).toMatchObject({ connection: 'insecure-connected', storage: 'none' })
    await Promise.all([bob.close(), ada.close()])
  })

  it('is seen while it is here, and no longer when it has gone', async () => {
    const relay = createFakeRelay()
    const ada = await createDeviceOn(testPorts(relay)).create('Night shift')
    const bob = await joinTeam(ada.invitations.edit, testPorts(relay))
    add(bob, 'bob')
    await bob.becomePerson('bob')
    bob.directory.peers.show({ looking: { room: 'team', item: 'bob' } })
    const seen = () => [...ada.directory.peers.get().values()]
    await until(() =>
      expect(seen()).toMatchObject([
        { person: 'bob', name: 'bob', colour: expect.stringMatching(/^#/), looking: { item: 'bob' } },
      ]),
    )
    bob.directory.peers.show({ looking: undefined })
    await until(() => expect(seen()[0]).not.toHaveProperty('looking'))
    await bob.close()
    await until(() => expect(seen()).toEqual([]))
    await ada.close()
  })

  it('counts the other devices that have its edits on their disks', async () => {
    const relay = createFakeRelay()
    const ada = await createDeviceOn(testPorts(relay)).create('Night shift')
    add(ada, 'ada')
    await delivered(ada)
    expect(ada.sharing.get().otherDevices).toBe(0)
    const others = await Promise.all([1, 2].map(() => joinTeam(ada.invitations.edit, testPorts(relay))))
    await until(() => expect(ada.sharing.get().otherDevices).toBe(2))
    await Promise.all(others.map((team) => team.close()))
    await pause(20)
    expect(ada.sharing.get().otherDevices).toBe(2)
    add(ada, 'later')
    await delivered(ada)
    expect(ada.sharing.get().otherDevices).toBe(0)
    await ada.close()
  })
})

it('a relay gives its time, and says when it has given everything', async () => {
  const alone = await createDeviceOn(testPorts(undefined)).create('Alone')
  expect(alone.relayOffset.get()).toBeUndefined()
  expect(alone.sharing.get().caughtUp).toBe(false)
  const relay = createFakeRelay()
  const ada = await createDeviceOn(testPorts(relay)).create('Night shift')
  await until(() => expect(ada.sharing.get().caughtUp).toBe(true))
  expect(ada.relayOffset.get()).toBeTypeOf('number')
  await ada.close()
  await alone.close()
})
