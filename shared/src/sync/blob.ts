// Files: bytes that a member seals once, addressed by the hash of what was sealed, so that relays keep them blindly.
import { encodeUtf8 } from 'lib0/string'
import { ok, refused } from '../kernel/result'
import type { Result } from '../kernel/result'
import { bytesToHex, concatBytes } from './bytes'
import { bucketSize } from './content'
import type { CryptoPort, RelayCrypto, SealingKey } from './crypto-port'
import { NONCE_BYTES, TAG_BYTES } from './frame-header'
import type { TeamKeys } from './keys'
import { LIMITS } from './limits'

export const BLOB_VERSION = 1
const SALT_BYTES = 16
/** Bytes of a blob's header, which is also the additional data of its seal. */
export const BLOB_HEADER_BYTES = 1 + SALT_BYTES + NONCE_BYTES
const LENGTH_BYTES = 4
const LABEL = encodeUtf8('yokoten/blob-key/1')

export interface SealedBlob {
  /** SHA-256 of the bytes, 64 lowercase hexadecimal characters. */
  readonly address: string
  readonly bytes: Uint8Array
}

export type BlobRefused = {
  readonly reason: 'malformed' | 'too-large' | 'unknown-version' | 'wrong-address' | 'bad-seal'
}

/** Whether a text is an address of a blob. */
export const isBlobAddress = (text: string): boolean => /^[0-9a-f]{64}$/.test(text)

/** The address of sealed bytes. */
export const blobAddress = async (crypto: RelayCrypto, bytes: Uint8Array): Promise<string> =>
  bytesToHex(await crypto.sha256(bytes))

export interface Blobs {
  /** Pads and seals, under a key of its own. `too-large`: more than `LIMITS.fileBytes`. */
  seal(file: Uint8Array): Promise<Result<SealedBlob, { readonly reason: 'too-large' }>>
  /** Checks the address and opens. Never throws and never rejects. */
  open(bytes: Uint8Array, address: string): Promise<Result<Uint8Array, BlobRefused>>
}

export function createBlobs(crypto: CryptoPort, keys: Pick<TeamKeys, 'contentRoot'>): Blobs {
  const keyOf = async (salt: Uint8Array): Promise<SealingKey> =>
    crypto.sealingKey(await crypto.hkdfSha256(keys.contentRoot, concatBytes(LABEL, salt)))
  return {
    async seal(file) {
      if (file.length > LIMITS.fileBytes) return refused({ reason: 'too-large' })
      const padded = new Uint8Array(bucketSize(LENGTH_BYTES + file.length))
      new DataView(padded.buffer).setUint32(0, file.length)
      padded.set(file, LENGTH_BYTES)
      const salt = crypto.randomBytes(SALT_BYTES)
      const nonce = crypto.randomBytes(NONCE_BYTES)
      const header = concatBytes(Uint8Array.of(BLOB_VERSION), salt, nonce)
      const bytes = concatBytes(header, await (await keyOf(salt)).seal(nonce, padded, header))
      return ok({ address: await blobAddress(crypto, bytes), bytes })
    },
    async open(bytes, address) {
      if (bytes.length > LIMITS.blobBytes) return refused({ reason: 'too-large' })
      if (bytes.length < BLOB_HEADER_BYTES + TAG_BYTES + LENGTH_BYTES) return refused({ reason: 'malformed' })
      if ((await blobAddress(crypto, bytes)) !== address) return refused({ reason: 'wrong-address' })
      if (bytes[0] !== BLOB_VERSION) return refused({ reason: 'unknown-version' })
      const header = bytes.subarray(0, BLOB_HEADER_BYTES)
      const key = await keyOf(header.subarray(1, 1 + SALT_BYTES))
      const padded = await key.open(
        header.subarray(1 + SALT_BYTES),
        bytes.subarray(BLOB_HEADER_BYTES),
        header,
      )
      if (!padded) return refused({ reason: 'bad-seal' })
      return unpad(padded)
    },
  }
}

function unpad(padded: Uint8Array): Result<Uint8Array, BlobRefused> {
  if (padded.length < LENGTH_BYTES) return refused({ reason: 'malformed' })
  const length = new DataView(padded.buffer, padded.byteOffset).getUint32(0)
  const end = LENGTH_BYTES + length
  const isWhole =
    length <= LIMITS.fileBytes &&
    padded.length === bucketSize(end) &&
    padded.subarray(end).every((byte) => byte === 0)
  return isWhole ? ok(padded.slice(LENGTH_BYTES, end)) : refused({ reason: 'malformed' })
}
