import { LIMITS } from '@yokoten/shared/sync'
import { beforeEach, describe, expect, it } from 'vitest'
import { createLog } from './log/create-log'
import {
  bytes,
  createRelayUnderTest,
  createTeam,
  doc,
  sequencesOf,
  strand,
} from './test-support/relay-under-test'
import type { RelayUnderTest } from './test-support/relay-under-test'

let under: RelayUnderTest
beforeEach(async () => {
  under = await createRelayUnderTest()
})

describe('frames', () => {
  it('R1 acknowledges and delivers only what is durable', async () => {
    const [writer, reader] = [await under.join(), await under.join({ mode: 'view' })]
    under.fault = 'lose'
    writer.send(await under.put(1))
    await under.time.settle()
    expect(writer.of('acks')).toEqual([])
    expect(reader.of('frames')).toEqual([])

    await under.start()
    const again = await under.join()
    under.fault = 'none'
    again.send(await under.put(1))
    await under.time.settle()
    expect(again.of('acks')).toEqual([{ type: 'acks', doc, acks: [{ strand, seq: 1, sequence: 1 }] }])
  })
  it('delivers a frame whose sender is gone to one who came while it was being kept', async () => {
    const writer = await under.join()
    let open: () => void = () => undefined
    under.gate = new Promise((resolve) => (open = resolve))
    writer.send(await under.put(1))
    await under.time.settle()
    writer.hangUp()
    const reader = await under.join()
    expect(reader.of('caughtUp')).toHaveLength(1)
    open()
    await under.time.settle()
    expect(sequencesOf(reader.received)).toEqual([1])
  })
  it('gives all that a turn brought in one acknowledgement, and to each member one batch', async () => {
    const [writer, reader] = [await under.join(), await under.join({ mode: 'view' })]
    for (const message of await Promise.all([1, 2, 3].map((seq) => under.put(seq)))) writer.send(message)
    await under.time.settle()
    expect(writer.of('acks').map(({ acks }) => acks.length)).toEqual([3])
    expect(reader.of('frames').map(({ frames }) => frames.length)).toEqual([3])
  })
  it('R4 replays from a cursor that it knows, and everything to one that it does not', async () => {
    const writer = await under.join()
    const sent = await Promise.all([1, 2, 3].map((seq) => under.put(seq)))
    for (const message of sent) writer.send(message)
    await under.time.settle()
    const name = { team: under.team.keys.team, doc }
    const placeAt = async (sequence: number) => {
      const { place } = await under.log.read(name, sequence - 1, { frames: 1, bytes: 1 })
      return { generation: under.log.generation, sequence, mark: place?.mark ?? '' }
    }
    const [cursor, end] = [await placeAt(2), await placeAt(3)]
    const known = await under.connect()
    known.send({ type: 'open', doc, cursor })
    const unknown = await under.connect()
    unknown.send({ type: 'open', doc, cursor: { ...cursor, mark: strand } })
    await under.time.settle()
    expect(sequencesOf(known.received)).toEqual([3])
    expect(sequencesOf(unknown.received)).toEqual([1, 2, 3])
    expect(known.of('caughtUp')).toEqual([{ type: 'caughtUp', doc, known: true, cursor: end }])
    expect(unknown.of('caughtUp')).toEqual([{ type: 'caughtUp', doc, known: false, cursor: end }])
  })
  it('R5 keeps nothing of a connection that proved the reader’s key, whatever it sends', async () => {
    const reader = await under.join({ mode: 'view' })
    reader.send(await under.put(1))
    reader.send({ type: 'put', frame: await under.team.frame(doc, strand, 2, bytes(1), 'close') })
    reader.send({
      type: 'putSnapshot',
      covers: 1,
      vector: new Map(),
      frame: await under.team.frame(doc, strand, 1, bytes(1), 'snapshot'),
    })
    await under.time.settle()
    expect(reader.of('refused').map(({ code }) => code)).toEqual(['view-only', 'view-only', 'view-only'])
    expect((await under.log.state({ team: under.team.keys.team, doc })).head).toBe(0)
  })
  it('R6 M3 M5 refuses what is not a frame of this team and of an open document', async () => {
    const writer = await under.join()
    const other = await createTeam()
    writer.send({ type: 'put', frame: bytes(200) })
    writer.send({ type: 'put', frame: await other.frame(doc, strand, 1) })
    writer.send({ type: 'put', frame: await under.team.frame('ee'.repeat(16), strand, 1) })
    writer.send({ type: 'put', frame: await under.team.frame(doc, strand, 1, bytes(1), 'snapshot') })
    writer.sendBytes(Uint8Array.of(99, 1, 2))
    writer.sendBytes(Uint8Array.of(32, 1))
    await under.time.settle()
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
    const writer = await under.join()
    under.fault = 'refuse'
    writer.send(await under.put(1))
    await under.time.settle()
    expect(writer.of('refused')).toEqual([{ type: 'refused', doc, strand, seq: 1, code: 'cannot-store' }])
    under.fault = 'none'
    writer.send(await under.put(1))
    await under.time.settle()
    expect(writer.of('acks').flatMap(({ acks }) => acks)).toEqual([{ strand, seq: 1, sequence: 1 }])
  })
  it('R3 answers for missing frames itself, and asks editors for the rest', async () => {
    const [writer, editor, viewer] = [
      await under.join(),
      await under.join(),
      await under.join({ mode: 'view' }),
    ]
    writer.send(await under.put(2))
    await under.time.settle()
    viewer.send({ type: 'missing', doc, strand, from: 1, to: 2 })
    await under.time.settle()
    expect(viewer.of('found').map(({ frames }) => frames.map(({ sequence }) => sequence))).toEqual([[1]])
    expect(editor.of('missing')).toEqual([{ type: 'missing', doc, strand, from: 1, to: 2 }])
    expect(viewer.of('missing')).toEqual([])
    viewer.send({ type: 'missing', doc, strand, from: 1, to: 1 + LIMITS.missingSpan })
    await under.time.settle()
    expect(viewer.of('error')).toEqual([{ type: 'error', code: 'malformed' }])
  })
  it('passes presence to the others, viewers’ too, and stores none of it', async () => {
    const [editor, viewer] = [await under.join(), await under.join({ mode: 'view' })]
    const frame = await under.team.frame(doc, strand, 0, bytes(8), 'presence')
    viewer.send({ type: 'presence', frame })
    await under.time.settle()
    expect(editor.of('presence')).toHaveLength(1)
    expect(viewer.of('presence')).toEqual([])
    expect(editor.of('joined')).toHaveLength(1)
    expect(await under.log.usage(under.team.keys.team)).toEqual({ documents: 0, bytes: 0 })
  })
  it('sends nothing more of a document that was left', async () => {
    const [writer, reader] = [await under.join(), await under.join()]
    reader.send({ type: 'leave', doc })
    writer.send(await under.put(1))
    await under.time.settle()
    expect(reader.of('frames')).toEqual([])
    writer.hangUp()
    expect(under.relay.openDocuments).toBe(0)
  })
})

