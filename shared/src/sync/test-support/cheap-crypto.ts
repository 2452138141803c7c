// A stand-in for cryptography in simulations: fast, deterministic, rejects altered bytes, protects from nobody.
import { encodeUtf8 } from 'lib0/string'
import { concatBytes, equalBytes } from '../bytes'
import type { CryptoPort } from '../crypto-port'

/** Mixing of 32 bits (Murmur3's finaliser). */
function mix(value: number): number {
  let h = value
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return h ^ (h >>> 16)
}

/** 32 bytes spread from four 32-bit sums over all parts, word by word, and their lengths. */
function digest(label: string, ...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  let a = 0x9e3779b9
  let b = 0x85ebca6b
  let c = 0xc2b2ae35
  let d = 0x27d4eb2f
  for (const part of [encodeUtf8(label), ...parts]) {
    a = mix(a ^ part.length)
    for (let i = 0; i < part.length; i += 4) {
      // Beyond the end undefined counts as 0; the length was mixed in above.
      const word =
        (part[i] ?? 0) | ((part[i + 1] ?? 0) << 8) | ((part[i + 2] ?? 0) << 16) | ((part[i + 3] ?? 0) << 24)
      a = Math.imul(a ^ word, 0x01000193) ^ (b >>> 15)
      b = Math.imul(b + word, 0x5bd1e995) ^ (a >>> 13)
      c = (Math.imul(c, 31) + word) ^ (b >>> 16)
      d = Math.imul(d ^ c, 0x1b873593) + a
    }
  }
  const out = new Uint8Array(32)
  const view = new DataView(out.buffer)
  for (let i = 0; i < 8; i++) {
    const lane = i % 4 === 0 ? a : i % 4 === 1 ? b : i % 4 === 2 ? c : d
    view.setUint32(4 * i, mix(mix(lane + i) ^ Math.imul(d + a, i + 1)))
  }
  return out
}

const now = <T>(value: T): Promise<T> => Promise.resolve(value)

/** `randomBytes` should come from the simulation's seed, so that a run can be repeated to the byte. */
export function createCheapCrypto(randomBytes: (length: number) => Uint8Array): CryptoPort {
  const blurred = (bytes: Uint8Array, key: Uint8Array): Uint8Array =>
    bytes.map((byte, index) => byte ^ (key[index & 31] ?? 0))
  const tag = (key: Uint8Array, nonce: Uint8Array, additional: Uint8Array, plaintext: Uint8Array) =>
    digest('tag', key, nonce, additional, plaintext).subarray(0, 16)
  const signature = (publicKey: Uint8Array, data: Uint8Array) => {
    const half = digest('signature', publicKey, data)
    return concatBytes(half, digest('signature-end', half))
  }
  return {
    name: 'cheap',
    randomBytes,
    sha256: (data) => now(digest('hash', data)),
    hmacSha256: (key, data) => now(digest('hmac', key, data)),
    hkdfSha256: (secret, info) => now(digest('hkdf', secret, info)),
    sealingKey: (key) =>
      now({
        seal: (nonce: Uint8Array, plaintext: Uint8Array, additional: Uint8Array) =>
          now(concatBytes(blurred(plaintext, key), tag(key, nonce, additional, plaintext))),
        open(nonce: Uint8Array, sealed: Uint8Array, additional: Uint8Array) {
          if (sealed.length < 16) return now(undefined)
          const plaintext = blurred(sealed.subarray(0, -16), key)
          const isWhole = equalBytes(sealed.subarray(-16), tag(key, nonce, additional, plaintext))
          return now(isWhole ? plaintext : undefined)
        },
      }),
    signingKey(seed) {
      const publicKey = digest('public', seed)
      return now({ publicKey, sign: (data: Uint8Array) => now(signature(publicKey, data)) })
    },
    verifyingKey: (publicKey) =>
      now({
        verify: (signed: Uint8Array, data: Uint8Array) =>
          now(publicKey.length === 32 && equalBytes(signed, signature(publicKey, data))),
      }),
  }
}
