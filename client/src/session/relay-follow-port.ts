// What a document asks of one relay's log, and what it tells about it.
import type { Cursor, Frames } from '@yokoten/shared/sync'
import type * as Y from 'yjs'
import type { Inbound } from './inbound'
import type { Outbox } from './outbox-port'
import type { Ports } from './ports'
import type { RelayLink } from './relay-link'

export interface RelayFollow {
  /** The place up to which everything has been applied; undefined: none yet. */
  readonly settled: Cursor | undefined
  /** On this connection everything that the relay has was given. */
  readonly isCaughtUp: boolean
  /** A sentence's id, or undefined. */
  readonly trouble: string | undefined
  start(): void
  sendPresence(frame: Uint8Array): void
  /**
   * Brings what came from another relay to this one: updates are carried unchanged, copies are harmless; after a
   * snapshot this log is read from its beginning, and what it lacks is found.
   */
  carry(frames: readonly Uint8Array[]): void
  close(): void
}

export interface RelayFollowOptions {
  readonly link: RelayLink
  readonly wireId: string
  readonly doc: Y.Doc
  readonly frames: Frames
  readonly inbound: Inbound
  /** Undefined where this device may only read. */
  readonly outbox: Outbox | undefined
  readonly ports: Pick<Ports, 'after' | 'random'>
  readonly cursor: Cursor | undefined
  /** True while what the document holds is on this device's disk. */
  readonly isKept: () => boolean
  /** The document as it is at the time of the call, compacted. */
  readonly wholeState: () => Promise<Uint8Array>
  readonly onProgress: () => void
  /** New frames of this relay's log, for the other relays. */
  readonly onCarry: (frames: readonly Uint8Array[]) => void
  readonly onOwn: (generation: string, sequence: number) => void
  readonly onState: () => void
  readonly onPresence: (update: Uint8Array) => void
  readonly showSelf: () => void
}
