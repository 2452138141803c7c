import { LIMITS, frameMark } from '@yokoten/shared/sync'
import type { RelayMessage } from '@yokoten/shared/sync'
import { beforeEach, describe, expect, it } from 'vitest'
import { createLog } from './log/create-log'
import { createMemoryStore } from './log/memory'
import type { MemoryStore } from './log/memory'
import type { Log } from './log/port'
import { createFaultyStore } from './log/test-support/faulty-store'
import type { Fault } from './log/test-support/faulty-store'
import { admitWithin } from './quota'
import { createRelay } from './relay'
import type { Relay } from './relay'
import { DEFAULTS } from './settings'
import type { RelaySettings } from './settings'
import { connectFakeClient, createFakeTeam } from './test-support/fake-client'
import type { FakeTeam } from './test-support/fake-client'
import { nodeCryptoPort as crypto } from './test-support/node-crypto-port'
import { createVirtualTime } from './test-support/virtual-environment'
import type { VirtualTime } from './test-support/virtual-environment'

const doc = 'dd'.repeat(16)
const strand = 'aa'.repeat(16)
const bytes = (length: number) => new Uint8Array(length).fill(7)

let time: VirtualTime
let store: MemoryStore
let log: Log
let fault: Fault
let team: FakeTeam
let relay: Relay

async function start(changes: Partial<RelaySettings> = {}) {
  const settings = { ...DEFAULTS, ...changes }
  const { environment } = time
  const faulty = createFaultyStore(store, () => fault)
  log = await createLog(faulty, { ...environment, admit: admitWithin(settings) })
  relay = createRelay({
    log,
    environment,
    settings,
    report: (error) => {
      throw error
    },
  })
}
type Options = NonNullable<Parameters<typeof connectFakeClient>[2]>
async function connect(options: Options & { token?: string } = {}, of = team) {
  const client = connectFakeClient(relay, of, options)
  await client.hello(options.token === undefined ? {} : { token: options.token })
  await time.settle()
  return client
}
async function join(options: Options = {}) {
  const client = await connect(options)
  client.send({ type: 'open', doc, cursor: undefined })
  await time.settle()
  return client
}
const put = async (seq: number, body?: Uint8Array, of = strand) => ({
  type: 'put' as const,
  frame: await team.frame(doc, of, seq, body),
})
const sequencesOf = (messages: readonly RelayMessage[]) =>
  messages.flatMap((message) =>
    message.type === 'frames' ? message.frames.map(({ sequence }) => sequence) : [],
  )

beforeEach(async () => {
  time = createVirtualTime()
  store = createMemoryStore()
  fault = 'none'
  team = await createFakeTeam(crypto)
  await start()
})

describe('handshake', () => {
  it('hangs up on who says nothing for five seconds', async () => {
    const client = connectFakeClient(relay, team)
    await time.pass(LIMITS.helloMs - 1)
    expect(client.closedFor).toBeUndefined()
    await time.pass(1)
    expect(client.closedFor).toBe('handshakeTimeout')
  })
  it('takes one message before, of 2 KiB at most, and only a hello', async () => {
    const large = connectFakeClient(relay, team)
    large.sendBytes(bytes(LIMITS.helloBytes + 1))
    const garbage = connectFakeClient(relay, team)
    garbage.sendBytes(bytes(100))
    const early = connectFakeClient(relay, team)
    early.send({ type: 'open', doc, cursor: undefined })
    const twice = connectFakeClient(relay, team)
    await Promise.all([twice.hello(), twice.hello()])
    await time.settle()
    expect([large, garbage, early, twice].map(({ closedFor }) => closedFor)).toEqual([
      'tooLarge',
      'protocol',
      'protocol',
      'protocol',
    ])
  })
  it('wants a proof for this nonce, this team and this origin', async () => {
    const other = await createFakeTeam(crypto)
    const stranger = connectFakeClient(relay, {
      ...team,
      keys: { ...team.keys, writer: other.keys.writer },
    })
    await stranger.hello()
    const squatter = connectFakeClient(relay, { ...other, keys: { ...other.keys, team: team.keys.team } })
    await squatter.hello()
    const foreign = connectFakeClient(relay, team, { origin: 'https://evil.example' })
    await foreign.hello({ origin: 'https://good.example' })
    await time.settle()
    expect([stranger, squatter, foreign].map(({ closedFor }) => closedFor)).toEqual([
      'proof',
      'proof',
      'origin',
    ])
  })
  it('lets a foreign origin in unless origins are configured', async () => {
    const origin = 'https://elsewhere.example'
    expect((await connect({ origin })).of('welcome')).toHaveLength(1)
    await start({ origins: ['https://here.example'] })
    expect((await connect({ origin })).closedFor).toBe('origin')
    expect((await connect({ origin: 'https://here.example' })).of('welcome')).toHaveLength(1)
  })
  it('asks for a token only where a team is new, also on a relay that was wiped', async () => {
    await start({ teamToken: 'please' })
    expect((await connect()).closedFor).toBe('teamRefused')
    const client = await connect({ token: 'please' })
    client.send({ type: 'open', doc, cursor: undefined })
    client.send(await put(1))
    await time.settle()
    expect((await connect()).of('welcome')).toHaveLength(1)
    store = createMemoryStore()
    await start({ teamToken: 'please' })
    expect((await connect()).closedFor).toBe('teamRefused')
    expect((await connect({ token: 'please' })).of('welcome')).toHaveLength(1)
  })
  it('counts connections and new teams by address, private networks apart', async () => {
    await start({ connectionsPerAddress: 1, newTeamsPerHour: 1 })
    const first = await connect()
    expect((await connect()).closedFor).toBe('tooManyConnections')
    expect((await connect({ address: '192.168.1.4' })).of('welcome')).toHaveLength(1)
    expect((await connect({ address: '192.168.1.4' })).of('welcome')).toHaveLength(1)
    first.hangUp()
    const second = await createFakeTeam(crypto)
    expect((await connect({}, second)).closedFor).toBe('tooManyTeams')
    await time.pass(60 * 60 * 1_000)
    expect((await connect({ address: '203.0.113.8' }, second)).of('welcome')).toHaveLength(1)
  })
})

