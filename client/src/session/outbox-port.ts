// What others may ask of an outbox, and what it asks of them.
import type { Vector } from '@yokoten/shared/sync'
import type { Readable } from './api'
import type { StorageState } from './persistence'

export interface OutboxFrame {
  readonly strand: string
  readonly seq: number
  readonly bytes: Uint8Array
  /** What the frame holds, unsealed. */
  readonly update: Uint8Array
}

export interface OutboxCounts {
  /** Edits that are in this tab only. */
  readonly changed: number
  /** Edits on this device's disk that no relay has acknowledged. */
  readonly kept: number
}

/** Seals an update as a frame; undefined where it is too large for one. */
export type Seal = (draft: {
  readonly strand: string
  readonly seq: number
  readonly update: Uint8Array
  readonly vector: Vector | undefined
}) => Promise<Uint8Array | undefined>

export interface Outbox {
  readonly counts: Readable<OutboxCounts>
  readonly state: Readable<StorageState>
  /** True where an update is too large for a frame; it stays on this device. */
  readonly isStuck: boolean
  /** Everything that waits here, to be laid over the document on opening. */
  updates(): readonly Uint8Array[]
  /** Frames that some relay has not acknowledged, oldest first. */
  frames(): readonly OutboxFrame[]
  /**
   * Takes an edit. Resolves when it is on the disk. Never rejects: while the disk fails the edit lives in this tab
   * and is sent all the same. `vector` names what a healing update contains.
   */
  add(update: Uint8Array, options?: { readonly edits?: number; readonly vector?: Vector }): Promise<void>
  /** This device's strands up to where their frames have been delivered and forgotten: the document holds them. */
  delivered(): Vector
  /** Told of every frame that is ready to be sent. */
  onFrame(listener: (frame: OutboxFrame) => void): () => void
  /** Sealing waits while nobody is there to send to, so that hours alone become one frame. */
  setReachable(isReachable: boolean): void
  /** `place` is where the relay has the frame. */
  acknowledged(relay: string, strand: string, seq: number, place: LogPlace): void
  /** The relay has this log now: what it acknowledged in another one it may not have, and is not promised any more. */
  otherLog(relay: string, generation: string): void
  /** Takes out of the disk what is delivered and remembered; to be called when more places are. */
  forget(): void
  /** Other bytes are known under this number (a cloned profile, a restored backup): seals again in a new strand. */
  refusedNumber(strand: string, seq: number): void
  /** True where nothing waits for this relay. */
  isDelivered(relay: string): boolean
  close(): Promise<void>
}

/** A sequence in the log of a relay. */
export interface LogPlace {
  readonly generation: string
  readonly sequence: number
}
