// The log port: what a relay keeps of each document, in one order, and the promises that go with it.
import type { Cursor, LoggedFrame, Refusal } from '@yokoten/shared/sync'

/** Team and document as lowercase hexadecimal ids of 16 bytes. */
export interface DocumentName {
  readonly team: string
  readonly doc: string
}

/** A stored frame as the log sees it: whose number it bears, and bytes. `close` closes the document to updates. */
export interface LogFrame {
  readonly kind: 'update' | 'close'
  readonly strand: string
  readonly seq: number
  readonly bytes: Uint8Array
}

/** `stored` for a copy of what is kept too: the old sequence, so that sending again is harmless. */
export type Appended =
  | { readonly kind: 'stored'; readonly sequence: number; readonly isCopy: boolean }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

/** A document in numbers. Sequences count from 1; 0 means none. */
export interface DocumentState {
  /** Sequence of the last frame. */
  readonly head: number
  /** Sequence up to which the current snapshot reaches. */
  readonly base: number
  /** Bytes of the frames after the current snapshot. */
  readonly liveBytes: number
  readonly snapshotBytes: number
  readonly isClosed: boolean
}

export interface TeamUsage {
  readonly documents: number
  /** Bytes of all frames and snapshots kept, those that wait to be forgotten included. */
  readonly bytes: number
}

/** Says why a team may not keep more, or undefined where it may. Asked in the order in which frames are kept. */
export type Admit = (
  usage: TeamUsage,
  isNewDocument: boolean,
  bytes: number,
  team: string,
) => Refusal | undefined

/**
 * Where a reader is. The mark is drawn at random when the frame at the sequence is kept: a log that was set back and
 * grew again has other marks, also where a frame comes to stand at its old sequence. So whoever names a place by its
 * mark has all that led to it.
 */
export interface Place {
  readonly sequence: number
  readonly mark: string
}

/** Some of the log in its order. A snapshot comes first and with the sequence up to which it reaches. */
export interface LogChunk {
  readonly frames: readonly LoggedFrame[]
  /** The place of the last frame; undefined where there is none. */
  readonly place: Place | undefined
  /** True where nothing follows. */
  readonly isEnd: boolean
}

export interface ChunkLimits {
  readonly frames: number
  /** A first frame larger than this comes alone. */
  readonly bytes: number
}

export interface Log {
  /** Random id of this log; only loss or restore changes it. */
  readonly generation: string
  /**
   * Resolves when the outcome is durable. Appends are numbered in the order of the calls. `sender` is the connection
   * it came on: what follows a frame of its that was not taken is held back.
   */
  append(name: DocumentName, frame: LogFrame, sender: object): Promise<Appended>
  /**
   * Replaces the frames up to sequence `covers` by a snapshot, in one step. They and the snapshot before are kept
   * for `KEEP_MS`. Resolves when durable.
   */
  putSnapshot(name: DocumentName, snapshot: { covers: number; bytes: Uint8Array }): Promise<Appended>
  /** What follows sequence `after`; from the beginning where `after` is 0 or already forgotten. */
  read(name: DocumentName, after: number, limits: ChunkLimits): Promise<LogChunk>
  /** Where a reader with this cursor goes on. Not known: loss, restore, another relay, or forgotten; then `after` is 0. */
  locate(name: DocumentName, cursor: Cursor | undefined): Promise<{ known: boolean; after: number }>
  /** Frames `from` to `to` of a strand, as far as they are kept and the limits allow. */
  find(
    name: DocumentName,
    strand: string,
    range: { from: number; to: number },
    limits: ChunkLimits,
  ): Promise<LoggedFrame[]>
  state(name: DocumentName): Promise<DocumentState>
  usage(team: string): Promise<TeamUsage>
  /** Forgets what was replaced more than `KEEP_MS` ago, and strands silent and covered for as long. */
  prune(): Promise<void>
  /** Waits for what is under way, then lets go. */
  close(): Promise<void>
}

/** How long a replaced snapshot and its frames are kept, in milliseconds. */
export const KEEP_MS = 30 * 24 * 60 * 60 * 1_000