describe('frames', () => {
  it('R1 acknowledges and delivers only what is durable', async () => {
    const [writer, reader] = [await join(), await join({ mode: 'view' })]
    fault = 'lose'
    writer.send(await put(1))
    await time.settle()
    expect(writer.of('acks')).toEqual([])
    expect(reader.of('frames')).toEqual([])

    await start()
    const again = await join()
    fault = 'none'
    again.send(await put(1))
    await time.settle()
    expect(again.of('acks')).toEqual([{ type: 'acks', doc, acks: [{ strand, seq: 1, sequence: 1 }] }])
  })
  it('gives all that a turn brought in one acknowledgement, and to each member one batch', async () => {
    const [writer, reader] = [await join(), await join({ mode: 'view' })]
    for (const message of await Promise.all([1, 2, 3].map((seq) => put(seq)))) writer.send(message)
    await time.settle()
    expect(writer.of('acks').map(({ acks }) => acks.length)).toEqual([3])
    expect(reader.of('frames').map(({ frames }) => frames.length)).toEqual([3])
  })
  it('R4 replays from a cursor that it knows, and everything to one that it does not', async () => {
    const writer = await join()
    const sent = await Promise.all([1, 2, 3].map((seq) => put(seq)))
    for (const message of sent) writer.send(message)
    await time.settle()
    const cursor = { generation: log.generation, sequence: 2, mark: frameMark(sent[1]?.frame ?? bytes(64)) }
    const known = await connect()
    known.send({ type: 'open', doc, cursor })
    const unknown = await connect()
    unknown.send({ type: 'open', doc, cursor: { ...cursor, mark: strand } })
    await time.settle()
    expect(sequencesOf(known.received)).toEqual([3])
    expect(sequencesOf(unknown.received)).toEqual([1, 2, 3])
    const end = { ...cursor, sequence: 3, mark: frameMark(sent[2]?.frame ?? bytes(64)) }
    expect(known.of('caughtUp')).toEqual([{ type: 'caughtUp', doc, known: true, cursor: end }])
    expect(unknown.of('caughtUp')).toEqual([{ type: 'caughtUp', doc, known: false, cursor: end }])
  })
  it('R5 keeps nothing of a connection that proved the reader’s key, whatever it sends', async () => {
    const reader = await join({ mode: 'view' })
    reader.send(await put(1))
    reader.send({ type: 'put', frame: await team.frame(doc, strand, 2, bytes(1), 'close') })
    reader.send({
      type: 'putSnapshot',
      covers: 1,
      vector: new Map(),
      frame: await team.frame(doc, strand, 1, bytes(1), 'snapshot'),
    })
    await time.settle()
    expect(reader.of('refused').map(({ code }) => code)).toEqual(['view-only', 'view-only', 'view-only'])
    expect((await log.state({ team: team.keys.team, doc })).head).toBe(0)
  })
  it('R6 M3 M5 refuses what is not a frame of this team and of an open document', async () => {
    const writer = await join()
    const other = await createFakeTeam(crypto)
    writer.send({ type: 'put', frame: bytes(200) })
    writer.send({ type: 'put', frame: await other.frame(doc, strand, 1) })
    writer.send({ type: 'put', frame: await team.frame('ee'.repeat(16), strand, 1) })
    writer.send({ type: 'put', frame: await team.frame(doc, strand, 1, bytes(1), 'snapshot') })
    writer.sendBytes(Uint8Array.of(99, 1, 2))
    writer.sendBytes(Uint8Array.of(32, 1))
    await time.settle()
    expect(writer.of('refused').map(({ code }) => code)).toEqual(['wrong-team', 'not-open'])
    expect(writer.of('error').map(({ code }) => code)).toEqual([
      'malformed',
      'malformed',
      'unknown-message',
      'malformed',
    ])
    expect(writer.closedFor).toBeUndefined()
  })
  it('refuses while there is no room and goes on when there is', async () => {
    const writer = await join()
    fault = 'refuse'
    writer.send(await put(1))
    await time.settle()
    expect(writer.of('refused')).toEqual([{ type: 'refused', doc, strand, seq: 1, code: 'cannot-store' }])
    fault = 'none'
    writer.send(await put(1))
    await time.settle()
    expect(writer.of('acks').flatMap(({ acks }) => acks)).toEqual([{ strand, seq: 1, sequence: 1 }])
  })
  it('R3 answers for missing frames itself, and asks editors for the rest', async () => {
    const [writer, editor, viewer] = [await join(), await join(), await join({ mode: 'view' })]
    writer.send(await put(2))
    await time.settle()
    viewer.send({ type: 'missing', doc, strand, from: 1, to: 2 })
    await time.settle()
    expect(viewer.of('found').map(({ frames }) => frames.map(({ sequence }) => sequence))).toEqual([[1]])
    expect(editor.of('missing')).toEqual([{ type: 'missing', doc, strand, from: 1, to: 2 }])
    expect(viewer.of('missing')).toEqual([])
    viewer.send({ type: 'missing', doc, strand, from: 1, to: 1 + LIMITS.missingSpan })
    await time.settle()
    expect(viewer.of('error')).toEqual([{ type: 'error', code: 'malformed' }])
  })
  it('passes presence to the others, viewers’ too, and stores none of it', async () => {
    const [editor, viewer] = [await join(), await join({ mode: 'view' })]
    const frame = await team.frame(doc, strand, 0, bytes(8), 'presence')
    viewer.send({ type: 'presence', frame })
    await time.settle()
    expect(editor.of('presence')).toHaveLength(1)
    expect(viewer.of('presence')).toEqual([])
    expect(editor.of('joined')).toHaveLength(1)
    expect(await log.usage(team.keys.team)).toEqual({ documents: 0, bytes: 0 })
  })
  it('sends nothing more of a document that was left', async () => {
    const [writer, reader] = [await join(), await join()]
    reader.send({ type: 'leave', doc })
    writer.send(await put(1))
    await time.settle()
    expect(reader.of('frames')).toEqual([])
    writer.hangUp()
    expect(relay.openDocuments).toBe(0)
  })
})

