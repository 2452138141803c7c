import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { BLOB_HEADER_BYTES, blobAddress, createBlobs, isBlobAddress } from './blob'
import type { Blobs } from './blob'
import { blobPath, createBlobProof, parseBlobPath, parseBlobRefusal, verifyBlobProof } from './blob-request'
import type { BlobTarget } from './blob-request'
import { bytesToHex, concatBytes } from './bytes'
import { bucketSize } from './content'
import { createEditSecret, deriveTeamKeys } from './keys'
import type { TeamKeys } from './keys'
import { LIMITS } from './limits'
import { createCheapCrypto } from './test-support/cheap-crypto'
import { seededBytes } from './test-support/seeded-bytes'

const crypto = createCheapCrypto(seededBytes(11))
const RUNS = { numRuns: 60 }
const change = fc.tuple(fc.nat(), fc.integer({ min: 1, max: 255 }))
const altered = (bytes: Uint8Array, [where, by]: readonly [number, number]): Uint8Array => {
  const copy = bytes.slice()
  copy[where % copy.length] = (copy[where % copy.length] ?? 0) ^ by
  return copy
}

let keys: TeamKeys
let reader: TeamKeys
let blobs: Blobs
let foreign: Blobs
beforeAll(async () => {
  keys = await deriveTeamKeys(crypto, { mode: 'edit', editSecret: createEditSecret(crypto) })
  reader = await deriveTeamKeys(crypto, keys.invitations.view)
  blobs = createBlobs(crypto, keys)
  foreign = createBlobs(
    crypto,
    await deriveTeamKeys(crypto, { mode: 'edit', editSecret: createEditSecret(crypto) }),
  )
})
const sealed = async (file: Uint8Array) => {
  const result = await blobs.seal(file)
  if (!result.ok) throw new Error(result.error.reason)
  return result.value
}

describe('blobs', () => {
  it('B1 open to what was sealed, for members and readers, and for nobody else', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 3_000 }), async (file) => {
        const { address, bytes } = await sealed(file)
        expect(await blobs.open(bytes, address)).toEqual({ ok: true, value: file })
        expect(await createBlobs(crypto, reader).open(bytes, address)).toEqual({ ok: true, value: file })
        expect(await foreign.open(bytes, address)).toEqual({ ok: false, error: { reason: 'bad-seal' } })
      }),
      RUNS,
    )
  })
  it('B1 are padded, and differ each time the same file is sealed', async () => {
    for (const length of [0, 1, 124, 125, 5_000]) {
      const file = new Uint8Array(length).fill(7)
      const [first, second] = [await sealed(file), await sealed(file)]
      expect(first.bytes.length).toBe(BLOB_HEADER_BYTES + bucketSize(4 + length) + 16)
      expect(first.address).not.toBe(second.address)
    }
  })
  it('B2 have the hash of their bytes as address', async () => {
    const { address, bytes } = await sealed(Uint8Array.of(1, 2, 3))
    expect(address).toBe(bytesToHex(await crypto.sha256(bytes)))
    expect(isBlobAddress(address)).toBe(true)
    for (const text of ['', address.toUpperCase(), address.slice(1), `${address}/`, `../${address}`])
      expect(isBlobAddress(text)).toBe(false)
  })
  it('B2 altered, cut or lengthened are refused, even where the address is made to fit', async () => {
    const { address, bytes } = await sealed(new Uint8Array(300).fill(9))
    await fc.assert(
      fc.asyncProperty(change, async (how) => {
        const bad = altered(bytes, how)
        expect((await blobs.open(bad, address)).ok).toBe(false)
        expect((await blobs.open(bad, await blobAddress(crypto, bad))).ok).toBe(false)
      }),
      RUNS,
    )
    for (const bad of [bytes.subarray(0, -1), concatBytes(bytes, Uint8Array.of(0)), new Uint8Array(3)])
      expect((await blobs.open(bad, await blobAddress(crypto, bad))).ok).toBe(false)
  })
  it('B1 a later version is a refusal of its own', async () => {
    const { bytes } = await sealed(Uint8Array.of(1))
    const later = bytes.slice()
    later[0] = 2
    expect(await blobs.open(later, await blobAddress(crypto, later))).toEqual({
      ok: false,
      error: { reason: 'unknown-version' },
    })
  })
  it('B3 are made of at most 10 MiB, and then fit the limit', async () => {
    const largest = await sealed(new Uint8Array(LIMITS.fileBytes))
    expect(largest.bytes.length).toBeLessThanOrEqual(LIMITS.blobBytes)
    const beyond = await blobs.seal(new Uint8Array(LIMITS.fileBytes + 1))
    expect(beyond).toEqual({ ok: false, error: { reason: 'too-large' } })
  })
})

