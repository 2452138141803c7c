// The socket of one document: y-websocket's provider speaks to it as to a server that is always there.
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { encodeAwarenessUpdate } from 'y-protocols/awareness'
import type { Awareness } from 'y-protocols/awareness'
import * as sync from 'y-protocols/sync'
import { messageAwareness, messageSync, WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { parsePresence, receivePresence } from './awareness-update'
import type { After } from './ports'

export interface DocSocket {
  readonly provider: WebsocketProvider
  /**
   * Applies V1 updates from elsewhere in one transaction, which is nobody's edit here.
   * Returns the indexes of those that could not be applied.
   */
  receive(updates: readonly Uint8Array[]): readonly number[]
  /** Takes a presence message of another device. Nonsense is ignored. */
  receivePresence(update: Uint8Array): void
  /** What this device shows at the moment, or undefined where that is nothing. */
  ownPresence(): Uint8Array | undefined
  close(): void
}

/** The provider gives a connection up after 30 s without a message. */
const KEEP_ALIVE_MS = 20_000
const EMPTY_UPDATE = Uint8Array.of(0, 0)

type Incoming = { readonly data: Uint8Array }
interface ProviderSide {
  binaryType: string
  readyState: number
  readonly OPEN: number
  onopen: (() => void) | null
  onmessage: ((event: Incoming) => void) | null
  onclose: ((event: { readonly code: number }) => void) | null
  onerror: (() => void) | null
  send(bytes: Uint8Array): void
  close(): void
}

const OPEN = 1
const CLOSED = 3

const message = (write: (encoder: encoding.Encoder) => void): Uint8Array => {
  const encoder = encoding.createEncoder()
  write(encoder)
  return encoding.toUint8Array(encoder)
}

/**
 * Connects the document; call it when the document is loaded from the device.
 * `edit` is given every update made here, `presence` every change of what this device shows.
 */
export function createDocSocket(options: {
  readonly doc: Y.Doc
  readonly awareness: Awareness
  readonly after: After
  readonly edit: (update: Uint8Array) => void
  readonly presence: (update: Uint8Array) => void
}): DocSocket {
  const { doc, awareness, after, edit, presence } = options
  let current: ProviderSide | undefined
  let stopped = false

  const ownPresence = (): Uint8Array | undefined =>
    awareness.getLocalState() === null ? undefined : encodeAwarenessUpdate(awareness, [doc.clientID])

  const tell = (bytes: Uint8Array) => current?.onmessage?.({ data: bytes })

  function fromProvider(bytes: Uint8Array): void {
    const decoder = decoding.createDecoder(bytes)
    const type = decoding.readVarUint(decoder)
    if (type === messageAwareness) {
      // The provider repeats what it was told of others; only this device's own state goes out.
      const update = decoding.readVarUint8Array(decoder)
      const entries = parsePresence(update) ?? []
      if (!entries.some(({ client }) => client === doc.clientID)) return
      presence(entries.length === 1 ? update : encodeAwarenessUpdate(awareness, [doc.clientID]))
      return
    }
    if (type !== messageSync) return
    const step = decoding.readVarUint(decoder)
    const body = decoding.readVarUint8Array(decoder)
    // Step 1 asks for the server's state: what relays have comes by their logs. It is answered as by an empty one.
    if (step === sync.messageYjsSyncStep1) sayNothingNew()
    else if (body.length > EMPTY_UPDATE.length) edit(body)
  }

  /** An empty step 2: the provider counts as synced and hears from us. */
  const sayNothingNew = () =>
    tell(
      message((to) => {
        encoding.writeVarUint(to, messageSync)
        encoding.writeVarUint(to, sync.messageYjsSyncStep2)
        encoding.writeVarUint8Array(to, EMPTY_UPDATE)
      }),
    )

  /** Called with `new` by the provider. */
  function Polyfill(): ProviderSide {
    const side: ProviderSide = {
      binaryType: 'arraybuffer',
      readyState: 0,
      OPEN,
      onopen: null,
      onmessage: null,
      onclose: null,
      onerror: null,
      send: (bytes) => {
        if (side === current) fromProvider(bytes)
      },
      close() {
        side.readyState = CLOSED
        if (side === current) current = undefined
      },
    }
    current = side
    queueMicrotask(() => {
      if (side !== current) return
      side.readyState = OPEN
      side.onopen?.()
    })
    return side
  }

  const provider = new WebsocketProvider('ws://device', 'document', doc, {
    connect: false,
    disableBc: true,
    awareness,
    WebSocketPolyfill: Polyfill as unknown as typeof WebSocket,
  })
  // Its own handler hides a failed update; here it is reported to whoever delivered it.
  let failed = false
  const handleSync = provider.messageHandlers[messageSync]
  provider.messageHandlers[messageSync] = (encoder, decoder, ...rest) => {
    const ahead = decoding.clone(decoder)
    if (decoding.readVarUint(ahead) !== sync.messageYjsUpdate) {
      handleSync?.(encoder, decoder, ...rest)
      return
    }
    try {
      Y.applyUpdate(doc, decoding.readVarUint8Array(ahead), provider)
    } catch {
      failed = true
    }
  }
  const isOpen = () => provider.wsconnected && current?.readyState === OPEN
  /** What the provider drops while it is between two connections is taken here. */
  const onUpdate = (update: Uint8Array, origin: unknown) => {
    if (origin !== provider && !isOpen()) edit(update)
  }
  doc.on('update', onUpdate)
  provider.connect()

  const keepAlive = () => {
    if (stopped) return
    sayNothingNew()
    cancelKeepAlive = after(KEEP_ALIVE_MS, keepAlive)
  }
  let cancelKeepAlive = after(KEEP_ALIVE_MS, keepAlive)

  return {
    provider,
    receive(updates) {
      const bad: number[] = []
      Y.transact(
        doc,
        () => {
          updates.forEach((update, index) => {
            failed = false
            if (isOpen()) {
              tell(
                message((to) => {
                  encoding.writeVarUint(to, messageSync)
                  sync.writeUpdate(to, update)
                }),
              )
            } else {
              failed = !isApplied(doc, update, provider)
            }
            if (failed) bad.push(index)
          })
        },
        provider,
        false,
      )
      return bad
    },
    receivePresence: (update) => receivePresence(awareness, update, provider),
    ownPresence,
    close() {
      stopped = true
      cancelKeepAlive()
      doc.off('update', onUpdate)
      provider.destroy()
    },
  }
}

/** Between two connections of the provider, which last a moment, updates are applied in its name. */
function isApplied(doc: Y.Doc, update: Uint8Array, origin: unknown): boolean {
  try {
    Y.applyUpdate(doc, update, origin)
    return true
  } catch {
    return false
  }
}
