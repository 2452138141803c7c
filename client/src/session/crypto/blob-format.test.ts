import type { CryptoPort } from '@yokoten/shared/sync'
import { bytesToHex, createBlobProof, createBlobs, deriveTeamKeys } from '@yokoten/shared/sync'
import { describe, expect, it } from 'vitest'
import { createNobleCrypto } from './noble-crypto'
import { createWebCrypto } from './web-crypto'

/** The blob of 01 02 03 and a proof for it, from the secret 00 01 02 … 1f, with salt and nonce of fixed bytes. */
async function formatOf(port: CryptoPort) {
  const crypto: CryptoPort = { ...port, randomBytes: (length) => new Uint8Array(length).fill(0x5a) }
  const editSecret = Uint8Array.from({ length: 32 }, (_, index) => index)
  const keys = await deriveTeamKeys(crypto, { mode: 'edit', editSecret })
  const blob = await createBlobs(crypto, keys).seal(Uint8Array.of(1, 2, 3))
  if (!blob.ok) throw new Error(blob.error.reason)
  const { address, bytes } = blob.value
  const from = { time: 1_800_000_000_000, origin: 'https://yokoten.example' }
  return {
    address,
    bytes: bytesToHex(bytes),
    proof: await createBlobProof(keys, { verb: 'put', team: keys.team, address }, from),
  }
}

describe('blob format', () => {
  it('B4 a fixed secret gives this blob, address and proof', async () => {
    expect(await formatOf(createNobleCrypto())).toMatchInlineSnapshot(`
      {
        "address": "42a737376c8cbc2e16cfe3603cda722a57ee0a2834063571594c63daf20b18af",
        "bytes": "015a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a6d3f08c7968b350870f7aac7600e006d34086cdf4c768d5e108a2d1eb4b044477b74c97204f5d1d41b04b30aaa3c04e7923aa328967c20ee1718a7dec816256b00ed8d38336ec548f508caac88a3bcac791036a8aeda8a30d0e68b4e55c71da2c55894e6e533c87b83878ac81e4e0324a2cbafd5c8e25ed435b2ad0d5d39850c2d741f15e2ae0912f9194c94421e074d",
        "proof": "Yokoten 0101126aac28a586e6c70a7df28bc16b25d2def880877d8c5d85ac66a0b51d6fdfc1d579cbb586b28cc3e0dec63e8a56117d2992c78783b710e05b759a989d89b99501a3185c5000001768747470733a2f2f796f6b6f74656e2e6578616d706c6537dfa276e51a26506b367bf23eeaad05b6b3776eb89c5b51c555a521c5ce8aa105c5ce3fe5950c0ed437e60206e1aa3e32f34daf2e80512803d7de9396a53d0e",
      }
    `)
  })
  it('B4 WebCrypto and @noble give the same bytes', async () => {
    expect(await formatOf(createWebCrypto())).toEqual(await formatOf(createNobleCrypto()))
  })
})
