import { LIMITS } from '@yokoten/shared/sync'
import { beforeEach, describe, expect, it } from 'vitest'
import { bytes, createRelayUnderTest, sequencesOf } from './test-support/relay-under-test'
import type { RelayUnderTest } from './test-support/relay-under-test'

let under: RelayUnderTest
beforeEach(async () => {
  under = await createRelayUnderTest()
})

describe('limits', () => {
  it('keeps no queue for a slow reader and gives it everything, in order, when it drains', async () => {
    await under.start({ sendingBytes: 64 * 1024 })
    const [writer, slow] = [await under.join(), await under.join()]
    slow.setTaking(false)
    for (let seq = 1; seq <= 400; seq++) writer.send(await under.put(seq, bytes(10_000)))
    await under.time.settle()
    const overhead = 64 * 1024
    expect(slow.mostBuffered).toBeLessThan(64 * 1024 + LIMITS.batchBytes + overhead)
    expect(sequencesOf(slow.received).length).toBeLessThan(400)
    for (let round = 0; round < 40; round++) {
      slow.setTaking(true)
      slow.setTaking(false)
      await under.time.settle()
    }
    expect(sequencesOf(slow.received)).toEqual(Array.from({ length: 400 }, (_, index) => index + 1))
    expect(slow.mostBuffered).toBeLessThan(64 * 1024 + LIMITS.batchBytes + overhead)
  })
  it('does not read a connection that is over its rate, and reads on later', async () => {
    await under.start({ rate: { messages: 10, messageBurst: 5, bytes: 1e9, byteBurst: 1e9 } })
    const client = await under.join()
    for (let i = 0; i < 9; i++) client.send({ type: 'ping', time: i })
    await under.time.settle()
    expect(client.isPaused).toBe(true)
    await under.time.pass(450)
    expect(client.isPaused).toBe(true)
    await under.time.pass(100)
    expect(client.isPaused).toBe(false)
  })
  it('does not read a connection while too much of it waits for the disk', async () => {
    await under.start({ waitingBytes: 20_000 })
    const client = await under.join()
    for (const message of await Promise.all([1, 2, 3].map((seq) => under.put(seq, bytes(10_000)))))
      client.send(message)
    expect(client.isPaused).toBe(true)
    await under.time.settle()
    expect(client.isPaused).toBe(false)
    expect(client.of('acks').flatMap(({ acks }) => acks)).toHaveLength(3)
  })
  it('does not read a connection that takes none of its answers, and gives it up after ten minutes', async () => {
    await under.start({ sendingBytes: 1_000 })
    const [back, gone] = [await under.join(), await under.join()]
    for (const client of [back, gone]) {
      client.setTaking(false)
      while (!client.isPaused) client.send({ type: 'ping', time: 1 })
      expect(client.mostBuffered).toBeLessThan(1_100)
    }
    await under.time.pass(9 * 60_000)
    back.setTaking(true)
    expect(back.isPaused).toBe(false)
    back.send({ type: 'ping', time: 1 })
    await under.time.pass(60_000 - LIMITS.silenceMs)
    back.send({ type: 'ping', time: 1 })
    await under.time.pass(LIMITS.silenceMs - 1)
    expect([back.closedFor, gone.closedFor]).toEqual([undefined, undefined])
    await under.time.pass(1)
    expect(gone.closedFor).toBe('silent')
  })
  it('keeps a client that says nothing and answers below the protocol, as a page in the background does', async () => {
    const hidden = await under.join()
    for (let passed = 0; passed < 3 * LIMITS.silenceMs; passed += LIMITS.pingMs) {
      await under.time.pass(LIMITS.pingMs)
      hidden.answerBelow()
    }
    expect(hidden.closedFor).toBeUndefined()
    await under.time.pass(LIMITS.silenceMs)
    expect(hidden.closedFor).toBe('silent')
  })
  it('hangs up on a client that is silent, not on one that pings', async () => {
    const [silent, alive] = [await under.join(), await under.join()]
    for (let passed = 0; passed < LIMITS.silenceMs; passed += LIMITS.pingMs) {
      alive.send({ type: 'ping', time: passed })
      await under.time.pass(LIMITS.pingMs)
    }
    expect(silent.closedFor).toBe('silent')
    expect(alive.closedFor).toBeUndefined()
    expect(alive.of('pong')).not.toEqual([])
  })
  it('refuses frames beyond a team’s share, and documents beyond a connection’s', async () => {
    await under.start({ bytesPerTeam: 1_000, openDocuments: 1 })
    const client = await under.join()
    client.send(await under.put(1))
    client.send(await under.put(2, bytes(2_000)))
    client.send({ type: 'open', doc: 'ee'.repeat(16), cursor: undefined })
    await under.time.settle()
    expect(client.of('refused').map(({ code }) => code)).toEqual(['team-full'])
    expect(client.of('closed')).toEqual([
      { type: 'closed', doc: 'ee'.repeat(16), code: 'too-many-documents' },
    ])
  })
})
