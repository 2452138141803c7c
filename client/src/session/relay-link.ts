// One connection to one relay for all open documents of a team: handshake, keep-alive, reconnecting, and routing.
import {
  closeReason,
  createHello,
  decodeRelayMessage,
  encodeClientMessage,
  LIMITS,
  negotiateVersion,
  parseFrameHeader,
  PROTOCOL,
} from '@yokoten/shared/sync'
import type { ClientMessage, Cursor, RelayMessage, Retry, TeamKeys } from '@yokoten/shared/sync'
import type { Readable } from './api'
import type { Ports, Socket } from './ports'
import { createCell } from './readable'

export type LinkState = 'connected' | 'connecting' | 'offline'

/** Messages of a relay that belong to one document. */
export type DocumentMessage = Extract<RelayMessage, { readonly doc: string }>

/** A document on a link. */
export interface LinkedDocument {
  /** Where to follow from, asked at every connection. */
  cursor(): Cursor | undefined
  /** The document has just been opened at the relay whose log is `generation`. */
  connected(generation: string): void
  disconnected(): void
  receive(message: DocumentMessage): void
  /** A presence frame of another device. */
  presence(frame: Uint8Array): void
}

export interface Attached {
  /** Asks for the log again from the document's cursor. `connected` is not called. */
  reopen(): void
  detach(): void
}

export interface RelayLink {
  readonly url: string
  readonly state: Readable<LinkState>
  /** Of the relay's log while connected. */
  readonly generation: Readable<string | undefined>
  /** A sentence's id for why the relay is not reached, where it said so or talks nonsense. */
  readonly trouble: Readable<string | undefined>
  /** Messages that were no messages. */
  readonly nonsense: Readable<number>
  /** Where the link is connected, the document hears so before this returns. */
  attach(doc: string, document: LinkedDocument): Attached
  /** Lost where the link is not connected. */
  send(message: ClientMessage): void
  close(): void
}

const HANDSHAKE_MS = 10_000
const TICK_MS = 5_000
/** A tick that comes so much late means that the device slept, its clock was set, or the page was hidden. */
const JUMP_MS = 15_000
/** After sleep, a ping that is not answered for so long means that the connection is dead. */
const PROBE_MS = 5_000
const FIRST_WAIT_MS = 300
const LONGEST_WAIT_MS = 20_000
const LATER_MS = 60_000
export const NONSENSE = 'session.trouble.nonsense'

interface Connection {
  socket: Socket | undefined
  stage: 'opening' | 'greeting' | 'ready'
  generation: string
  /** By the wall clock, which may be set at any time; whether a ping is answered never depends on it. */
  lastPing: number
  isAnswered: boolean
  stopTimeout: () => void
}

/**
 * Connects at once and stays connected as well as the network allows. `onTime` is given the relay's clock minus this
 * device's, in milliseconds.
 */
