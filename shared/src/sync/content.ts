// What lies inside a frame's seal: codec, schema range, vector and body, padded so that sizes say little.
import { ok, refused } from '../kernel/result'
import type { Result } from '../kernel/result'
import { LIMITS } from './limits'
import type { Vector } from './messages'
import { vectorCodec } from './messages'
import { blob, createReader, createWriter, optional, record, u16, u32, u8 } from './wire'

export interface FrameContent {
  /** Versions of the document's schema: the lowest that reads this without misreading it, and the writer's own. */
  readonly schema: { readonly min: number; readonly max: number }
  /** A Yjs update of version 1, or a presence message. */
  readonly body: Uint8Array
  /** What the body contains besides itself, in snapshots and healing frames: it closes holes. */
  readonly vector: Vector | undefined
}

/** Deflate or the like, handed in. `size` is the exact length that must come out; undefined: it did not. */
export interface Compression {
  deflate(bytes: Uint8Array): Promise<Uint8Array>
  inflate(bytes: Uint8Array, size: number): Promise<Uint8Array | undefined>
}

export type ContentRefused = { readonly reason: 'bad-content' | 'unknown-codec' }

const CODEC = { plain: 0, deflate: 1 } as const
/** Below this a deflated body is hardly ever a smaller bucket. */
const WORTH_DEFLATING = 128

const inner = record({ vector: optional(vectorCodec), body: blob(LIMITS.contentBytes) })
const outer = record({
  codec: u8,
  min: u16,
  max: u16,
  /** Length of the inner part before compression. */
  size: u32,
  packed: blob(LIMITS.contentBytes),
})

const MIN_BUCKET = 128

/**
 * The padded length for a plaintext: powers of two to 1 KiB, then steps of an eighth of the power of two below,
 * so that padding never adds more than an eighth (after Padmé, Nikitin and others 2019, with a fixed step).
 */
export function bucketSize(length: number): number {
  let bucket = MIN_BUCKET
  while (bucket < length && bucket < 1024) bucket *= 2
  if (bucket >= length) return bucket
  const step = 2 ** Math.floor(Math.log2(length)) / 8
  return Math.ceil(length / step) * step
}

/** The padded plaintext, or undefined for contents beyond the limits. */
export async function packContent(
  content: FrameContent,
  compression: Compression | undefined,
): Promise<Uint8Array | undefined> {
  const strands = content.vector?.size ?? 0
  if (strands > LIMITS.vectorStrands || content.body.length > LIMITS.contentBytes) return undefined
  const innerWriter = createWriter()
  inner.write(innerWriter, content)
  const plain = innerWriter.finish()
  if (plain.length > LIMITS.contentBytes) return undefined
  const deflated =
    compression && plain.length >= WORTH_DEFLATING ? await compression.deflate(plain) : undefined
  const isSmaller = deflated !== undefined && deflated.length < plain.length
  const writer = createWriter()
  outer.write(writer, {
    codec: isSmaller ? CODEC.deflate : CODEC.plain,
    ...content.schema,
    size: plain.length,
    packed: isSmaller ? deflated : plain,
  })
  const bytes = writer.finish()
  const padded = new Uint8Array(bucketSize(bytes.length))
  padded.set(bytes)
  return padded
}

/** Reads what `packContent` made. Never throws. */
export async function unpackContent(
  padded: Uint8Array,
  compression: Compression | undefined,
): Promise<Result<FrameContent, ContentRefused>> {
  const reader = createReader(padded)
  const { codec, min, max, size, packed } = outer.read(reader)
  const length = padded.length - reader.left
  const isPadded = padded.length === bucketSize(length) && padded.subarray(length).every((byte) => byte === 0)
  if (reader.failed || !isPadded || min > max || size > LIMITS.contentBytes)
    return refused({ reason: 'bad-content' })
  if (codec !== CODEC.plain && (codec !== CODEC.deflate || !compression))
    return refused({ reason: 'unknown-codec' })
  const plain = codec === CODEC.plain ? packed : await compression?.inflate(packed, size)
  if (plain?.length !== size) return refused({ reason: 'bad-content' })
  const innerReader = createReader(plain)
  const { vector, body } = inner.read(innerReader)
  if (innerReader.failed || innerReader.left > 0) return refused({ reason: 'bad-content' })
  return ok({ schema: { min, max }, vector, body })
}
