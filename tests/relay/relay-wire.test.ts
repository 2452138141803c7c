// The relay over real sockets: what it keeps, passes on and refuses.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CLOSE, LIMITS } from '@yokoten/shared/sync'
import { readConfig } from '@yokoten/sync-server/config'
import { serve } from '@yokoten/sync-server/serve'
import type { Served } from '@yokoten/sync-server/serve'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { connectClient, createTestTeam, randomId } from '../support/relay-client'
import type { TestTeam } from '../support/relay-client'

let folder: string
let served: Served
let url: string
let team: TestTeam

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'yokoten-relay-'))
  const read = readConfig(['--dev', '--host', '127.0.0.1', '--port', '0', '--data-dir', folder], {})
  if (read.kind !== 'config') throw new Error('no configuration')
  served = await serve(read.config)
  url = `ws://127.0.0.1:${served.port}/sync`
  team = await createTestTeam()
})
afterEach(async () => {
  await served.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function enter(keys = team.keys) {
  const client = connectClient(url)
  await client.enter(keys)
  return client
}

describe('a team’s clients', () => {
  it('R4 pass a frame on unchanged, and a newcomer reads it from the beginning or from a cursor', async () => {
    const [doc, strand] = [randomId(), randomId()]
    const [writer, reader] = [await enter(), await enter(team.viewKeys)]
    await Promise.all([writer.open(doc), reader.open(doc)])
    const frame = await team.update(doc, strand, 1, 'one card')
    writer.send({ type: 'put', frame })
    const [ack] = (await writer.next('acks')).acks
    expect(ack).toEqual({ strand, seq: 1, sequence: 1 })
    const {
      frames: [live],
      mark,
    } = await reader.next('frames')
    expect(live && (await team.read(live.frame, doc))).toBe('one card')

    const newcomer = await enter()
    const { logged, cursor, known } = await newcomer.open(doc)
    expect(known).toBe(false)
    expect(cursor).toMatchObject({ sequence: 1, mark })
    expect(logged.map(({ frame: bytes }) => Buffer.compare(bytes, frame))).toEqual([0])
    const returning = await enter()
    expect(await returning.open(doc, cursor)).toMatchObject({ known: true, logged: [], cursor })
  })
  it('R3 get back 3,000 frames in order', async () => {
    const [doc, strand] = [randomId(), randomId()]
    const writer = await enter()
    await writer.open(doc)
    const count = 3_000
    for (let seq = 1; seq <= count; seq++)
      writer.send({ type: 'put', frame: await team.update(doc, strand, seq, `edit ${seq}`) })
    await writer.until(() => writer.of('acks').reduce((sum, { acks }) => sum + acks.length, 0) === count)
    const { logged } = await (await enter()).open(doc)
    expect(logged.map(({ sequence }) => sequence)).toEqual(Array.from({ length: count }, (_, i) => i + 1))
    const last = logged.at(-1)
    expect(last && (await team.read(last.frame, doc))).toBe(`edit ${count}`)
  })
  it('R5 that hold the view invitation only cannot write, whatever they send', async () => {
    const doc = randomId()
    const [viewer, editor] = [await enter(team.viewKeys), await enter()]
    await Promise.all([viewer.open(doc), editor.open(doc)])
    viewer.send({ type: 'put', frame: await team.update(doc, randomId(), 1, 'forged') })
    expect(await viewer.next('refused')).toMatchObject({ code: 'view-only' })
    expect((await (await enter()).open(doc)).logged).toEqual([])
    expect(editor.of('frames')).toEqual([])
  })
  it('are told of each other, and presence is not kept', async () => {
    const doc = randomId()
    const [first, second] = [await enter(), await enter(team.viewKeys)]
    await first.open(doc)
    await second.open(doc)
    expect(await first.next('joined')).toEqual({ type: 'joined', doc })
    const content = { schema: { min: 1, max: 1 }, body: new Uint8Array(4), vector: undefined }
    const sealed = await team.frames.seal({ type: 'presence', doc, strand: randomId(), seq: 0, content })
    if (!sealed.ok) throw new Error(sealed.error.reason)
    second.send({ type: 'presence', frame: sealed.value })
    expect((await first.next('presence')).frame).toHaveLength(sealed.value.length)
    expect((await (await enter()).open(doc)).logged).toEqual([])
  })
  it('that read slowly get everything, in order, when they read on', async () => {
    const [doc, strand] = [randomId(), randomId()]
    const [writer, slow] = [await enter(), await enter(team.viewKeys)]
    await Promise.all([writer.open(doc), slow.open(doc)])
    slow.socket.pause()
    const noise = new Uint8Array(200_000)
    const count = 100
    for (let seq = 1; seq <= count; seq++) {
      for (let at = 0; at < noise.length; at += 65_536)
        crypto.getRandomValues(noise.subarray(at, at + 65_536))
      writer.send({ type: 'put', frame: await team.update(doc, strand, seq, noise) })
    }
    await writer.until(() => writer.of('acks').reduce((sum, { acks }) => sum + acks.length, 0) === count)
    slow.socket.resume()
    const got = () => slow.of('frames').flatMap(({ frames }) => frames.map(({ sequence }) => sequence))
    await slow.until(() => got().length === count)
    expect(got()).toEqual(Array.from({ length: count }, (_, index) => index + 1))
  })
})

describe('strangers', () => {
  it('who send garbage are hung up on', async () => {
    const client = connectClient(url)
    await client.next('challenge')
    client.socket.send(new Uint8Array(300).fill(200))
    expect(await client.closed).toBe(CLOSE.protocol.code)
  })
  it('who send text are hung up on', async () => {
    const client = connectClient(url)
    await client.next('challenge')
    client.socket.send('hello')
    expect(await client.closed).toBe(CLOSE.protocol.code)
  })
  it('cannot make the relay keep more than a hello', async () => {
    const client = connectClient(url)
    await client.next('challenge')
    // A message that never ends: only its first part is sent.
    client.socket.send(new Uint8Array(LIMITS.helloBytes * 4), { fin: false })
    expect(await client.closed).toBe(CLOSE.tooLarge.code)
  })
  it('without the team’s key do not come in', async () => {
    const other = await createTestTeam()
    const client = connectClient(url)
    await client.enter({ ...team.keys, writer: other.keys.writer }).catch(() => undefined)
    expect(await client.closed).toBe(CLOSE.proof.code)
  })
  it('who say another origin than their browser does do not come in', async () => {
    const client = connectClient(url, { origin: 'https://evil.example' })
    await client.enter(team.keys, { origin: 'https://good.example' }).catch(() => undefined)
    expect(await client.closed).toBe(CLOSE.origin.code)
  })
  it('find no socket elsewhere', async () => {
    const client = connectClient(url.replace('/sync', '/elsewhere'))
    expect(await client.closed).toBe(1006)
  })
})

it('a message beyond the limit ends the connection, and nobody else’s', async () => {
  const [large, other] = [await enter(), await enter()]
  large.socket.send(new Uint8Array(LIMITS.messageBytes + 1))
  expect(await large.closed).toBe(1009)
  expect((await other.open(randomId())).logged).toEqual([])
})