export function createRelayLink(options: {
  readonly url: string
  readonly keys: TeamKeys
  readonly ports: Ports
  readonly onTime: (offset: number) => void
}): RelayLink {
  const { url, keys, ports } = options
  const { after, wall, network, random } = ports
  const state = createCell<LinkState>('connecting')
  const generation = createCell<string | undefined>(undefined)
  const trouble = createCell<string | undefined>(undefined)
  const nonsense = createCell(0)
  const documents = new Map<string, LinkedDocument>()
  let connection: Connection | undefined
  let attempts = 0
  let closed = false
  let cancelRetry: (() => void) | undefined

  /** Between half and one and a half of the wait, so that a workshop's devices do not come back in one moment. */
  const jittered = (ms: number) => ms * (0.5 + (random(1)[0] ?? 0) / 256)

  function retry(how: Retry): void {
    cancelRetry?.()
    cancelRetry = undefined
    if (closed || how === 'never') return
    const wait = how === 'later' ? LATER_MS : Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** attempts)
    attempts = Math.min(attempts + 1, 10)
    cancelRetry = after(jittered(wait), connect)
  }

  /** Lets a connection go; what its socket says later is not heard. */
  function drop(old: Connection, how: Retry | 'now'): void {
    if (old !== connection) return
    connection = undefined
    old.stopTimeout()
    old.socket?.close(1000)
    state.set(network.isOnline() && !closed ? 'connecting' : 'offline')
    generation.set(undefined)
    if (old.stage === 'ready') for (const document of [...documents.values()]) document.disconnected()
    if (how === 'now') connect()
    else retry(how)
  }

  function connect(): void {
    cancelRetry?.()
    cancelRetry = undefined
    if (closed || connection || !network.isOnline()) return
    const now = wall()
    const own: Connection = {
      socket: undefined,
      stage: 'opening',
      generation: '',
      lastPing: now,
      isAnswered: true,
      stopTimeout: after(HANDSHAKE_MS, () => {
        if (own.stage !== 'ready') drop(own, 'soon')
      }),
    }
    connection = own
    state.set('connecting')
    own.socket = ports.openSocket(url, {
      open: () => undefined,
      message: (bytes) => {
        if (own === connection) hear(own, bytes)
      },
      close: (code) => {
        if (own !== connection) return
        const reason = closeReason(code)
        if (reason) trouble.set(reason.sentence)
        drop(own, reason?.retry ?? 'soon')
      },
    })
  }

  function hear(own: Connection, bytes: Uint8Array): void {
    own.isAnswered = true
    const decoded = decodeRelayMessage(bytes)
    if (!decoded.ok) {
      nonsense.set(nonsense.get() + 1)
      // A later version may have further messages; anything else is not a relay of ours.
      if (decoded.error.reason === 'unknown-message' && own.stage === 'ready') return
      trouble.set(NONSENSE)
      drop(own, 'later')
      return
    }
    const message = decoded.value
    if (own.stage !== 'ready') greet(own, message)
    else route(own, message)
  }

  function greet(own: Connection, message: RelayMessage): void {
    if (message.type === 'challenge' && own.stage === 'opening') {
      const version = negotiateVersion(PROTOCOL, { min: message.minVersion, max: message.maxVersion })
      if (version === undefined) {
        trouble.set('session.closed.version')
        drop(own, 'never')
        return
      }
      own.stage = 'greeting'
      void createHello(keys, { nonce: message.nonce, version, origin: ports.origin }).then((hello) => {
        if (own === connection) own.socket?.send(encodeClientMessage(hello))
      })
    } else if (message.type === 'welcome' && own.stage === 'greeting') {
      own.stage = 'ready'
      own.stopTimeout()
      own.generation = message.generation
      attempts = 0
      trouble.set(undefined)
      options.onTime(message.time - wall())
      state.set('connected')
      generation.set(message.generation)
      for (const [doc, document] of [...documents]) open(own, doc, document)
    } else if (message.type === 'error') {
      drop(own, 'later')
    } else if (message.type !== 'ping' && message.type !== 'pong') {
      trouble.set(NONSENSE)
      nonsense.set(nonsense.get() + 1)
      drop(own, 'later')
    }
  }

  function route(own: Connection, message: RelayMessage): void {
    switch (message.type) {
      case 'ping':
        own.socket?.send(encodeClientMessage({ type: 'pong', echo: message.time, time: wall() }))
        return
      case 'presence': {
        const header = parseFrameHeader(message.frame)
        if (header.ok) documents.get(header.value.doc)?.presence(message.frame)
        return
      }
      case 'challenge':
      case 'welcome':
      case 'pong':
      case 'error':
        return
      default:
        documents.get(message.doc)?.receive(message)
    }
  }

  const ask = (own: Connection, doc: string, document: LinkedDocument) =>
    own.socket?.send(encodeClientMessage({ type: 'open', doc, cursor: document.cursor() }))

  function open(own: Connection, doc: string, document: LinkedDocument): void {
    ask(own, doc, document)
    document.connected(own.generation)
  }

  function ping(own: Connection): void {
    own.lastPing = wall()
    own.isAnswered = false
    own.socket?.send(encodeClientMessage({ type: 'ping', time: Math.max(0, Math.floor(wall())) }))
  }

  /** Replaces what is connected or waiting, at once. */
  const renew = () => {
    attempts = 0
    if (connection) drop(connection, 'now')
    else connect()
  }
  /** Replaces the connection unless it answers: after sleep a socket can look open and be dead. */
  const probe = () => {
    attempts = 0
    const probed = connection
    if (probed?.stage !== 'ready') {
      if (!probed) connect()
      return
    }
    ping(probed)
    after(PROBE_MS, () => {
      if (!probed.isAnswered) drop(probed, 'now')
    })
  }

  let lastTick = wall()
  const tick = () => {
    if (closed) return
    const now = wall()
    const isJump = Math.abs(now - lastTick - TICK_MS) > JUMP_MS
    lastTick = now
    cancelTick = after(TICK_MS, tick)
    if (isJump) probe()
    else if (connection?.stage === 'ready') {
      // A hidden page's timers can be a minute late, so only a ping that is not answered counts as silence.
      const sincePing = Math.abs(now - connection.lastPing)
      if (connection.isAnswered && sincePing >= LIMITS.pingMs) ping(connection)
      else if (!connection.isAnswered && sincePing > LIMITS.silenceMs - LIMITS.pingMs)
        drop(connection, 'soon')
    }
  }
  let cancelTick = after(TICK_MS, tick)

  const stopNetwork = network.subscribe((event) => {
    if (event === 'visible') probe()
    else if (event === 'online') renew()
    else {
      if (connection) drop(connection, 'soon')
      state.set('offline')
    }
  })
  if (!network.isOnline()) state.set('offline')
  connect()

  return {
    url,
    state,
    generation,
    trouble,
    nonsense,
    attach(doc, document) {
      documents.set(doc, document)
      if (connection?.stage === 'ready') open(connection, doc, document)
      return {
        reopen() {
          if (connection?.stage === 'ready') ask(connection, doc, document)
        },
        detach() {
          if (documents.get(doc) !== document) return
          documents.delete(doc)
          if (connection?.stage === 'ready')
            connection.socket?.send(encodeClientMessage({ type: 'leave', doc }))
        },
      }
    },
    send(message) {
      if (connection?.stage === 'ready') connection.socket?.send(encodeClientMessage(message))
    },
    close() {
      closed = true
      cancelTick()
      cancelRetry?.()
      stopNetwork()
      if (connection) drop(connection, 'never')
    },
  }
}
