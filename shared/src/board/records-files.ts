// What hangs on cards and blockers as a file: its words and measures; the bytes are kept sealed, by address.
import * as v from 'valibot'
import { ID_LIMIT, text, time } from './record-parts'

/** Longest name of a file, and of a media type (RFC 6838 allows 127 characters on each side). */
export const FILE_NAME_LIMIT = 200
export const MEDIA_TYPE_LIMIT = 255
/** Files on one card or blocker, at most. */
export const FILES_LIMIT = 200

const edge = v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(100_000))

/** By the address of the sealed bytes, see `shared/src/sync` B2. */
export const attached = v.object({
  name: text(FILE_NAME_LIMIT),
  /** Media type as the sender knew it, in lower case, or empty. Believed for the look only, never for running it. */
  type: text(MEDIA_TYPE_LIMIT),
  /** Bytes, before sealing. */
  size: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  /** Of a photo, in pixels. */
  width: v.exactOptional(edge),
  height: v.exactOptional(edge),
  by: text(ID_LIMIT),
  at: time,
})
export type Attached = v.InferOutput<typeof attached>
