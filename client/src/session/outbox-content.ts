// What waits in an outbox, and how several edits become one.
import type { Vector } from '@yokoten/shared/sync'
import * as Y from 'yjs'
import type { LogPlace, OutboxFrame } from './outbox-port'

/** What waits, sealed or not. */
export interface Content {
  readonly update: Uint8Array
  readonly edits: number
  readonly vector: Vector | undefined
}

/** An edit that waits to be sealed. */
export interface Row extends Content {
  /** Keys on the disk that hold this, taken out when it has become a frame there. */
  readonly diskKeys: readonly string[]
  stored: boolean
  readonly kept: () => void
}
/** A frame that some relay has not acknowledged for good. */
export interface Frame extends Content, OutboxFrame {
  /** Counts the frames of the document as they are made, over all strands. */
  readonly order: number
  readonly diskKeys: readonly string[]
  stored: boolean
  readonly acks: Map<string, LogPlace>
  readonly kept: () => void
}

/** Bytes of updates merged into one frame; a larger one goes alone. */
const MERGED_BYTES = 4 * 1024 * 1024

/** The first of some edits, as many as go into one frame. */
export function batchOf(rows: readonly Row[]): Row[] {
  let bytes = 0
  const end = rows.findIndex(({ update }, index) => (bytes += update.length) > MERGED_BYTES && index > 0)
  return end < 0 ? [...rows] : rows.slice(0, end)
}

/** Edits in their order as one. */
export function mergeContents(contents: readonly Content[]): Content {
  const [first] = contents
  if (first && contents.length === 1) return first
  const vectors = contents.flatMap(({ vector }) => (vector ? [vector] : []))
  const vector = new Map<string, number>()
  for (const one of vectors)
    for (const [strand, seq] of one) vector.set(strand, Math.max(seq, vector.get(strand) ?? 0))
  return {
    update: Y.mergeUpdates(contents.map(({ update }) => update)),
    edits: contents.reduce((sum, { edits }) => sum + edits, 0),
    vector: vectors.length > 0 ? vector : undefined,
  }
}
