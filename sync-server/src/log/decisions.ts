// What becomes of a frame or a snapshot that asks to be kept: pure decisions over a draft of the log.
import type { Draft } from './draft'
import {
  frameKey,
  placeKey,
  readFrame,
  readPlace,
  snapshotKey,
  writeFrame,
  writePlace,
  writeSnapshot,
} from './keys'
import type { Admit, Appended, DocumentName, LogFrame } from './port'
import {
  addUsage,
  emptyDocument,
  readDocument,
  readStrand,
  readUsage,
  writeDocument,
  writeStrand,
} from './records'

const stored = (sequence: number, isCopy = false): Appended => ({ kind: 'stored', sequence, isCopy })
const refused = (refusal: Extract<Appended, { kind: 'refused' }>['refusal']): Appended => ({
  kind: 'refused',
  refusal,
})

/**
 * Keeps a frame under the next sequence. Gaps are taken: which frames a strand lacks is the clients' business, and
 * frames come in any order where phones carry them between relays. One that is held back is only compared with what
 * is kept.
 */
export function decideAppend(
  draft: Draft,
  name: DocumentName,
  frame: LogFrame,
  admit: Admit,
  now: number,
  isHeldBack: boolean,
): Appended {
  const strand = readStrand(draft, name, frame.strand)
  const place = draft.get(placeKey(name, frame.strand, frame.seq))
  if (place) {
    const sequence = readPlace(place)
    const kept = draft.get(frameKey(name, sequence))
    if (!kept) return refused('pruned')
    return Buffer.compare(readFrame(kept).bytes, frame.bytes) === 0
      ? stored(sequence, true)
      : refused('other-bytes')
  }
  // A copy of a forgotten frame cannot be told from other bytes under its number: sealing again is always safe.
  if (frame.seq <= strand.pruned) return refused('pruned')
  if (isHeldBack) return refused('cannot-store')
  const known = readDocument(draft, name)
  const document = known ?? emptyDocument()
  if (document.isClosed && frame.kind === 'update') return refused('closed')
  const refusal = admit(readUsage(draft, name.team), !known, frame.bytes.length, name.team)
  if (refusal) return refused(refusal)

  const sequence = document.head + 1
  const total = document.total + frame.bytes.length
  draft.put(frameKey(name, sequence), writeFrame({ ...frame, total, mark: draft.mark }))
  draft.put(placeKey(name, frame.strand, frame.seq), writePlace(sequence))
  writeStrand(draft, name, frame.strand, {
    ...strand,
    highest: Math.max(strand.highest, frame.seq),
    sequence,
    at: now,
  })
  writeDocument(draft, name, {
    ...document,
    head: sequence,
    total,
    isClosed: document.isClosed || frame.kind === 'close',
  })
  addUsage(draft, name.team, known ? 0 : 1, frame.bytes.length)
  return stored(sequence)
}

const DAY_MS = 24 * 60 * 60 * 1_000

/** Puts a snapshot in the place of the frames up to `covers`; what it replaces is marked as replaced from now on. */
export function decideSnapshot(
  draft: Draft,
  name: DocumentName,
  snapshot: { readonly covers: number; readonly bytes: Uint8Array },
  admit: Admit,
  now: number,
): Appended {
  const document = readDocument(draft, name)
  if (!document || snapshot.covers <= document.base || snapshot.covers > document.head)
    return refused('not-wanted')
  if (document.isClosed) return refused('closed')
  const covered = draft.get(frameKey(name, snapshot.covers))
  if (!covered) return refused('not-wanted')
  const refusal = admit(readUsage(draft, name.team), false, snapshot.bytes.length, name.team)
  if (refusal) return refused(refusal)

  // Of a day's snapshots the one before the first is kept, with all frames since: nothing is lost by it, and a busy
  // document keeps thirty of them instead of hundreds.
  const last = document.retired.at(-1)
  const isSameDay = last !== undefined && now - last.since < DAY_MS
  const freed = isSameDay ? document.snapshotBytes : 0
  if (isSameDay) draft.remove(snapshotKey(name, document.base))
  const { total, mark } = readFrame(covered)
  draft.put(snapshotKey(name, snapshot.covers), writeSnapshot({ mark, bytes: snapshot.bytes }))
  writeDocument(draft, name, {
    ...document,
    base: snapshot.covers,
    baseTotal: total,
    snapshotBytes: snapshot.bytes.length,
    retired: isSameDay
      ? [...document.retired.slice(0, -1), { ...last, to: snapshot.covers, at: now }]
      : [...document.retired, { base: document.base, to: snapshot.covers, since: now, at: now }],
  })
  addUsage(draft, name.team, 0, snapshot.bytes.length - freed)
  return stored(snapshot.covers)
}
