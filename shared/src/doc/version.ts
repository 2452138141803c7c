// The version of a document: the highest any writer has put in it, kept as one key a version so that none is lowered.
import type * as Y from 'yjs'

export const META = 'meta'
const PREFIX = 'version/'

/** 0 for a document that nobody has written yet. */
export function versionOf(doc: Y.Doc): number {
  let highest = 0
  for (const key of doc.getMap(META).keys()) {
    const version = key.startsWith(PREFIX) ? Number(key.slice(PREFIX.length)) : NaN
    if (Number.isSafeInteger(version) && version > highest) highest = version
  }
  return highest
}

/** To be called within a transaction that writes something. */
export function raiseVersion(doc: Y.Doc, version: number): void {
  if (versionOf(doc) < version) doc.getMap(META).set(PREFIX + version, true)
}
