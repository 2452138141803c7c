// Files at a real relay: who may put and get, what it takes, and what its folder gives away.
import { mkdtempSync, readFileSync, readdirSync, rmSync, truncateSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createWebCrypto } from '@yokoten/client/session/crypto'
import { blobPath, createBlobProof, createBlobs, LIMITS, parseBlobRefusal } from '@yokoten/shared/sync'
import type { TeamKeys } from '@yokoten/shared/sync'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { connectClient, createTestTeam, randomId } from '../support/relay-client'
import type { TestTeam } from '../support/relay-client'
import { startRelayProcess } from '../support/relay-process'
import type { RelayProcess } from '../support/relay-process'

const crypto = createWebCrypto(globalThis.crypto)
const doc = randomId()

let top: string
let dataDir: string
let relay: RelayProcess
let team: TestTeam

beforeEach(async () => {
  top = mkdtempSync(join(tmpdir(), 'yokoten-blobs-'))
  dataDir = join(top, 'data')
  team = await createTestTeam()
})
afterEach(async () => {
  await relay.kill()
  rmSync(top, { recursive: true, force: true })
})

/** A relay that keeps a document of the team. */
async function start(options: Partial<Parameters<typeof startRelayProcess>[0]> = {}) {
  relay = await startRelayProcess({ dataDir, ...options })
  const client = connectClient(relay.url)
  await client.enter(team.keys)
  await client.open(doc)
  client.send({ type: 'put', frame: await team.update(doc, randomId(), 1, 'a board') })
  await client.next('acks')
  client.close()
}
async function sealed(file: Uint8Array) {
  const blob = await createBlobs(crypto, team.keys).seal(file)
  if (!blob.ok) throw new Error(blob.error.reason)
  return blob.value
}
interface Asked {
  readonly keys?: TeamKeys
  readonly body?: Uint8Array
  readonly headers?: Record<string, string>
  readonly time?: number
  readonly origin?: string
}
async function ask(method: 'GET' | 'HEAD' | 'PUT', address: string, asked: Asked = {}) {
  const { keys = team.keys, body, headers = {}, time = Date.now(), origin = '' } = asked
  const verb = method === 'PUT' ? 'put' : 'get'
  const proof = await createBlobProof(keys, { verb, team: keys.team, address }, { time, origin })
  const answer = await fetch(`http://127.0.0.1:${relay.port}${blobPath(keys.team, address)}`, {
    method,
    headers: { Authorization: proof, ...headers },
    ...(body ? { body: body.slice() } : {}),
  })
  const bytes = new Uint8Array(await answer.arrayBuffer())
  const refusal = parseBlobRefusal(new TextDecoder().decode(bytes))
  return {
    status: answer.status,
    bytes,
    refused: refusal?.refused,
    time: refusal?.time,
    headers: answer.headers,
  }
}
const put = (blob: { address: string; bytes: Uint8Array }, asked: Asked = {}) =>
  ask('PUT', blob.address, { body: blob.bytes, ...asked })