describe('limits', () => {
  it('keeps no queue for a slow reader and gives it everything, in order, when it drains', async () => {
    await start({ sendingBytes: 64 * 1024 })
    const [writer, slow] = [await join(), await join()]
    slow.setTaking(false)
    for (let seq = 1; seq <= 400; seq++) writer.send(await put(seq, bytes(10_000)))
    await time.settle()
    const overhead = 64 * 1024
    expect(slow.mostBuffered).toBeLessThan(64 * 1024 + LIMITS.batchBytes + overhead)
    expect(sequencesOf(slow.received).length).toBeLessThan(400)
    for (let round = 0; round < 40; round++) {
      slow.setTaking(true)
      slow.setTaking(false)
      await time.settle()
    }
    expect(sequencesOf(slow.received)).toEqual(Array.from({ length: 400 }, (_, index) => index + 1))
    expect(slow.mostBuffered).toBeLessThan(64 * 1024 + LIMITS.batchBytes + overhead)
  })
  it('does not read a connection that is over its rate, and reads on later', async () => {
    await start({ rate: { messages: 10, messageBurst: 5, bytes: 1e9, byteBurst: 1e9 } })
    const client = await join()
    for (let i = 0; i < 9; i++) client.send({ type: 'ping', time: i })
    await time.settle()
    expect(client.isPaused).toBe(true)
    await time.pass(450)
    expect(client.isPaused).toBe(true)
    await time.pass(100)
    expect(client.isPaused).toBe(false)
  })
  it('does not read a connection while too much of it waits for the disk', async () => {
    await start({ waitingBytes: 20_000 })
    const client = await join()
    for (const message of await Promise.all([1, 2, 3].map((seq) => put(seq, bytes(10_000)))))
      client.send(message)
    expect(client.isPaused).toBe(true)
    await time.settle()
    expect(client.isPaused).toBe(false)
    expect(client.of('acks').flatMap(({ acks }) => acks)).toHaveLength(3)
  })
  it('does not read a connection that takes none of its answers, and gives it up after ten minutes', async () => {
    await start({ sendingBytes: 1_000 })
    const [back, gone] = [await join(), await join()]
    for (const client of [back, gone]) {
      client.setTaking(false)
      while (!client.isPaused) client.send({ type: 'ping', time: 1 })
      expect(client.mostBuffered).toBeLessThan(1_100)
    }
    await time.pass(9 * 60_000)
    back.setTaking(true)
    expect(back.isPaused).toBe(false)
    back.send({ type: 'ping', time: 1 })
    await time.pass(60_000 - LIMITS.silenceMs)
    back.send({ type: 'ping', time: 1 })
    await time.pass(LIMITS.silenceMs - 1)
    expect([back.closedFor, gone.closedFor]).toEqual([undefined, undefined])
    await time.pass(1)
    expect(gone.closedFor).toBe('silent')
  })
  it('hangs up on a client that is silent, not on one that pings', async () => {
    const [silent, alive] = [await join(), await join()]
    for (let passed = 0; passed < LIMITS.silenceMs; passed += LIMITS.pingMs) {
      alive.send({ type: 'ping', time: passed })
      await time.pass(LIMITS.pingMs)
    }
    expect(silent.closedFor).toBe('silent')
    expect(alive.closedFor).toBeUndefined()
    expect(alive.of('pong')).not.toEqual([])
  })
  it('refuses frames beyond a team’s share, and documents beyond a connection’s', async () => {
    await start({ bytesPerTeam: 1_000, openDocuments: 1 })
    const client = await join()
    client.send(await put(1))
    client.send(await put(2, bytes(2_000)))
    client.send({ type: 'open', doc: 'ee'.repeat(16), cursor: undefined })
    await time.settle()
    expect(client.of('refused').map(({ code }) => code)).toEqual(['team-full'])
    expect(client.of('closed')).toEqual([
      { type: 'closed', doc: 'ee'.repeat(16), code: 'too-many-documents' },
    ])
  })
})

