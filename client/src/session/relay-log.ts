// What a relay's log holds of a document, read along from its beginning, to find what it lacks.
import {
  applyUpdates,
  containsSnapshot,
  encodeDifference,
  encodeSnapshot,
  encodeVector,
  hasPending,
} from '@yokoten/shared/doc'
import * as Y from 'yjs'

export interface RelayLog {
  add(updates: readonly Uint8Array[]): void
  /** What the document has and the log lacks, as updates of bearable size; undefined: nothing. */
  lacks(doc: Y.Doc): readonly Uint8Array[] | undefined
  close(): void
}

/** Bytes of a difference above which it is sent in parts. */
const PART_BYTES = 2 * 1024 * 1024

export function createRelayLog(): RelayLog {
  const log = new Y.Doc()
  return {
    add(updates) {
      applyUpdates(log, updates, undefined)
    },
    lacks(doc) {
      // What waits in the document for what comes before it is in no snapshot.
      const isWaiting = hasPending(doc) && !hasPending(log)
      if (!isWaiting && containsSnapshot(log, encodeSnapshot(doc))) return undefined
      const difference = encodeDifference(doc, encodeVector(log))
      if (difference.length <= PART_BYTES) return [difference]
      return byClients(doc, log)
    },
    close: () => log.destroy(),
  }
}

/** One update for each client that is missing; whoever applies them all has what the whole difference has. */
function byClients(doc: Y.Doc, log: Y.Doc): Uint8Array[] {
  const mine = Y.decodeStateVector(Y.encodeStateVector(doc))
  const theirs = Y.decodeStateVector(Y.encodeStateVector(log))
  const missing = [...mine].filter(([client, clock]) => (theirs.get(client) ?? 0) < clock)
  return missing.map(([client]) => {
    const others = new Map(mine)
    others.set(client, theirs.get(client) ?? 0)
    return encodeDifference(doc, Y.encodeStateVector(others))
  })
}
