// The acceptance suite of the crypto port: what every implementation must do, and what a real one must compute.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bytesToHex, concatBytes, hexToBytes } from '../bytes'
import type { CryptoPort } from '../crypto-port'

const hex = (text: string): Uint8Array => {
  const bytes = hexToBytes(text)
  if (!bytes) throw new Error(`not hexadecimal: ${text}`)
  return bytes
}
const ascii = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0))
const exactly = (length: number) => fc.uint8Array({ minLength: length, maxLength: length })
const some = fc.uint8Array({ maxLength: 100 })
const RUNS = { numRuns: 30 }

/** The same bytes as a view into the middle of a larger buffer. */
const asView = (bytes: Uint8Array): Uint8Array =>
  concatBytes(Uint8Array.of(7, 7, 7), bytes, Uint8Array.of(9)).subarray(3, 3 + bytes.length)

const alteredAt = (bytes: Uint8Array, where: number, by: number): Uint8Array => {
  const copy = bytes.slice()
  copy[where % copy.length] = (copy[where % copy.length] ?? 0) ^ by
  return copy
}
const change = fc.tuple(fc.nat(), fc.integer({ min: 1, max: 255 }))

/** `real`: the published test vectors must come out too. */
export function describeCryptoPort(
  name: string,
  create: () => Promise<CryptoPort>,
  { real }: { readonly real: boolean },
): void {
  describe(`crypto port: ${name}`, () => {
    describeBehaviour(create)
    if (real) describeVectors(create)
  })
}

function describeBehaviour(create: () => Promise<CryptoPort>): void {
  it('gives as many random bytes as asked for, others each time', async () => {
    const crypto = await create()
    expect(crypto.randomBytes(0)).toHaveLength(0)
    expect(crypto.randomBytes(33)).toHaveLength(33)
    expect(crypto.randomBytes(16)).not.toEqual(crypto.randomBytes(16))
  })

  it('hashes, authenticates and derives: 32 bytes, the same for the same input, also through views', async () => {
    const crypto = await create()
    await fc.assert(
      fc.asyncProperty(exactly(32), some, change, async (key, data, [where, by]) => {
        const other = alteredAt(concatBytes(data, Uint8Array.of(0)), where, by)
        for (const compute of [
          (input: Uint8Array) => crypto.sha256(input),
          (input: Uint8Array) => crypto.hmacSha256(key, input),
          (input: Uint8Array) => crypto.hkdfSha256(key, input),
          (input: Uint8Array) => crypto.hmacSha256(asView(key), input),
        ]) {
          const out = await compute(data)
          expect(out).toHaveLength(32)
          expect(await compute(asView(data))).toEqual(out)
          expect(await compute(other)).not.toEqual(out)
        }
        expect(await crypto.hkdfSha256(data.length ? data : key, key)).not.toEqual(
          await crypto.hkdfSha256(alteredAt(key, where, by), key),
        )
      }),
      RUNS,
    )
  })

  it('opens what it sealed and leaves its arguments as they were', async () => {
    const crypto = await create()
    await fc.assert(
      fc.asyncProperty(exactly(32), exactly(12), some, some, async (raw, nonce, plaintext, additional) => {
        const before = [raw, nonce, plaintext, additional].map((bytes) => bytes.slice())
        const key = await crypto.sealingKey(asView(raw))
        const sealed = await key.seal(asView(nonce), asView(plaintext), asView(additional))
        expect(sealed).toHaveLength(plaintext.length + 16)
        expect(await (await crypto.sealingKey(raw)).open(nonce, asView(sealed), additional)).toEqual(
          plaintext,
        )
        expect([raw, nonce, plaintext, additional]).toEqual(before)
      }),
      RUNS,
    )
  })

  it('opens nothing that was altered anywhere, cut short, or sealed by another key', async () => {
    const crypto = await create()
    await fc.assert(
      fc.asyncProperty(
        exactly(32),
        exactly(12),
        some,
        fc.uint8Array({ minLength: 1, maxLength: 40 }),
        change,
        async (raw, nonce, plaintext, additional, [where, by]) => {
          const key = await crypto.sealingKey(raw)
          const sealed = await key.seal(nonce, plaintext, additional)
          expect(await key.open(alteredAt(nonce, where, by), sealed, additional)).toBeUndefined()
          expect(await key.open(nonce, alteredAt(sealed, where, by), additional)).toBeUndefined()
          expect(await key.open(nonce, sealed, alteredAt(additional, where, by))).toBeUndefined()
          expect(await key.open(nonce, sealed.subarray(0, where % sealed.length), additional)).toBeUndefined()
          const other = await crypto.sealingKey(alteredAt(raw, where, by))
          expect(await other.open(nonce, sealed, additional)).toBeUndefined()
        },
      ),
      RUNS,
    )
  })

  it('verifies what it signed, and nothing altered, of another length or by another key', async () => {
    const crypto = await create()
    await fc.assert(
      fc.asyncProperty(
        exactly(32),
        fc.uint8Array({ minLength: 1, maxLength: 60 }),
        change,
        async (seed, data, [where, by]) => {
          const signer = await crypto.signingKey(asView(seed))
          expect(signer.publicKey).toHaveLength(32)
          const signature = await signer.sign(asView(data))
          expect(signature).toHaveLength(64)
          expect(await signer.sign(data)).toEqual(signature)
          const verifier = await crypto.verifyingKey(asView(signer.publicKey))
          expect(await verifier.verify(asView(signature), asView(data))).toBe(true)
          expect(await verifier.verify(signature, alteredAt(data, where, by))).toBe(false)
          expect(await verifier.verify(alteredAt(signature, where, by), data)).toBe(false)
          expect(await verifier.verify(signature.subarray(0, 63), data)).toBe(false)
          expect(await verifier.verify(concatBytes(signature, Uint8Array.of(0)), data)).toBe(false)
          const other = await crypto.signingKey(alteredAt(seed, where, by))
          expect(other.publicKey).not.toEqual(signer.publicKey)
          expect(await (await crypto.verifyingKey(other.publicKey)).verify(signature, data)).toBe(false)
        },
      ),
      RUNS,
    )
  })

  it('verifies nothing by a key that is no point or has another length', async () => {
    const crypto = await create()
    const signature = await (await crypto.signingKey(new Uint8Array(32))).sign(ascii('x'))
    for (const noKey of [
      new Uint8Array(0),
      new Uint8Array(31),
      new Uint8Array(33),
      new Uint8Array(32).fill(2),
    ])
      expect(await (await crypto.verifyingKey(noKey)).verify(signature, ascii('x'))).toBe(false)
  })
}

