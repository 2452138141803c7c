// The proof of a key that goes with each request for a blob: made by a client, checked by a relay that knows no team.
import { encodeUtf8 } from 'lib0/string'
import { ok, refused } from '../kernel/result'
import type { Result } from '../kernel/result'
import { bytesToHex, concatBytes, hexToBytes } from './bytes'
import type { RelayCrypto } from './crypto-port'
import type { TeamKeys } from './keys'
import { teamIdOf } from './keys'
import { LIMITS } from './limits'
import type { Mode } from './messages'
import { ascii, createReader, createWriter, fixed, oneOf, record, u48, u8 } from './wire'

/** `get` stands for asking whether it is there, too. */
export type BlobVerb = 'put' | 'get'
const VERB_BYTE: Readonly<Record<BlobVerb, number>> = { put: 1, get: 2 }

/** What is asked: which verb, on which blob of which team. */
export interface BlobTarget {
  readonly verb: BlobVerb
  readonly team: string
  readonly address: string
}

export interface BlobProof {
  readonly mode: Mode
  readonly origin: string
}

/** `stale`: made too long before or after the relay's time. */
export type BlobProofRefused = { readonly reason: 'malformed' | 'wrong-team' | 'wrong-proof' | 'stale' }

const VERSION = 1
const SCHEME = 'Yokoten '
/** Starts with a letter and differs from the handshake's: no signature can stand for another. */
const LABEL = encodeUtf8('yokoten/blob/1')
const MODE_BYTE = { edit: 1, view: 2 } as const satisfies Record<Mode, number>
const proof = record({
  version: u8,
  mode: oneOf<Mode>(MODE_BYTE),
  writerKey: fixed(32),
  readerKey: fixed(32),
  time: u48,
  origin: ascii(LIMITS.originChars),
  signature: fixed(64),
})
/** Characters of a header with the longest origin. */
const LONGEST = SCHEME.length + 2 * (1 + 1 + 32 + 32 + 6 + 2 + LIMITS.originChars + 64)

function signedBytes(target: BlobTarget, mode: Mode, time: number, origin: string): Uint8Array {
  const when = createWriter()
  u48.write(when, time)
  return concatBytes(
    LABEL,
    Uint8Array.of(VERB_BYTE[target.verb], MODE_BYTE[mode]),
    hexToBytes(target.team) ?? new Uint8Array(0),
    hexToBytes(target.address) ?? new Uint8Array(0),
    when.finish(),
    encodeUtf8(origin),
  )
}

/** The header of an answer that names the relay's log, see R4: blobs put there are there as long as it is the same. */
export const BLOB_GENERATION = 'Yokoten-Generation'

/** The path of a blob on a relay. */
export const blobPath = (team: string, address: string): string => `/blobs/${team}/${address}`

/** Team and address of a blob's path, or undefined for a path that is none. */
export function parseBlobPath(path: string): { readonly team: string; readonly address: string } | undefined {
  const [, team, address] = /^\/blobs\/([0-9a-f]{32})\/([0-9a-f]{64})$/.exec(path) ?? []
  return team !== undefined && address !== undefined ? { team, address } : undefined
}

/** The value of the `Authorization` header. `time` is the relay's, milliseconds since 1970. */
export async function createBlobProof(
  keys: TeamKeys,
  target: BlobTarget,
  { time, origin }: { readonly time: number; readonly origin: string },
): Promise<string> {
  const { mode, writerKey, readerKey } = keys
  const at = Math.max(0, Math.floor(time))
  const signature = await (keys.writer ?? keys.reader).sign(signedBytes(target, mode, at, origin))
  const writer = createWriter()
  proof.write(writer, { version: VERSION, mode, writerKey, readerKey, time: at, origin, signature })
  return SCHEME + bytesToHex(writer.finish())
}

/** Checks that the team is that of the keys, the key that of the claimed mode, and the time about now. Never throws. */
export async function verifyBlobProof(
  crypto: RelayCrypto,
  header: string,
  target: BlobTarget,
  now: number,
): Promise<Result<BlobProof, BlobProofRefused>> {
  const bytes =
    header.startsWith(SCHEME) && header.length <= LONGEST
      ? hexToBytes(header.slice(SCHEME.length))
      : undefined
  if (!bytes) return refused({ reason: 'malformed' })
  const reader = createReader(bytes)
  const { version, mode, writerKey, readerKey, time, origin, signature } = proof.read(reader)
  if (reader.failed || reader.left > 0 || version !== VERSION) return refused({ reason: 'malformed' })
  if ((await teamIdOf(crypto, writerKey, readerKey)) !== target.team) return refused({ reason: 'wrong-team' })
  const key = await crypto.verifyingKey(mode === 'edit' ? writerKey : readerKey)
  if (!(await key.verify(signature, signedBytes(target, mode, time, origin))))
    return refused({ reason: 'wrong-proof' })
  // Last, so that nobody but a member learns the relay's time.
  if (Math.abs(now - time) > LIMITS.blobProofMs) return refused({ reason: 'stale' })
  return ok({ mode, origin })
}

/** Why a relay did not take or give a blob; `stale` comes with the relay's time. */
export const BLOB_REFUSALS = [
  'malformed',
  'proof',
  'stale',
  'origin',
  'view-only',
  'not-found',
  'unknown-team',
  'too-large',
  'wrong-address',
  'team-full',
  'cannot-store',
  'busy',
] as const
export type BlobRefusal = (typeof BLOB_REFUSALS)[number]

/** Reads what a relay answered beside the status. Trusts nothing: undefined is the answer of another server. */
export function parseBlobRefusal(
  text: string,
): { readonly refused: BlobRefusal; readonly time: number | undefined } | undefined {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null || !('refused' in value)) return undefined
    const name = BLOB_REFUSALS.find((one) => one === value.refused)
    const time = 'time' in value && Number.isSafeInteger(value.time) ? Number(value.time) : undefined
    return name && { refused: name, time }
  } catch {
    return undefined
  }
}
