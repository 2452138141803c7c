// The readable part of a frame: what a relay routes, stores and deduplicates by, without any key.
import { LIMITS } from './limits'
import { createReader, createWriter, fixed, id16, oneOf, record, u32, u8 } from './wire'
import type { ValueOf } from './wire'
import { ok, refused } from '../kernel/result'
import type { Result } from '../kernel/result'

export const FRAME_VERSION = 1

/** `update`, `snapshot` and `close` are stored; `presence` is passed on only. */
export type FrameType = 'update' | 'snapshot' | 'close' | 'presence'
const frameType = oneOf<FrameType>({ update: 1, snapshot: 2, close: 3, presence: 4 })

export const NONCE_BYTES = 12
export const TAG_BYTES = 16
export const SIGNATURE_BYTES = 64

const header = record({
  version: u8,
  type: frameType,
  team: id16,
  doc: id16,
  strand: id16,
  /** From 1 without a gap in a strand of updates; 1 in a snapshot; 0 in presence. */
  seq: u32,
  nonce: fixed(NONCE_BYTES),
})
export type FrameHeader = Omit<ValueOf<typeof header>, 'version'>

/** Bytes of the header, which is also the additional data of the seal. */
export const HEADER_BYTES = 1 + 1 + 16 + 16 + 16 + 4 + NONCE_BYTES
/** Bytes of a frame that holds nothing. */
export const FRAME_OVERHEAD = HEADER_BYTES + TAG_BYTES + SIGNATURE_BYTES

export type HeaderRefused = { readonly reason: 'malformed' | 'too-large' | 'unknown-version' }

export function encodeFrameHeader(value: FrameHeader): Uint8Array<ArrayBuffer> {
  const writer = createWriter()
  header.write(writer, { version: FRAME_VERSION, ...value })
  return writer.finish()
}

/** The longest frame of a type, in bytes. */
export const maxFrameBytes = (type: FrameType): number =>
  type === 'presence' ? LIMITS.presenceBytes : LIMITS.frameBytes

/** Reads the header of a frame. Says nothing about who made it: only `openFrame` does. Never throws. */
export function parseFrameHeader(frame: Uint8Array): Result<FrameHeader, HeaderRefused> {
  if (frame.length > LIMITS.frameBytes) return refused({ reason: 'too-large' })
  if (frame.length < FRAME_OVERHEAD) return refused({ reason: 'malformed' })
  if (frame[0] !== FRAME_VERSION) return refused({ reason: 'unknown-version' })
  const reader = createReader(frame)
  const { version: _, ...value } = header.read(reader)
  const isSeq = value.type === 'presence' ? value.seq === 0 : value.seq > 0
  if (reader.failed || !isSeq) return refused({ reason: 'malformed' })
  if (frame.length > maxFrameBytes(value.type)) return refused({ reason: 'too-large' })
  return ok(value)
}
