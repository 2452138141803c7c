// The state of a document as bytes: what it holds, what a peer lacks, whether one state is contained in another.
import * as Y from 'yjs'

/** The whole document as one V1 update. */
export const encodeState = (doc: Y.Doc): Uint8Array => Y.encodeStateAsUpdate(doc)

/** What a document knows of every client, for a peer to answer with `encodeDifference`. */
export const encodeVector = (doc: Y.Doc): Uint8Array => Y.encodeStateVector(doc)

/** What a peer lacks, by its state vector, as one V1 update; all deletions are in it. */
export const encodeDifference = (doc: Y.Doc, vector: Uint8Array): Uint8Array =>
  Y.encodeStateAsUpdate(doc, vector)

/** State vector and deletions, small beside the state; compare with `containsSnapshot`. */
export const encodeSnapshot = (doc: Y.Doc): Uint8Array => Y.encodeSnapshot(Y.snapshot(doc))

/**
 * True where the document holds everything the snapshot names, deletions included.
 * @throws where the bytes are no snapshot.
 */
export function containsSnapshot(doc: Y.Doc, snapshot: Uint8Array): boolean {
  const theirs = Y.decodeSnapshot(snapshot)
  const mine = Y.snapshot(doc)
  for (const [client, clock] of theirs.sv) if ((mine.sv.get(client) ?? 0) < clock) return false
  return Y.equalDeleteSets(mine.ds, Y.mergeDeleteSets([mine.ds, theirs.ds]))
}

/**
 * True where applying the V1 update would change nothing.
 * @throws where the bytes are no update.
 */
export const containsUpdate = (doc: Y.Doc, update: Uint8Array): boolean =>
  Y.snapshotContainsUpdate(Y.snapshot(doc), update)

/** True while the document holds something that waits for updates it has not seen. */
export const hasPending = (doc: Y.Doc): boolean =>
  doc.store.pendingStructs !== null || doc.store.pendingDs !== null

/**
 * A state, or several updates as one, without the garbage that merged updates keep: loaded into a document of its own
 * and written out again.
 * The same for every replica that holds the same, whatever the order in which it learned it.
 * @throws where the bytes are no update.
 */
export function compact(...updates: readonly Uint8Array[]): Uint8Array {
  const doc = new Y.Doc()
  try {
    doc.transact(() => {
      for (const update of updates) Y.applyUpdate(doc, update)
    })
    return Y.encodeStateAsUpdate(doc)
  } finally {
    doc.destroy()
  }
}

/** The canonical bytes of a document: equal exactly where two replicas are. */
export const canonicalState = (doc: Y.Doc): Uint8Array => compact(encodeState(doc))

/**
 * Applies V1 updates in one transaction, so that observers are told once.
 * @returns the indexes of those that could not be decoded; the others are in.
 */
export function applyUpdates(doc: Y.Doc, updates: Iterable<Uint8Array>, origin: unknown): number[] {
  const bad: number[] = []
  let index = 0
  Y.transact(
    doc,
    () => {
      for (const update of updates) {
        try {
          Y.applyUpdate(doc, update)
        } catch {
          bad.push(index)
        }
        index++
      }
    },
    origin,
    false,
  )
  return bad
}
