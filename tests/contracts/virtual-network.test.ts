import {
  createFrames,
  createHello,
  decodeRelayMessage,
  deriveTeamKeys,
  encodeClientMessage,
  PROTOCOL,
} from '@yokoten/shared/sync'
import type { ClientMessage, RelayMessage, TeamKeys } from '@yokoten/shared/sync'
import { createCheapCrypto } from '@yokoten/shared/sync/test-support'
import { describe, expect, it } from 'vitest'
import type { Socket } from '../../client/src/session/ports'
import { createChance } from '../support/virtual-chance'
import { CALM_NETWORK, createVirtualNetwork } from '../support/virtual-network'
import type { VirtualDevice } from '../support/virtual-network'
import { CALM, createPipe } from '../support/virtual-pipe'
import type { PipeFaults } from '../support/virtual-pipe'
import { createVirtualProcess } from '../support/virtual-process'
import { createVirtualRelay } from '../support/virtual-relay'
import { createVirtualTime } from '../support/virtual-time'

const URL = 'wss://relay.test/sync'

describe('virtual time', () => {
  it('runs timers in order of time, then of setting, with everything settled in between', async () => {
    const time = createVirtualTime(0)
    const log: string[] = []
    const note = (word: string) => () => {
      log.push(`${time.now()} ${word}`)
      void Promise.resolve()
        .then(() => Promise.resolve())
        .then(() => log.push(`${time.now()} then ${word}`))
    }
    time.after(20, note('late'))
    time.after(10, note('first'))
    time.after(10, note('second'))
    time.after(15, note('never'))()
    time.after(500, note('beyond'))
    await time.run(100)
    expect(log).toEqual([
      '10 first',
      '10 then first',
      '10 second',
      '10 then second',
      '20 late',
      '20 then late',
    ])
    expect(time.now()).toBe(100)
  })
  it('stops at a condition, and stands while something outside is under way', async () => {
    const time = createVirtualTime(0)
    let isDone = false
    time.after(10, () => {
      const release = time.hold()
      setTimeout(() => {
        isDone = true
        release()
      }, 5)
    })
    time.after(11, () => expect(isDone).toBe(true))
    expect(await time.runUntil(() => isDone, 1_000)).toBe(true)
    expect(time.now()).toBe(10)
    expect(await time.runUntil(() => false, 100)).toBe(false)
  })
  it('passes on what a timer throws', async () => {
    const time = createVirtualTime(0)
    time.after(1, () => {
      throw new Error('a bug')
    })
    await expect(time.run(10)).rejects.toThrow('a bug')
  })
  it('a process that is gone runs nothing more', async () => {
    const time = createVirtualTime(0)
    const process = createVirtualProcess(time)
    let ran = 0
    process.after(5, () => (ran += 1))
    void process.pass(5).then(() => (ran += 1))
    process.kill()
    await time.run(10)
    expect(ran).toBe(0)
  })
})

describe('virtual pipe', () => {
  const through = async (faults: Partial<PipeFaults>, count: number) => {
    const time = createVirtualTime(0)
    const arrived: number[] = []
    const pipe = createPipe({
      time,
      chance: createChance(5),
      faults: () => ({ ...CALM, ...faults }),
      deliver: ([byte = -1]) => arrived.push(byte),
      drained: () => undefined,
    })
    for (let i = 0; i < count; i++) pipe.send(Uint8Array.of(i))
    await time.run(60_000)
    return arrived
  }
  const all = Array.from({ length: 100 }, (_, index) => index)

  it('delivers everything in order', async () => {
    expect(await through({}, 100)).toEqual(all)
  })
  it('loses a tail, duplicates, and reorders where it is told to', async () => {
    const tail = await through({ lose: 0.02 }, 100)
    expect(tail).toEqual(all.slice(0, tail.length))
    expect(tail.length).toBeLessThan(100)
    const twice = await through({ duplicate: 0.3 }, 100)
    expect(twice.length).toBeGreaterThan(100)
    expect([...new Set(twice)]).toEqual(all)
    const mixed = await through({ reorder: 0.3 }, 100)
    expect(mixed).not.toEqual(all)
    expect([...mixed].sort((a, b) => a - b)).toEqual(all)
  })
})

/** A bare client of the protocol that remembers what it heard. */
function createBareClient(device: VirtualDevice, keys: TeamKeys) {
  const heard: RelayMessage[] = []
  const closes: number[] = []
  let socket: Socket | undefined
  const send = (message: ClientMessage) => socket?.send(encodeClientMessage(message))
  return {
    heard,
    closes,
    send,
    of: (type: RelayMessage['type']) => heard.filter((message) => message.type === type),
    connect() {
      socket = device.openSocket(URL, {
        open: () => undefined,
        message(bytes) {
          const decoded = decodeRelayMessage(bytes)
          if (!decoded.ok) throw new Error(decoded.error.reason)
          const message = decoded.value
          heard.push(message)
          if (message.type !== 'challenge') return
          const to = { nonce: message.nonce, version: PROTOCOL.max, origin: 'https://yokoten.test' }
          void createHello(keys, to).then(send)
        },
        close: (code) => closes.push(code),
      })
    },
  }
}

