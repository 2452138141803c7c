// What a relay survives: being killed, wiped, set back, a full disk; and what its folder gives away.
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CLOSE } from '@yokoten/shared/sync'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { connectClient, createTestTeam, randomId } from '../support/relay-client'
import type { TestClient, TestTeam } from '../support/relay-client'
import { startRelayProcess } from '../support/relay-process'
import type { RelayProcess } from '../support/relay-process'

let top: string
let dataDir: string
let relay: RelayProcess
let team: TestTeam
const doc = randomId()
const strand = randomId()

beforeEach(async () => {
  top = mkdtempSync(join(tmpdir(), 'yokoten-relay-'))
  dataDir = join(top, 'data')
  team = await createTestTeam()
})
afterEach(async () => {
  await relay.kill()
  rmSync(top, { recursive: true, force: true })
})

async function enter() {
  const client = connectClient(relay.url)
  const { generation } = await client.enter(team.keys)
  return { client, generation }
}
const acked = (client: TestClient) => client.of('acks').flatMap(({ acks }) => acks)
async function put(client: TestClient, from: number, to: number) {
  for (let seq = from; seq <= to; seq++)
    client.send({ type: 'put', frame: await team.update(doc, strand, seq, `edit ${seq}`) })
  await client.until(() => acked(client).length >= to - from + 1)
}
const wordsOf = (logged: readonly { frame: Uint8Array }[]) =>
  Promise.all(logged.map(({ frame }) => team.read(frame, doc)))

describe('killed', () => {
  it('R1 in the middle of writing, it has everything that it acknowledged, and goes on', async () => {
    relay = await startRelayProcess({ dataDir })
    const { client, generation } = await enter()
    await client.open(doc)
    const sent = new Map<number, Uint8Array>()
    for (let seq = 1; seq <= 800; seq++) {
      const frame = await team.update(doc, strand, seq, `edit ${seq}`)
      sent.set(seq, frame)
      client.send({ type: 'put', frame })
      if (acked(client).length >= 300) break
    }
    await client.until(() => acked(client).length >= 300)
    await relay.kill()
    await client.closed
    const promised = acked(client)

    relay = await startRelayProcess({ dataDir })
    const again = await enter()
    expect(again.generation).toBe(generation)
    const { logged } = await again.client.open(doc)
    const bySequence = new Map(logged.map(({ sequence, frame }) => [sequence, frame]))
    expect(promised.length).toBeGreaterThanOrEqual(300)
    for (const { seq, sequence } of promised)
      expect(
        Buffer.compare(bySequence.get(sequence) ?? new Uint8Array(0), sent.get(seq) ?? new Uint8Array(1)),
      ).toBe(0)

    for (const frame of sent.values()) again.client.send({ type: 'put', frame })
    await again.client.until(() => acked(again.client).length === sent.size)
    const whole = await (await enter()).client.open(doc)
    expect(await wordsOf(whole.logged)).toEqual([...sent.keys()].map((seq) => `edit ${seq}`))
  })
})

describe('set back', () => {
  it('R4 wiped, it has another generation, knows no cursor and takes everything again', async () => {
    relay = await startRelayProcess({ dataDir })
    const before = await enter()
    await before.client.open(doc)
    await put(before.client, 1, 3)
    const { cursor } = await (await enter()).client.open(doc)
    await relay.kill()
    rmSync(dataDir, { recursive: true, force: true })

    relay = await startRelayProcess({ dataDir })
    const { client, generation } = await enter()
    expect(generation).not.toBe(before.generation)
    expect(await client.open(doc, cursor)).toMatchObject({ known: false, logged: [], cursor: undefined })
    await put(client, 1, 3)
    expect(await wordsOf((await (await enter()).client.open(doc)).logged)).toEqual([
      'edit 1',
      'edit 2',
      'edit 3',
    ])
  })
  it('R4 to an older copy, it does not take a cursor of the time since, even when it has grown as long', async () => {
    relay = await startRelayProcess({ dataDir })
    const { client } = await enter()
    await client.open(doc)
    await put(client, 1, 2)
    const { cursor: shared } = await (await enter()).client.open(doc)
    await relay.kill('SIGTERM')
    const copy = join(top, 'copy')
    cpSync(dataDir, copy, { recursive: true })
    relay = await startRelayProcess({ dataDir })
    const since = await enter()
    await since.client.open(doc)
    await put(since.client, 3, 4)
    const { cursor } = await (await enter()).client.open(doc)
    await relay.kill()
    rmSync(dataDir, { recursive: true, force: true })
    cpSync(copy, dataDir, { recursive: true })

    relay = await startRelayProcess({ dataDir })
    const back = await enter()
    expect(back.generation).toBe(cursor?.generation)
    const reopened = await back.client.open(doc, cursor)
    expect(reopened.known).toBe(false)
    expect(await wordsOf(reopened.logged)).toEqual(['edit 1', 'edit 2'])

    const other = randomId()
    for (const seq of [1, 2])
      back.client.send({ type: 'put', frame: await team.update(doc, other, seq, `other ${seq}`) })
    await back.client.until(() => acked(back.client).length === 2)
    const grown = await (await enter()).client.open(doc, cursor)
    expect(grown.known).toBe(false)
    expect(grown.logged).toHaveLength(4)
    // What both histories share is still known.
    expect((await (await enter()).client.open(doc, shared)).known).toBe(true)
  })
})

