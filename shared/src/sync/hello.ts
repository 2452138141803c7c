// The proof of a key in the handshake: made by a client, checked by a relay that knows no team beforehand.
import { encodeUtf8 } from 'lib0/string'
import { ok, refused } from '../kernel/result'
import type { Result } from '../kernel/result'
import { concatBytes, hexToBytes } from './bytes'
import type { RelayCrypto } from './crypto-port'
import type { TeamKeys } from './keys'
import { teamIdOf } from './keys'
import type { ClientMessage, Mode } from './messages'

export type Hello = Extract<ClientMessage, { type: 'hello' }>

/** Starts with a letter, a frame with its version: a proof can never be taken for a frame's signature, nor the other way. */
const LABEL = encodeUtf8('yokoten/hello/1')

function proofBytes(nonce: Uint8Array, team: string, mode: Mode, origin: string): Uint8Array {
  const teamBytes = hexToBytes(team) ?? new Uint8Array(0)
  return concatBytes(LABEL, nonce, teamBytes, Uint8Array.of(mode === 'edit' ? 1 : 2), encodeUtf8(origin))
}

/** `origin` is the page's origin, empty outside a browser; `token` is for relays that ask for one with a new team. */
export async function createHello(
  keys: TeamKeys,
  to: {
    readonly nonce: Uint8Array
    readonly version: number
    readonly origin: string
    readonly token?: string
  },
): Promise<Hello> {
  const { team, mode, writerKey, readerKey } = keys
  const signer = keys.writer ?? keys.reader
  return {
    type: 'hello',
    version: to.version,
    mode,
    team,
    writerKey,
    readerKey,
    origin: to.origin,
    token: to.token,
    proof: await signer.sign(proofBytes(to.nonce, team, mode, to.origin)),
  }
}

/** Checks that the team's id is that of the keys, and that the client holds the key of the mode it claims. */
export async function verifyHello(
  crypto: RelayCrypto,
  hello: Hello,
  nonce: Uint8Array,
): Promise<Result<void, { readonly reason: 'wrong-team' | 'wrong-proof' }>> {
  const { team, mode, writerKey, readerKey, origin, proof } = hello
  if ((await teamIdOf(crypto, writerKey, readerKey)) !== team) return refused({ reason: 'wrong-team' })
  const key = await crypto.verifyingKey(mode === 'edit' ? writerKey : readerKey)
  const isProved = await key.verify(proof, proofBytes(nonce, team, mode, origin))
  return isProved ? ok(undefined) : refused({ reason: 'wrong-proof' })
}
