// The small records beside the frames: a document's numbers, a strand's, a team's.
import type { Draft, RecordReader } from './draft'
import { documentKey, strandKey, teamKey } from './keys'
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
  readonly head: number
  readonly base: number
  /** Bytes of all frames ever, and of those up to `base`. */
  readonly total: number
  readonly baseTotal: number
  readonly snapshotBytes: number
  readonly isClosed: boolean
  readonly retired: readonly Retired[]
}

export interface StrandRecord {
  readonly highest: number
  /** Highest seq that was kept once and is forgotten: what is not above it and not found cannot be compared. */
  readonly pruned: number
  readonly sequence: number
  readonly at: number
}

export const readDocument = (from: RecordReader, name: DocumentName): DocumentRecord | undefined =>
  from.record(documentKey(name)) as DocumentRecord | undefined
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
  draft.putRecord(documentKey(name), record)

export const readStrand = (from: RecordReader, name: DocumentName, strand: string): StrandRecord =>
  (from.record(strandKey(name, strand)) as StrandRecord | undefined) ?? {
    highest: 0,
    pruned: 0,
    sequence: 0,
    at: 0,
  }
export const writeStrand = (draft: Draft, name: DocumentName, strand: string, record: StrandRecord) =>
  draft.putRecord(strandKey(name, strand), record)

export const readUsage = (from: RecordReader, team: string): TeamUsage =>
  (from.record(teamKey(team)) as TeamUsage | undefined) ?? { documents: 0, bytes: 0 }
export const addUsage = (draft: Draft, team: string, documents: number, bytes: number) => {
  const usage = readUsage(draft, team)
  draft.putRecord(teamKey(team), {
    documents: usage.documents + documents,
    bytes: usage.bytes + bytes,
  } satisfies TeamUsage)
}
