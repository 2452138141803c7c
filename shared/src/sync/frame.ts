// Frames: what a member signs and seals so that relays can pass it on and keep it, and nobody else can read or make it.
import { encodeUtf8 } from 'lib0/string'
import { ok, refused } from '../kernel/result'
import type { Result } from '../kernel/result'
import { concatBytes, hexToBytes } from './bytes'
import type { Compression, ContentRefused, FrameContent } from './content'
import { packContent, unpackContent } from './content'
import type { CryptoPort, SealingKey } from './crypto-port'
import type { FrameHeader, FrameType, HeaderRefused } from './frame-header'
import {
  encodeFrameHeader,
  FRAME_OVERHEAD,
  HEADER_BYTES,
  maxFrameBytes,
  NONCE_BYTES,
  parseFrameHeader,
  SIGNATURE_BYTES,
} from './frame-header'
import type { TeamKeys } from './keys'

export interface FrameDraft {
  readonly type: FrameType
  readonly doc: string
  readonly strand: string
  readonly seq: number
  readonly content: FrameContent
}

export interface OpenedFrame {
  readonly header: FrameHeader
  readonly content: FrameContent
}

export type SealRefused = { readonly reason: 'too-large' | 'view-only' }
export type OpenRefused =
  | HeaderRefused
  | ContentRefused
  | { readonly reason: 'wrong-team' | 'wrong-document' | 'bad-signature' | 'bad-seal' }

export interface Frames {
  /** Signs and seals. `view-only`: this device has no writer's key and the frame is not presence. */
  seal(draft: FrameDraft): Promise<Result<Uint8Array, SealRefused>>
  /** Verifies and opens a frame that came for document `doc`. Never throws and never rejects. */
  open(frame: Uint8Array, doc: string): Promise<Result<OpenedFrame, OpenRefused>>
}

const LABEL = encodeUtf8('yokoten/frame-key/1')
const TYPE_BYTE: Readonly<Record<FrameType, number>> = { update: 1, snapshot: 2, close: 3, presence: 4 }
/** Frame keys kept ready; one is derived per document, strand and type. */
const CACHED_KEYS = 512

export function createFrames(crypto: CryptoPort, keys: TeamKeys, compression?: Compression): Frames {
  const cache = new Map<string, Promise<SealingKey>>()
  const sealingKey = (doc: string, strand: string, type: FrameType): Promise<SealingKey> => {
    const name = `${doc}${strand}${type}`
    const cached = cache.get(name)
    if (cached) return cached
    const docBytes = hexToBytes(doc)
    const strandBytes = hexToBytes(strand)
    if (!docBytes || !strandBytes) throw new RangeError('ids are hexadecimal')
    const info = concatBytes(LABEL, docBytes, strandBytes, Uint8Array.of(TYPE_BYTE[type]))
    const key = crypto.hkdfSha256(keys.contentRoot, info).then((raw) => crypto.sealingKey(raw))
    const [oldest] = cache.keys()
    if (cache.size >= CACHED_KEYS && oldest !== undefined) cache.delete(oldest)
    cache.set(name, key)
    return key
  }
  return {
    async seal({ type, doc, strand, seq, content }) {
      const signer = type === 'presence' ? keys.reader : keys.writer
      if (!signer) return refused({ reason: 'view-only' })
      const plaintext = await packContent(content, compression)
      if (!plaintext || FRAME_OVERHEAD + plaintext.length > maxFrameBytes(type))
        return refused({ reason: 'too-large' })
      const nonce = crypto.randomBytes(NONCE_BYTES)
      const header = encodeFrameHeader({ type, team: keys.team, doc, strand, seq, nonce })
      const key = await sealingKey(doc, strand, type)
      const signed = concatBytes(header, await key.seal(nonce, plaintext, header))
      return ok(concatBytes(signed, await signer.sign(signed)))
    },
    async open(frame, doc) {
      const parsed = parseFrameHeader(frame)
      if (!parsed.ok) return parsed
      const header = parsed.value
      if (header.team !== keys.team) return refused({ reason: 'wrong-team' })
      if (header.doc !== doc) return refused({ reason: 'wrong-document' })
      const end = frame.length - SIGNATURE_BYTES
      const verifier = header.type === 'presence' ? keys.readerVerifier : keys.writerVerifier
      if (!(await verifier.verify(frame.subarray(end), frame.subarray(0, end))))
        return refused({ reason: 'bad-signature' })
      const key = await sealingKey(doc, header.strand, header.type)
      const plaintext = await key.open(
        header.nonce,
        frame.subarray(HEADER_BYTES, end),
        frame.subarray(0, HEADER_BYTES),
      )
      if (!plaintext) return refused({ reason: 'bad-seal' })
      const content = await unpackContent(plaintext, compression)
      return content.ok ? ok({ header, content: content.value }) : content
    },
  }
}
