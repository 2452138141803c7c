// The small records beside the frames: a document's numbers, a strand's, a team's.
import { documentKey, readJson, strandKey, teamKey, writeJson } from './keys'
import type { Draft } from './draft'
import type { DocumentName, TeamUsage } from './port'

/** A stretch of the log that a snapshot replaced: the snapshot before it at `base`, and the frames up to `to`. */
export interface Retired {
  readonly base: number
  readonly to: number
  /** When the first and the last of its frames were replaced, milliseconds since 1970. */
  readonly since: number
  readonly at: number
}

export interface DocumentRecord {
  head: number
  base: number
  /** Bytes of all frames ever, and of those up to `base`. */
  total: number
  baseTotal: number
  snapshotBytes: number
  isClosed: boolean
  retired: Retired[]
}

export interface StrandRecord {
  highest: number
  /** Highest seq that was kept once and is forgotten: what is not above it and not found cannot be compared. */
  pruned: number
  sequence: number
  at: number
}

type Readable = Pick<Draft, 'get'>

export function readDocument(from: Readable, name: DocumentName): DocumentRecord | undefined {
  const value = from.get(documentKey(name))
  return value && (readJson(value) as DocumentRecord)
}
export const emptyDocument = (): DocumentRecord => ({
  head: 0,
  base: 0,
  total: 0,
  baseTotal: 0,
  snapshotBytes: 0,
  isClosed: false,
  retired: [],
})
export const writeDocument = (draft: Draft, name: DocumentName, record: DocumentRecord) =>
  draft.put(documentKey(name), writeJson(record))

export function readStrand(from: Readable, name: DocumentName, strand: string): StrandRecord {
  const value = from.get(strandKey(name, strand))
  return value ? (readJson(value) as StrandRecord) : { highest: 0, pruned: 0, sequence: 0, at: 0 }
}
export const writeStrand = (draft: Draft, name: DocumentName, strand: string, record: StrandRecord) =>
  draft.put(strandKey(name, strand), writeJson(record))

export function readUsage(from: Readable, team: string): TeamUsage {
  const value = from.get(teamKey(team))
  return value ? (readJson(value) as TeamUsage) : { documents: 0, bytes: 0 }
}
export const addUsage = (draft: Draft, team: string, documents: number, bytes: number) => {
  const usage = readUsage(draft, team)
  draft.put(
    teamKey(team),
    writeJson({ documents: usage.documents + documents, bytes: usage.bytes + bytes } satisfies TeamUsage),
  )
}