describe('snapshots', () => {
  const fill = async (from: number, to: number) => {
    const writer = await join()
    for (let seq = from; seq <= to; seq++) writer.send(await put(seq))
    await time.settle()
    return writer
  }
  const snapshot = async (covers: number) => ({
    type: 'putSnapshot' as const,
    covers,
    vector: new Map([[strand, covers]]),
    frame: await team.frame(doc, 'cc'.repeat(16), 1, bytes(50), 'snapshot'),
  })

  it('P1 P2 asks one editor who has everything, takes the snapshot from that one only', async () => {
    await start({ snapshotFrames: 5 })
    const viewer = await join({ mode: 'view' })
    const writer = await fill(1, 5)
    const late = await join()
    expect(writer.of('snapshotWanted')).toEqual([{ type: 'snapshotWanted', doc, upTo: 5 }])
    expect([...viewer.of('snapshotWanted'), ...late.of('snapshotWanted')]).toEqual([])
    late.send(await snapshot(5))
    await time.settle()
    expect(late.of('refused').map(({ code }) => code)).toEqual(['not-wanted'])
    writer.send(await snapshot(5))
    await time.settle()
    expect((await log.state({ team: team.keys.team, doc })).base).toBe(5)
    expect(sequencesOf((await join()).received)).toEqual([5])
  })
  it('P1 asks another editor when the one does not answer or leaves', async () => {
    await start({ snapshotFrames: 3 })
    const first = await fill(1, 3)
    const second = await join()
    expect(first.of('snapshotWanted')).toHaveLength(1)
    await time.pass(30_000)
    for (const client of [first, second]) client.send({ type: 'ping', time: 0 })
    await time.pass(30_000)
    expect(second.of('snapshotWanted')).toHaveLength(1)
    const third = await join()
    second.hangUp()
    await time.settle()
    expect(third.of('snapshotWanted')).toHaveLength(1)
  })
})

describe('stopping', () => {
  it('asks all to come back later and still keeps what had arrived', async () => {
    const client = await join()
    client.send(await put(1))
    relay.stop()
    await log.close()
    expect(client.closedFor).toBe('restarting')
    const kept = await createLog(store, time.environment)
    expect((await kept.state({ team: team.keys.team, doc })).head).toBe(1)
  })
})