describe('snapshots', () => {
  const fill = async (from: number, to: number) => {
    const writer = await under.join()
    for (let seq = from; seq <= to; seq++) writer.send(await under.put(seq))
    await under.time.settle()
    return writer
  }
  const snapshot = async (covers: number) => ({
    type: 'putSnapshot' as const,
    covers,
    vector: new Map([[strand, covers]]),
    frame: await under.team.frame(doc, 'cc'.repeat(16), 1, bytes(50), 'snapshot'),
  })

  it('P1 P2 asks one editor who has everything, takes the snapshot from that one only', async () => {
    await under.start({ snapshotFrames: 5 })
    const viewer = await under.join({ mode: 'view' })
    const writer = await fill(1, 5)
    const late = await under.join()
    expect(writer.of('snapshotWanted')).toEqual([{ type: 'snapshotWanted', doc, upTo: 5 }])
    expect([...viewer.of('snapshotWanted'), ...late.of('snapshotWanted')]).toEqual([])
    late.send(await snapshot(5))
    await under.time.settle()
    expect(late.of('refused').map(({ code }) => code)).toEqual(['not-wanted'])
    writer.send(await snapshot(5))
    await under.time.settle()
    expect((await under.log.state({ team: under.team.keys.team, doc })).base).toBe(5)
    expect(sequencesOf((await under.join()).received)).toEqual([5])
  })
  it('P1 asks another editor when the one does not answer or leaves', async () => {
    await under.start({ snapshotFrames: 3 })
    const first = await fill(1, 3)
    const second = await under.join()
    expect(first.of('snapshotWanted')).toHaveLength(1)
    await under.time.pass(30_000)
    for (const client of [first, second]) client.send({ type: 'ping', time: 0 })
    await under.time.pass(30_000)
    expect(second.of('snapshotWanted')).toHaveLength(1)
    const third = await under.join()
    second.hangUp()
    await under.time.settle()
    expect(third.of('snapshotWanted')).toHaveLength(1)
  })
})

describe('stopping', () => {
  it('asks all to come back later and still keeps what had arrived', async () => {
    const client = await under.join()
    client.send(await under.put(1))
    under.relay.stop()
    await under.log.close()
    expect(client.closedFor).toBe('restarting')
    const kept = await createLog(under.store, under.time.environment)
    expect((await kept.state({ team: under.team.keys.team, doc })).head).toBe(1)
  })
})