describe('files at a relay', () => {
  it('B5 B8 are given back as they were put, also after it was killed', async () => {
    await start()
    const file = new TextEncoder().encode('photo of press 3 '.repeat(4_000))
    const blob = await sealed(file)
    expect((await ask('HEAD', blob.address)).status).toBe(404)
    expect((await put(blob)).status).toBe(201)
    expect((await put(blob)).status).toBe(200)
    await relay.kill()
    relay = await startRelayProcess({ dataDir })
    expect((await ask('HEAD', blob.address)).status).toBe(200)
    const got = await ask('GET', blob.address)
    expect(got.headers.get('content-type')).toBe('application/octet-stream')
    expect(got.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(await createBlobs(crypto, team.keys).open(got.bytes, blob.address)).toEqual({
      ok: true,
      value: file,
    })
  })
  it('B7 a view invitation gets and does not put; strangers do neither', async () => {
    await start()
    const blob = await sealed(Uint8Array.of(1, 2, 3))
    expect(await put(blob, { keys: team.viewKeys })).toMatchObject({ status: 403, refused: 'view-only' })
    await put(blob)
    expect((await ask('GET', blob.address, { keys: team.viewKeys })).bytes).toEqual(blob.bytes)
    const stranger = await createTestTeam()
    const foreign = await createBlobProof(
      stranger.keys,
      { verb: 'get', team: team.keys.team, address: blob.address },
      { time: Date.now(), origin: '' },
    )
    const headers = { Authorization: foreign }
    expect(await ask('GET', blob.address, { headers })).toMatchObject({ status: 401, refused: 'proof' })
    expect(await ask('GET', blob.address, { headers: { Authorization: '' } })).toMatchObject({ status: 401 })
    expect((await ask('GET', blob.address, { keys: stranger.keys })).status).toBe(404)
  })
  it('B6 an old proof is refused with the relay’s time, and by that time it is taken', async () => {
    await start()
    const blob = await sealed(Uint8Array.of(1))
    const late = await ask('HEAD', blob.address, { time: Date.now() - LIMITS.blobProofMs - 60_000 })
    expect(late.status).toBe(401)
    const stale = await put(blob, { time: Date.now() + LIMITS.blobProofMs + 60_000 })
    expect(stale.refused).toBe('stale')
    expect(Math.abs((stale.time ?? 0) - Date.now())).toBeLessThan(60_000)
    expect((await put(blob, { time: stale.time ?? 0 })).status).toBe(201)
  })
  it('B7 a team that has no document here is not known yet', async () => {
    relay = await startRelayProcess({ dataDir })
    expect(await put(await sealed(Uint8Array.of(1)))).toMatchObject({ status: 409, refused: 'unknown-team' })
  })
  it('B2 B3 takes no other bytes than those of the address, and none too large', async () => {
    await start()
    const [one, other] = [await sealed(Uint8Array.of(1)), await sealed(Uint8Array.of(2))]
    expect(await put({ address: one.address, bytes: other.bytes })).toMatchObject({
      refused: 'wrong-address',
    })
    expect((await ask('GET', one.address)).status).toBe(404)
    const status = await new Promise<number>((resolve, reject) => {
      void createBlobProof(
        team.keys,
        { verb: 'put', team: team.keys.team, address: one.address },
        { time: Date.now(), origin: '' },
      ).then((Authorization) =>
        request(
          {
            port: relay.port,
            host: '127.0.0.1',
            method: 'PUT',
            path: blobPath(team.keys.team, one.address),
            headers: { Authorization, 'Content-Length': LIMITS.blobBytes + 1 },
          },
          (response) => resolve(response.statusCode ?? 0),
        )
          .on('error', reject)
          .flushHeaders(),
      )
    })
    expect(status).toBe(413)
  })
  it('B9 torn bytes are not served, and whoever has the file fills them in again', async () => {
    await start()
    const blob = await sealed(new Uint8Array(5_000).fill(3))
    await put(blob)
    truncateSync(join(dataDir, 'blobs', team.keys.team, blob.address), 100)
    expect(await ask('GET', blob.address)).toMatchObject({ status: 404, refused: 'not-found' })
    expect((await put(blob)).status).toBe(201)
    expect((await ask('GET', blob.address)).bytes).toEqual(blob.bytes)
  })
  it('B10 files count in the team’s room, for files and for documents', async () => {
    await start({ env: { MAX_MEGABYTES_PER_TEAM: '1' } })
    const first = await sealed(new Uint8Array(900_000))
    expect((await put(first)).status).toBe(201)
    expect(await put(await sealed(new Uint8Array(200_000)))).toMatchObject({ refused: 'team-full' })
    const client = connectClient(relay.url)
    await client.enter(team.keys)
    await client.open(doc)
    const noise = globalThis.crypto.getRandomValues(new Uint8Array(60_000))
    const strand = randomId()
    for (const seq of [1, 2, 3])
      client.send({ type: 'put', frame: await team.update(doc, strand, seq, noise) })
    expect((await client.next('refused')).code).toBe('team-full')
    expect((await ask('GET', first.address)).bytes).toEqual(first.bytes)
  })
  it.skipIf(process.platform === 'win32')(
    'B10 with a full disk it says so, keeps what it had, and leaves nothing of what did not fit',
    async () => {
      await start({ maxFileKiB: 512 })
      const small = await sealed(new Uint8Array(100_000))
      expect((await put(small)).status).toBe(201)
      expect(await put(await sealed(new Uint8Array(800_000)))).toMatchObject({
        status: 507,
        refused: 'cannot-store',
      })
      expect(readdirSync(join(dataDir, 'blobs', team.keys.team))).toEqual([small.address])
      expect((await ask('GET', small.address)).bytes).toEqual(small.bytes)
    },
  )
  it('B5 an app of another origin may ask; where origins are configured, no foreign one', async () => {
    await start({ env: { ORIGINS: 'https://a.example' } }).catch(() => undefined)
    const blob = await sealed(Uint8Array.of(1))
    const from = (origin: string) => ({ origin, headers: { Origin: origin } })
    const allowed = await ask('HEAD', blob.address, from('https://a.example'))
    expect(allowed.headers.get('access-control-allow-origin')).toBe('https://a.example')
    expect(allowed.status).toBe(404)
    const foreign = await ask('HEAD', blob.address, from('https://b.example'))
    expect(foreign.status).toBe(403)
    expect(foreign.headers.get('access-control-allow-origin')).toBeNull()
    const lying = { origin: 'https://a.example', headers: { Origin: 'https://b.example' } }
    expect((await ask('HEAD', blob.address, lying)).status).toBe(403)
    const url = `http://127.0.0.1:${relay.port}${blobPath(team.keys.team, blob.address)}`
    const preflight = await fetch(url, { method: 'OPTIONS', headers: { Origin: 'https://a.example' } })
    expect(preflight.status).toBe(204)
    expect(preflight.headers.get('access-control-allow-headers')).toContain('Authorization')
    expect(preflight.headers.get('access-control-allow-methods')).toContain('PUT')
  })
  it('B13 keeps nothing of a file in the clear, and writes none of it to its output', async () => {
    await start({ env: { LOG_LEVEL: 'debug' } })
    await put(await sealed(new TextEncoder().encode('Zylinderkopf nachfräsen '.repeat(200))))
    await relay.kill('SIGTERM')
    const files = readdirSync(dataDir, { recursive: true, withFileTypes: true }).filter((one) => one.isFile())
    const bytes = Buffer.concat(files.map((one) => readFileSync(join(one.parentPath, one.name))))
    expect(files.some((one) => one.name.length === 64)).toBe(true)
    expect(bytes.includes('Zylinderkopf')).toBe(false)
    expect(relay.output()).not.toContain(team.keys.team)
  })
})
