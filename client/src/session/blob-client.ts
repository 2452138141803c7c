// One relay's files over HTTP: puts, gets and asks with a proof of this device's key, by the relay's clock.
import { blobPath, createBlobProof, parseBlobRefusal } from '@yokoten/shared/sync'
import type { BlobRefusal, TeamKeys } from '@yokoten/shared/sync'
import type { Ports, RelayAnswer } from './ports'

/** `unreachable`: no answer, or that of another server. */
export type BlobOutcome =
  | { readonly kind: 'done'; readonly generation: string; readonly bytes: Uint8Array }
  | { readonly kind: 'refused'; readonly refusal: BlobRefusal }
  | { readonly kind: 'unreachable' }

export interface BlobClient {
  put(relay: string, address: string, bytes: Uint8Array): Promise<BlobOutcome>
  get(relay: string, address: string): Promise<BlobOutcome>
  /** Asks whether it is there, without its bytes. */
  has(relay: string, address: string): Promise<BlobOutcome>
}

/** Where a relay's files are, from the address of its socket. */
export const blobUrl = (relay: string, team: string, address: string): string =>
  relay.replace(/^ws/, 'http').replace(/\/sync\/?$/, '') + blobPath(team, address)

/** The refusal where an answer has no body, to `HEAD`. */
const BY_STATUS: Readonly<Record<number, BlobRefusal>> = { 401: 'proof', 403: 'view-only', 404: 'not-found' }

/** `offset`: the relay's clock minus this device's, in milliseconds. Never rejects. */
export function createBlobClient(options: {
  readonly ports: Pick<Ports, 'askRelay' | 'wall' | 'origin'>
  readonly keys: TeamKeys
  readonly offset: () => number
}): BlobClient {
  const { ports, keys, offset } = options

  async function ask(
    method: 'GET' | 'HEAD' | 'PUT',
    relay: string,
    address: string,
    body?: Uint8Array,
    time = ports.wall() + offset(),
    isAgain = false,
  ): Promise<BlobOutcome> {
    const target = { verb: method === 'PUT' ? 'put' : 'get', team: keys.team, address } as const
    const authorization = await createBlobProof(keys, target, { time, origin: ports.origin })
    const url = blobUrl(relay, keys.team, address)
    const answer = await ports
      .askRelay(url, { method, authorization, ...(body && { body }) })
      .catch((): RelayAnswer | undefined => undefined)
    if (answer?.generation === undefined) return { kind: 'unreachable' }
    if (answer.status === 200 || answer.status === 201)
      return { kind: 'done', generation: answer.generation, bytes: answer.bytes }
    const said = parseBlobRefusal(new TextDecoder().decode(answer.bytes))
    if (said?.refused === 'stale' && said.time !== undefined && !isAgain)
      return ask(method, relay, address, body, said.time, true)
    const refusal = said?.refused ?? BY_STATUS[answer.status]
    return refusal ? { kind: 'refused', refusal } : { kind: 'unreachable' }
  }

  return {
    put: (relay, address, bytes) => ask('PUT', relay, address, bytes),
    get: (relay, address) => ask('GET', relay, address),
    has: (relay, address) => ask('HEAD', relay, address),
  }
}
