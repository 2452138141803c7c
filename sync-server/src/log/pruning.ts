// Forgetting: replaced snapshots with their frames after 30 days, and strands that are covered and silent as long.
import type { Draft } from './draft'
import {
  frameKey,
  placeKey,
  readFrame,
  readFrameKey,
  readJson,
  readSnapshot,
  readStrandKey,
  snapshotKey,
  strandKey,
  strandRange,
} from './keys'
import { KEEP_MS } from './port'
import type { DocumentName } from './port'
import { addUsage, readDocument, readStrand, writeDocument, writeStrand } from './records'
import type { StrandRecord } from './records'
import type { Store } from './store'

/** Frames forgotten in one step, so that a step stays small beside the frames that wait to be kept. */
const STEP = 1_000

/** Forgets some of what is due; true where more is. */
export function pruneStep(draft: Draft, store: Store, name: DocumentName, now: number): boolean {
  const document = readDocument(draft, name)
  const [oldest, ...younger] = document?.retired ?? []
  if (!document || !oldest || now - oldest.at < KEEP_MS) {
    if (document) forgetStrands(draft, store, name, document.base, now)
    return false
  }
  let freed = 0
  let steps = 0
  const pruned = new Map<string, number>()
  store.range(frameKey(name, oldest.base + 1), frameKey(name, oldest.to + 1), (key, value) => {
    const { strand, seq, bytes } = readFrame(value)
    draft.remove(frameKey(name, readFrameKey(key)))
    draft.remove(placeKey(name, strand, seq))
    pruned.set(strand, Math.max(pruned.get(strand) ?? 0, seq))
    freed += bytes.length
    return ++steps < STEP
  })
  for (const [id, seq] of pruned) {
    const strand = readStrand(draft, name, id)
    writeStrand(draft, name, id, { ...strand, pruned: Math.max(strand.pruned, seq) })
  }
  if (steps < STEP) {
    const snapshot = oldest.base > 0 ? draft.get(snapshotKey(name, oldest.base)) : undefined
    if (snapshot) {
      draft.remove(snapshotKey(name, oldest.base))
      freed += readSnapshot(snapshot).bytes.length
    }
    writeDocument(draft, name, { ...document, retired: younger })
  }
  addUsage(draft, name.team, 0, -freed)
  return true
}

function forgetStrands(draft: Draft, store: Store, name: DocumentName, base: number, now: number) {
  store.range(...strandRange(name), (key, value) => {
    const { sequence, at, highest, pruned } = readJson(value) as StrandRecord
    // While any of its frames is kept the strand is needed to recognise copies.
    if (sequence <= base && highest <= pruned && now - at >= KEEP_MS)
      draft.remove(strandKey(name, readStrandKey(key)))
  })
}