function describeVectors(create: () => Promise<CryptoPort>): void {
  it('SHA-256 of FIPS 180-4', async () => {
    const crypto = await create()
    expect(bytesToHex(await crypto.sha256(ascii('abc')))).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    )
  })
  it('HMAC-SHA-256 of RFC 4231, case 2', async () => {
    const crypto = await create()
    const mac = await crypto.hmacSha256(ascii('Jefe'), ascii('what do ya want for nothing?'))
    expect(bytesToHex(mac)).toBe('5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843')
  })
  it('HKDF-SHA-256 of RFC 5869, case 3', async () => {
    const crypto = await create()
    const key = await crypto.hkdfSha256(new Uint8Array(22).fill(0x0b), new Uint8Array(0))
    expect(bytesToHex(key)).toBe('8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d')
  })
  it('AES-256-GCM of the GCM specification, case 16', async () => {
    const crypto = await create()
    const raw = hex('feffe9928665731c6d6a8f9467308308'.repeat(2))
    const plaintext = hex(
      'd9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72' +
        '1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39',
    )
    const key = await crypto.sealingKey(raw)
    const additional = hex('feedfacedeadbeeffeedfacedeadbeefabaddad2')
    const sealed = await key.seal(hex('cafebabefacedbaddecaf888'), plaintext, additional)
    expect(bytesToHex(sealed)).toBe(
      '522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa' +
        '8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662' +
        '76fc6ece0f4e1768cddf8853bb2d551b',
    )
  })
  it('Ed25519 of RFC 8032, tests 1 and 2', async () => {
    const crypto = await create()
    const first = await crypto.signingKey(
      hex('9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60'),
    )
    expect(bytesToHex(first.publicKey)).toBe(
      'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
    )
    expect(bytesToHex(await first.sign(new Uint8Array(0)))).toBe(
      'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155' +
        '5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
    )
    const second = await crypto.signingKey(
      hex('4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb'),
    )
    expect(bytesToHex(await second.sign(hex('72')))).toBe(
      '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da' +
        '085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
    )
  })
}
