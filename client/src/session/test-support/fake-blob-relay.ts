// A relay's files in memory, over the port for asking a relay: checks proofs like a real one, and can fail at will.
import { parseBlobPath, verifyBlobProof } from '@yokoten/shared/sync'
import type { BlobRefusal, RelayCrypto } from '@yokoten/shared/sync'
import type { AskRelay } from '../ports'

export interface FakeBlobRelay {
  readonly ask: AskRelay
  /** By address. */
  readonly blobs: Map<string, Uint8Array>
  /** What was asked: method and address. */
  readonly asked: string[]
  generation: string
  isUp: boolean
  /** Decides about a request that was proved; undefined: it is served. */
  refuse: (method: string) => BlobRefusal | undefined
  /** What becomes of an answer: `lost` after the relay did what was asked. */
  answer: () => 'given' | 'lost'
  now: () => number
}

const STATUS: Partial<Record<BlobRefusal, number>> = {
  'not-found': 404,
  proof: 401,
  stale: 401,
  'view-only': 403,
}

export function createFakeBlobRelay(crypto: RelayCrypto): FakeBlobRelay {
  const blobs = new Map<string, Uint8Array>()
  const refusal = (refused: BlobRefusal, method: string) => ({
    status: STATUS[refused] ?? 507,
    generation: relay.generation,
    bytes: new TextEncoder().encode(
      method === 'HEAD' ? '' : JSON.stringify({ refused, ...(refused === 'stale' && { time: relay.now() }) }),
    ),
  })
  const relay: FakeBlobRelay = {
    blobs,
    asked: [],
    generation: '0a'.repeat(16),
    isUp: true,
    refuse: () => undefined,
    answer: () => 'given',
    now: Date.now,
    async ask(url, { method, authorization, body }) {
      if (!relay.isUp) throw new Error('unreachable')
      const name = parseBlobPath(new URL(url).pathname)
      if (!name) throw new Error(`no blob's address: ${url}`)
      relay.asked.push(`${method} ${name.address}`)
      const verb = method === 'PUT' ? 'put' : 'get'
      const proof = await verifyBlobProof(crypto, authorization, { verb, ...name }, relay.now())
      if (!proof.ok) return refusal(proof.error.reason === 'stale' ? 'stale' : 'proof', method)
      if (verb === 'put' && proof.value.mode === 'view') return refusal('view-only', method)
      const refused = relay.refuse(method)
      if (refused) return refusal(refused, method)
      if (body) blobs.set(name.address, body.slice())
      const found = blobs.get(name.address)
      if (relay.answer() === 'lost') throw new Error('lost')
      if (!found) return refusal('not-found', method)
      return {
        status: 200,
        generation: relay.generation,
        bytes: method === 'GET' ? found.slice() : new Uint8Array(0),
      }
    },
  }
  return relay
}