it.skipIf(process.platform === 'win32')(
  'with a full disk it says so, keeps what it had, and keeps on serving it',
  async () => {
    relay = await startRelayProcess({ dataDir, maxFileKiB: 2_048 })
    const { client } = await enter()
    await client.open(doc)
    const noise = crypto.getRandomValues(new Uint8Array(60_000))
    let seq = 0
    while (client.of('refused').length === 0) {
      seq++
      client.send({ type: 'put', frame: await team.update(doc, strand, seq, noise) })
      await client.until(() => acked(client).length + client.of('refused').length >= seq)
    }
    expect(client.of('refused').map(({ code }) => code)).toEqual(['cannot-store'])
    const promised = acked(client).map(({ sequence }) => sequence)
    expect(promised.length).toBeGreaterThan(5)
    expect((await (await enter()).client.open(doc)).logged.map(({ sequence }) => sequence)).toEqual(promised)
    await relay.kill('SIGTERM')

    relay = await startRelayProcess({ dataDir })
    const later = await enter()
    expect((await later.client.open(doc)).logged.map(({ sequence }) => sequence)).toEqual(promised)
    later.client.send({ type: 'put', frame: await team.update(doc, strand, seq, 'now it fits') })
    expect((await later.client.next('acks')).acks).toMatchObject([{ seq, sequence: promised.length + 1 }])
  },
)

it('keeps no plain text in its folder and writes none to its output', async () => {
  relay = await startRelayProcess({ dataDir, env: { LOG_LEVEL: 'debug' } })
  const { client } = await enter()
  await client.open(doc)
  const title = 'Zylinderkopf nachfräsen, Auftrag 4711'
  client.send({ type: 'put', frame: await team.update(doc, strand, 1, title.repeat(20)) })
  await client.next('acks')
  await relay.kill('SIGTERM')
  const files = readdirSync(dataDir, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  const bytes = Buffer.concat(files.map((entry) => readFileSync(join(entry.parentPath, entry.name))))
  expect(bytes.includes(Buffer.from(team.keys.team, 'hex'))).toBe(true)
  expect(bytes.includes('Zylinderkopf')).toBe(false)
  expect(bytes.includes(Buffer.from('Zylinderkopf', 'utf16le'))).toBe(false)
  expect(relay.output()).not.toContain(team.keys.team)
})

describe('SIGTERM', () => {
  it('asks clients to come back later, keeps what arrived, and ends well', async () => {
    relay = await startRelayProcess({ dataDir })
    const { client } = await enter()
    await client.open(doc)
    await put(client, 1, 1)
    const code = relay.kill('SIGTERM')
    expect(await client.closed).toBe(CLOSE.restarting.code)
    expect(await code).toBe(0)
    relay = await startRelayProcess({ dataDir })
    expect((await (await enter()).client.open(doc)).logged).toHaveLength(1)
  })
  it('frees the folder; before that a second relay does not start on it', async () => {
    relay = await startRelayProcess({ dataDir })
    await expect(startRelayProcess({ dataDir })).rejects.toThrow(
      /in use by process \d+\. Stop that one, or set DATA_DIR/,
    )
    await expect(startRelayProcess({ dataDir: join(top, 'other'), port: relay.port })).rejects.toThrow(
      `Port ${relay.port} is taken`,
    )
  })
})
