// What the relay is given from outside: time, chance, cryptography, a way to be watched, and its transports.
import type { CloseName, RelayCrypto } from '@yokoten/shared/sync'

/** Time and chance: the machine's in production, virtual in the simulation. */
export interface Environment {
  /** Milliseconds since 1970. */
  now(): number
  random(length: number): Uint8Array
  /** Runs a function after this turn's messages have been taken in. */
  soon(run: () => void): void
  /** Runs a function once after so many milliseconds; the result takes it back. */
  after(ms: number, run: () => void): () => void
  readonly crypto: RelayCrypto
}

/** One client's connection as bytes, whatever carries it. */
export interface Transport {
  /** Where the client is, for limits by address only. */
  readonly address: string
  /** The Origin that the browser sent with the upgrade, or undefined outside a browser. */
  readonly origin: string | undefined
  send(bytes: Uint8Array): void
  /** Bytes handed to `send` that the network has not taken yet. */
  buffered(): number
  /** Stops and starts reading, so that the network holds the sender back. */
  pause(): void
  resume(): void
  close(reason: CloseName): void
}

/** What a transport tells the relay. */
export interface Connection {
  receive(message: Uint8Array): void
  /** Some of what was buffered has gone. */
  drained(): void
  /** The peer answered below the protocol: it is there, though it has nothing to say. */
  heard(): void
  /** The connection is gone, whoever ended it. */
  closed(): void
}

export const EVENTS = [
  'connected',
  'disconnected',
  'admitted',
  'rejected',
  'frame_stored',
  'frame_copied',
  'frame_refused',
  'frames_sent',
  'presence_passed',
  'presence_dropped',
  'snapshot_asked',
  'snapshot_stored',
  'reading_paused',
  'blob_stored',
  'blob_copied',
  'blob_sent',
  'blob_refused',
] as const

/** Counts what happens; names and numbers only, never content, keys or links. */
export type Count = (event: (typeof EVENTS)[number], by?: number) => void
