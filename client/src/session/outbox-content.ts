// What waits in an outbox, and how several edits become one.
import type { Vector } from '@yokoten/shared/sync'
import * as Y from 'yjs'

/** What waits, sealed or not. */
export interface Content {
  readonly update: Uint8Array
  readonly edits: number
  readonly vector: Vector | undefined
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
