import {
  encodeRelayMessage,
  deriveTeamKeys,
  decodeClientMessage,
  LIMITS,
  PROTOCOL,
} from '@yokoten/shared/sync'
import type { ClientMessage } from '@yokoten/shared/sync'
import { createCheapCrypto } from '@yokoten/shared/sync/test-support'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createMemoryPorts, createSeededRandom } from './memory-ports'
import type { Network, SocketEvents } from './ports'
import { createRelayLink } from './relay-link'

interface Line {
  readonly events: SocketEvents
  readonly said: ClientMessage[]
  isClosed: boolean
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

async function createLink() {
  const random = createSeededRandom(1)
  const crypto = createCheapCrypto(random)
  const keys = await deriveTeamKeys(crypto, { mode: 'edit', editSecret: random(32) })
  const lines: Line[] = []
  const listeners = new Set<Parameters<Network['subscribe']>[0]>()
  let isOnline = true
  const ports = createMemoryPorts({
    random,
    network: {
      isOnline: () => isOnline,
      subscribe(listener) {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
    },
    openSocket(_url, events) {
      const line: Line = { events, said: [], isClosed: false }
      lines.push(line)
      return {
        send(bytes) {
          const message = decodeClientMessage(bytes.slice())
          if (message.ok) line.said.push(message.value)
        },
        close() {
          line.isClosed = true
        },
      }
    },
  })
  const offsets: number[] = []
  const link = createRelayLink({ url: 'ws://relay', keys, ports, onTime: (offset) => offsets.push(offset) })
  return {
    link,
    lines,
    offsets,
    emit(event: 'online' | 'offline' | 'visible') {
      if (event !== 'visible') isOnline = event === 'online'
      for (const listener of [...listeners]) listener(event)
    },
    async greet(line: Line | undefined, time = Date.now()) {
      line?.events.message(
        encodeRelayMessage({
          type: 'challenge',
          minVersion: PROTOCOL.min,
          maxVersion: PROTOCOL.max,
          nonce: new Uint8Array(32),
          time,
          messageBytes: 1,
          frameBytes: 1,
          needsToken: false,
        }),
      )
      await vi.waitFor(() => expect(line?.said.at(-1)?.type).toBe('hello'))
      line?.events.message(
        encodeRelayMessage({ type: 'welcome', version: PROTOCOL.max, generation: 'ab'.repeat(16), time }),
      )
    },
  }
}
const pong = (line: Line | undefined) =>
  line?.events.message(encodeRelayMessage({ type: 'pong', echo: 0, time: Date.now() }))

it('greets, is connected, learns the relay time, and opens what is attached', async () => {
  const { link, lines, offsets, greet } = await createLink()
  expect(link.state.get()).toBe('connecting')
  const seen: string[] = []
  link.attach('cd'.repeat(16), {
    cursor: () => undefined,
    connected: (generation) => seen.push(generation),
    disconnected: () => seen.push('gone'),
    receive: ({ type }) => seen.push(type),
    presence: () => undefined,
  })
  await greet(lines[0], Date.now() + 60_000)
  expect(link.state.get()).toBe('connected')
  expect(offsets[0]).toBeGreaterThan(50_000)
  expect(lines[0]?.said.map(({ type }) => type)).toEqual(['hello', 'open'])
  lines[0]?.events.message(encodeRelayMessage({ type: 'joined', doc: 'cd'.repeat(16) }))
  lines[0]?.events.close(1006)
  expect(seen).toEqual(['ab'.repeat(16), 'joined', 'gone'])
  link.close()
})

it('comes back after a network failure, waiting longer each time, and hears no late word of the old socket', async () => {
  const { link, lines, greet } = await createLink()
  await greet(lines[0])
  lines[0]?.events.close(1006)
  expect(link.state.get()).toBe('connecting')
  await vi.advanceTimersByTimeAsync(1_000)
  expect(lines).toHaveLength(2)
  await greet(lines[1])
  lines[0]?.events.close(4301)
  lines[0]?.events.message(Uint8Array.of(99))
  expect(link.state.get()).toBe('connected')
  expect(link.nonsense.get()).toBe(0)
  for (let second = 0; second < 600; second++) {
    lines.at(-1)?.events.close(1006)
    await vi.advanceTimersByTimeAsync(1_000)
  }
  // With no longer waits it would be 600; the longest wait is 20 s, give or take half.
  expect(lines.length).toBeGreaterThan(20)
  expect(lines.length).toBeLessThan(90)
  link.close()
})

it('gives a half-open connection up when a ping stays unanswered, and only then', async () => {
  const { link, lines, greet } = await createLink()
  await greet(lines[0])
  for (let i = 0; i < 10; i++) {
    await vi.advanceTimersByTimeAsync(LIMITS.pingMs + 5_000)
    expect(lines[0]?.said.at(-1)?.type).toBe('ping')
    pong(lines[0])
  }
  expect(lines).toHaveLength(1)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(lines[0]?.isClosed).toBe(true)
  expect(lines.length).toBeGreaterThan(1)
  link.close()
})

it('asks after sleep whether the relay is still there, and replaces a dead connection at once', async () => {
  const { link, lines, greet } = await createLink()
  await greet(lines[0])
  vi.setSystemTime(Date.now() + 3_600_000)
  await vi.advanceTimersByTimeAsync(5_000)
  pong(lines[0])
  await vi.advanceTimersByTimeAsync(6_000)
  expect(lines).toHaveLength(1)
  vi.setSystemTime(Date.now() + 3_600_000)
  await vi.advanceTimersByTimeAsync(11_000)
  expect(lines).toHaveLength(2)
  link.close()
})

it('follows what the browser knows of the network', async () => {
  const { link, lines, emit, greet } = await createLink()
  await greet(lines[0])
  emit('offline')
  expect(link.state.get()).toBe('offline')
  await vi.advanceTimersByTimeAsync(120_000)
  expect(lines).toHaveLength(1)
  emit('online')
  expect(lines).toHaveLength(2)
  link.close()
})

it('does not come back where the relay says that nothing would change', async () => {
  const { link, lines } = await createLink()
  lines[0]?.events.close(4301)
  expect(link.trouble.get()).toBe('session.closed.proof')
  await vi.advanceTimersByTimeAsync(600_000)
  expect(lines).toHaveLength(1)
  link.close()
})

it('M7 says that app and relay are too far apart', async () => {
  const { link, lines } = await createLink()
  lines[0]?.events.message(
    encodeRelayMessage({
      type: 'challenge',
      minVersion: 7,
      maxVersion: 9,
      nonce: new Uint8Array(32),
      time: 0,
      messageBytes: 1,
      frameBytes: 1,
      needsToken: false,
    }),
  )
  expect(link.trouble.get()).toBe('session.closed.version')
  link.close()
})
