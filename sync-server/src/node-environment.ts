// The machine's time, chance and cryptography.
import { createHash, createPublicKey, randomBytes, verify } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import type { RelayCrypto } from '@yokoten/shared/sync'
import type { Environment } from './ports'

/** What stands before a raw Ed25519 public key in its SPKI form (RFC 8410). */
const SPKI = Buffer.from('302a300506032b6570032100', 'hex')

function publicKey(raw: Uint8Array): KeyObject | undefined {
  try {
    return createPublicKey({ key: Buffer.concat([SPKI, raw]), format: 'der', type: 'spki' })
  } catch {
    return undefined
  }
}

/** node:crypto rather than its WebCrypto, which calls Ed25519 experimental on Node 20 and says so on every start. */
export const nodeCrypto: RelayCrypto = {
  sha256: async (data) => createHash('sha256').update(data).digest(),
  async verifyingKey(raw) {
    const key = publicKey(raw)
    return {
      verify: async (signature, data) =>
        key !== undefined && signature.length === 64 && verify(null, data, key, signature),
    }
  },
}

export const nodeEnvironment: Environment = {
  now: Date.now,
  random: randomBytes,
  soon: (run) => void setImmediate(run),
  after(ms, run) {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
  crypto: nodeCrypto,
}
