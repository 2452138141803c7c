// The browser as the session's ports: clock, timers, IndexedDB, Web Locks, BroadcastChannel, WebSocket, network events.
import { deleteDB } from 'idb'
import { askRelay } from './ask-relay'
import { beside } from './beside'
import { createCompression, selectCrypto } from './crypto'
import type { DocumentStore } from './document-store'
import { createIdbKeyStore } from './key-store-idb'
import { createNextFrame } from './next-frame'
import type { After, Network, OpenSocket, Ports, Tabs } from './ports'

const after: After = (ms, run) => {
  const timer = setTimeout(run, ms)
  return () => clearTimeout(timer)
}

const createBrowserTabs = (): Tabs => ({
  coordinated: 'locks' in navigator && typeof BroadcastChannel === 'function',
  lead(name, lead) {
    const giveUp = new AbortController()
    let release = () => giveUp.abort()
    navigator.locks
      .request(name, { signal: giveUp.signal }, () => {
        const held = new Promise<void>((resolve) => {
          release = resolve
        })
        lead()
        return held
      })
      .catch((error: unknown) => {
        if (!giveUp.signal.aborted) throw error
      })
    return { release: () => release() }
  },
  channel(name, receive) {
    const channel = new BroadcastChannel(name)
    channel.onmessage = (event: MessageEvent<unknown>) => receive(event.data)
    return { post: (message) => channel.postMessage(message), close: () => channel.close() }
  },
})

const browserNetwork: Network = {
  isOnline: () => navigator.onLine,
  subscribe(listener) {
    const online = () => listener('online')
    const offline = () => listener('offline')
    const visible = () => {
      if (document.visibilityState === 'visible') listener('visible')
    }
    window.addEventListener('online', online)
    window.addEventListener('offline', offline)
    window.addEventListener('pageshow', visible)
    document.addEventListener('visibilitychange', visible)
    return () => {
      window.removeEventListener('online', online)
      window.removeEventListener('offline', offline)
      window.removeEventListener('pageshow', visible)
      document.removeEventListener('visibilitychange', visible)
    }
  },
}

const openSocket: OpenSocket = (url, events) => {
  const socket = new WebSocket(url)
  socket.binaryType = 'arraybuffer'
  let closed = false
  const close = (code: number) => {
    if (closed) return
    closed = true
    events.close(code)
  }
  socket.onopen = () => events.open()
  socket.onclose = (event) => close(event.code)
  socket.onmessage = (event: MessageEvent<unknown>) => {
    if (!closed)
      events.message(event.data instanceof ArrayBuffer ? new Uint8Array(event.data) : new Uint8Array())
  }
  return {
    send(bytes) {
      if (socket.readyState === WebSocket.OPEN) socket.send(bytes as Uint8Array<ArrayBuffer>)
    },
    close(code = 1000, reason) {
      socket.close(code, reason)
      // The browser's own close event can take minutes on a dead network.
      close(code)
    },
  }
}

async function askToPersist(): Promise<'granted' | 'denied' | 'unsupported'> {
  const storage: Partial<StorageManager> | undefined = navigator.storage
  if (!storage?.persist) return 'unsupported'
  return (await navigator.storage.persist()) ? 'granted' : 'denied'
}

/** The documents' store, which brings Yjs, is loaded with the first document. */
function createLazyDocumentStore(prefix: string): DocumentStore {
  let loading: Promise<DocumentStore> | undefined
  const load = () =>
    (loading ??= import('./document-store-idb').then((module) => module.createIdbDocumentStore(prefix)))
  return {
    open: async (name, onClosed) => (await load()).open(name, onClosed),
    delete: async (name) => (await load()).delete(name),
  }
}

async function compactBeside(updates: readonly Uint8Array[]): Promise<Uint8Array> {
  try {
    return await beside({ kind: 'compact', updates })
  } catch {
    // A page that keeps its screen waiting is better than one that cannot do it.
    return (await import('@yokoten/shared/doc')).compact(...updates)
  }
}

/** The relay on the page's own origin. */
const ownRelay = (): string => location.origin.replace(/^http/, 'ws') + '/sync'

export const createBrowserPorts = (
  options: { readonly relays?: readonly string[]; readonly appVersion?: string } = {},
): Ports => ({
  wall: Date.now,
  after,
  nextFrame: createNextFrame({
    now: () => performance.now(),
    after,
    frame(run) {
      const frame = requestAnimationFrame(run)
      return () => cancelAnimationFrame(frame)
    },
  }),
  random: (n) => crypto.getRandomValues(new Uint8Array(n)),
  crypto: () => selectCrypto(),
  compression: createCompression((bytes) => beside({ kind: 'deflate', bytes })),
  openKeys: (name) => createIdbKeyStore(`yokoten-${name}`),
  deleteKeys: (name) => deleteDB(`yokoten-${name}`),
  documents: createLazyDocumentStore('yokoten-doc-'),
  compact: compactBeside,
  tabs: createBrowserTabs(),
  network: browserNetwork,
  openSocket,
  askRelay,
  relays: options.relays ?? [ownRelay()],
  origin: location.origin,
  secure: window.isSecureContext,
  appVersion: options.appVersion ?? '1',
  freeze: import.meta.env.DEV,
  askToPersist,
})
