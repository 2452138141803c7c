// Everything the session needs from the outside, so that a simulation can hand in clock, network and disk of its own.
import type { RandomBytes, WallClock } from '@yokoten/shared/kernel'
import type { Compression, CryptoPort } from '@yokoten/shared/sync'
import type { DocumentStore } from './document-store'
import type { KeyStore } from './key-store'

/** Milliseconds from now; the returned function takes the timer back. */
export type After = (ms: number, run: () => void) => () => void

/** Runs something once, at one of the next frames; returns how to call it off. */
export type NextFrame = (run: () => void) => () => void

export type Compact = (updates: readonly Uint8Array[]) => Promise<Uint8Array>

export interface SocketEvents {
  open(): void
  message(bytes: Uint8Array): void
  /** Called once, whoever closed. */
  close(code: number): void
}

export interface Socket {
  /** Ignored where the socket is not open. */
  send(bytes: Uint8Array): void
  close(code?: number, reason?: string): void
}

export type OpenSocket = (url: string, events: SocketEvents) => Socket

/** What a relay answered over HTTP. */
export interface RelayAnswer {
  readonly status: number
  /** The relay's `Yokoten-Generation`, or undefined where another server answered. */
  readonly generation: string | undefined
  /** At most `LIMITS.blobBytes`. */
  readonly bytes: Uint8Array
}

/** Asks a relay over HTTP. Rejects where no whole answer came. */
export type AskRelay = (
  url: string,
  ask: {
    readonly method: 'GET' | 'HEAD' | 'PUT'
    readonly authorization: string
    readonly body?: Uint8Array
  },
) => Promise<RelayAnswer>

/** What the browser knows of network and screen. */
export interface Network {
  isOnline(): boolean
  /** Told when the network comes or goes, and when the page becomes visible or comes back from sleep. */
  subscribe(listener: (event: 'online' | 'offline' | 'visible') => void): () => void
}

export interface Channel {
  post(message: unknown): void
  close(): void
}

/** How the tabs of one device find one leader and talk to each other. */
export interface Tabs {
  /** False where the browser has no locks: then one tab works and nothing is coordinated. */
  readonly coordinated: boolean
  /**
   * Waits for the lock of this name; `lead` is called when it is held, and holds it until `release` is called.
   * `release` before that takes the request back.
   */
  lead(name: string, lead: () => void): { release(): void }
  /** Messages of the other tabs; not one's own. */
  channel(name: string, receive: (message: unknown) => void): Channel
}

export interface Ports {
  readonly wall: WallClock
  readonly after: After
  /** When screens are told of what came from elsewhere, so that one frame is one drawing; undefined: at once. */
  readonly nextFrame: NextFrame | undefined
  readonly random: RandomBytes
  /** Loaded once, at the first team. */
  readonly crypto: () => Promise<CryptoPort>
  /** Of frame contents; undefined: none. */
  readonly compression: Compression | undefined
  /** Teams, outbox and cursors. Databases by name. */
  readonly openKeys: (name: string) => KeyStore
  readonly deleteKeys: (name: string) => Promise<void>
  readonly documents: DocumentStore
  /** Updates (V1) as one without garbage, made where it keeps no screen waiting. Rejects where one is no update. */
  readonly compact: Compact
  readonly tabs: Tabs
  readonly network: Network
  readonly openSocket: OpenSocket
  readonly askRelay: AskRelay
  /** Addresses of the relays, `ws:` or `wss:`. None: local work only. */
  readonly relays: readonly string[]
  /** The page's origin, for the handshake and for links. */
  readonly origin: string
  /** False on plain http: no stored data can be relied on, the platform's crypto is missing. */
  readonly secure: boolean
  /** Tells apart tabs of different app versions. */
  readonly appVersion: string
  /** Freezes snapshots, so that a screen that writes into one is found out. For development and tests. */
  readonly freeze: boolean
  readonly askToPersist: () => Promise<'granted' | 'denied' | 'unsupported'>
}