describe('proofs', () => {
  const now = 1_800_000_000_000
  const address = 'ab'.repeat(32)
  const from = { time: now, origin: 'https://a.b' }
  const put = (): BlobTarget => ({ verb: 'put', team: keys.team, address })

  it('B5 hold for the verb, team, address and key they were made for, and for nothing else', async () => {
    const header = await createBlobProof(keys, put(), from)
    expect(await verifyBlobProof(crypto, header, put(), now)).toEqual({
      ok: true,
      value: { mode: 'edit', origin: 'https://a.b' },
    })
    const get = await createBlobProof(reader, { ...put(), verb: 'get' }, from)
    expect(await verifyBlobProof(crypto, get, { ...put(), verb: 'get' }, now)).toMatchObject({
      ok: true,
      value: { mode: 'view' },
    })
    const others: BlobTarget[] = [
      { ...put(), verb: 'get' },
      { ...put(), team: 'cd'.repeat(16) },
      { ...put(), address: 'cd'.repeat(32) },
    ]
    for (const target of others) expect((await verifyBlobProof(crypto, header, target, now)).ok).toBe(false)
  })
  it('B5 a reader cannot claim the writer’s mode', async () => {
    const header = await createBlobProof({ ...reader, mode: 'edit' }, put(), from)
    expect(await verifyBlobProof(crypto, header, put(), now)).toMatchObject({
      error: { reason: 'wrong-proof' },
    })
  })
  it('B5 altered or foreign headers are refused and never throw', async () => {
    const header = await createBlobProof(keys, put(), from)
    await fc.assert(
      fc.asyncProperty(fc.nat(header.length - 9), fc.constantFrom('0', 'f', 'z', ' '), async (at, by) => {
        const bad = header.slice(0, 8 + at) + by + header.slice(9 + at)
        if (bad !== header) expect((await verifyBlobProof(crypto, bad, put(), now)).ok).toBe(false)
      }),
      RUNS,
    )
    await fc.assert(
      fc.asyncProperty(fc.string(), async (noise) => {
        expect((await verifyBlobProof(crypto, `Yokoten ${noise}`, put(), now)).ok).toBe(false)
        expect((await verifyBlobProof(crypto, noise, put(), now)).ok).toBe(false)
      }),
      RUNS,
    )
  })
  it('B6 are good for five minutes around the relay’s time', async () => {
    const header = await createBlobProof(keys, put(), from)
    for (const [skew, isGood] of [
      [LIMITS.blobProofMs, true],
      [-LIMITS.blobProofMs, true],
      [LIMITS.blobProofMs + 1, false],
      [-LIMITS.blobProofMs - 1, false],
    ] as const)
      expect((await verifyBlobProof(crypto, header, put(), now + skew)).ok).toBe(isGood)
  })
  it('B5 a path names team and address, and nothing else does', () => {
    const team = '0f'.repeat(16)
    expect(parseBlobPath(blobPath(team, address))).toEqual({ team, address })
    for (const path of ['/blobs', `/blobs/${team}`, `/blobs/${team}/..`, `/blobs/${team}/${address}/x`])
      expect(parseBlobPath(path)).toBeUndefined()
  })
  it('B6 a refusal is read from a relay, and from nobody else', () => {
    expect(parseBlobRefusal('{"refused":"stale","time":5}')).toEqual({ refused: 'stale', time: 5 })
    expect(parseBlobRefusal('{"refused":"team-full"}')).toEqual({ refused: 'team-full', time: undefined })
    for (const text of ['', '<html>', 'null', '{}', '{"refused":"toString"}', '{"refused":7}'])
      expect(parseBlobRefusal(text)).toBeUndefined()
  })
})