async function world(seed: number) {
  const time = createVirtualTime()
  const chance = createChance(seed)
  const crypto = createCheapCrypto(chance.fork().bytes)
  const network = createVirtualNetwork(time, chance.fork())
  const relay = createVirtualRelay({ url: URL, time, chance: chance.fork(), network, crypto })
  await relay.start()
  const keys = await deriveTeamKeys(crypto, { mode: 'edit', editSecret: crypto.randomBytes(32) })
  const doc = await keys.documentId('board/x')
  const frames = createFrames(crypto, keys)
  const strand = '5a'.repeat(16)
  const seal = async (seq: number) => {
    const content = { schema: { min: 1, max: 1 }, body: Uint8Array.of(seq), vector: undefined }
    const frame = await frames.seal({ type: 'update', doc, strand, seq, content })
    if (!frame.ok) throw new Error(frame.error.reason)
    return frame.value
  }
  const client = (name: string) => {
    const device = network.device(name)
    return { device, ...createBareClient(device, keys) }
  }
  return { time, network, relay, keys, doc, seal, client }
}

describe('virtual network with a relay', () => {
  it('carries a frame from one device to another, acknowledged, and does the same for the same seed', async () => {
    const runOnce = async () => {
      const { time, relay, doc, seal, client } = await world(11)
      const [one, other] = [client('one'), client('other')]
      for (const each of [one, other]) each.connect()
      await time.run(1_000)
      for (const each of [one, other]) each.send({ type: 'open', doc, cursor: undefined })
      await time.run(1_000)
      one.send({ type: 'put', frame: await seal(1) })
      await time.run(1_000)
      expect(one.of('acks')).toHaveLength(1)
      expect(other.of('frames')).toHaveLength(1)
      expect(relay.reports).toEqual([])
      return JSON.stringify([one.heard, other.heard])
    }
    expect(await runOnce()).toBe(await runOnce())
  })
  it('a killed relay is noticed, loses nothing acknowledged, and can be wiped and set back', async () => {
    const { time, relay, doc, seal, client } = await world(12)
    const one = client('one')
    const open = async () => {
      one.heard.length = 0
      one.connect()
      await time.run(1_000)
      one.send({ type: 'open', doc, cursor: undefined })
      await time.run(1_000)
      return one.of('frames').length
    }
    await open()
    const empty = relay.backup()
    one.send({ type: 'put', frame: await seal(1) })
    await time.run(1_000)
    relay.kill()
    await time.run(1_000)
    expect(one.closes).toEqual([1006])
    await relay.start()
    expect(await open()).toBe(1)
    const generation = () => one.of('welcome').map((message) => 'generation' in message && message.generation)
    const first = generation()
    relay.kill()
    relay.wipe()
    await relay.start()
    expect(await open()).toBe(0)
    expect(generation()).not.toEqual(first)
    relay.kill()
    relay.restore(empty)
    await relay.start()
    expect(await open()).toBe(0)
    expect(generation()).toEqual(first)
  })
  it('a relay that ends between taking and keeping a frame acknowledges nothing and has nothing', async () => {
    const { time, relay, doc, seal, client } = await world(13)
    const one = client('one')
    one.connect()
    await time.run(1_000)
    one.send({ type: 'open', doc, cursor: undefined })
    await time.run(1_000)
    const size = relay.dump().length
    one.send({ type: 'put', frame: await seal(1) })
    while (one.of('acks').length === 0 && relay.isRunning) {
      await time.run(1)
      if (relay.isCommitting) relay.kill()
    }
    await time.run(1_000)
    expect(one.of('acks')).toHaveLength(0)
    expect(relay.dump()).toHaveLength(size)
  })
  it('a full disk refuses, and takes again once there is room', async () => {
    const { time, relay, doc, seal, client } = await world(17)
    const one = client('one')
    one.connect()
    await time.run(1_000)
    one.send({ type: 'open', doc, cursor: undefined })
    relay.setFull(true)
    const frame = await seal(1)
    one.send({ type: 'put', frame })
    await time.run(1_000)
    expect(one.of('acks')).toHaveLength(0)
    expect(one.of('refused')).toMatchObject([{ code: 'cannot-store' }])
    relay.setFull(false)
    one.send({ type: 'put', frame })
    await time.run(1_000)
    expect(one.of('acks')).toHaveLength(1)
  })
  it('a silent end leaves both sides believing: half-open', async () => {
    const { time, relay, client } = await world(14)
    const one = client('one')
    one.connect()
    await time.run(1_000)
    relay.kill({ silently: true })
    await time.run(600_000)
    expect(one.closes).toEqual([])
    expect(one.device.connections).toBe(1)
  })
  it('an offline device hears nothing, and goes on afterwards where its connection survived', async () => {
    const { time, network, client } = await world(15)
    network.faults = { ...CALM_NETWORK, survive: 1 }
    const one = client('one')
    const events: string[] = []
    one.device.network.subscribe((event) => events.push(event))
    one.connect()
    await time.run(1_000)
    one.device.setOnline(false)
    one.send({ type: 'ping', time: 1 })
    await time.run(1_000)
    expect(one.of('pong')).toHaveLength(0)
    one.device.setOnline(true)
    await time.run(1_000)
    expect(one.of('pong')).toHaveLength(1)
    expect(events).toEqual(['offline', 'online'])
  })
  it('a killed device is heard of no more; the relay notices', async () => {
    const { time, network, client } = await world(16)
    const one = client('one')
    one.connect()
    await time.run(1_000)
    one.device.kill()
    network.cut()
    one.connect()
    await time.run(1_000)
    expect(one.closes).toEqual([])
    expect(one.of('challenge')).toHaveLength(1)
    expect(one.device.connections).toBe(0)
  })
})
