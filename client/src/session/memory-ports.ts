// Ports without a browser: several devices in one process, for component tests and for the simulation.
import { compact } from '@yokoten/shared/doc'
import type { RandomBytes } from '@yokoten/shared/kernel'
import { createCompression, createWebCrypto } from './crypto'
import { createMemoryDocumentStore, createMemoryDocuments } from './document-store'
import type { MemoryDocuments } from './document-store'
import { createMemoryDisk, createMemoryKeyStore } from './key-store'
import type { MemoryDisk } from './key-store'
import type { Network, Ports, Tabs } from './ports'

/** A device's disk: what a later session on the same device finds. */
export interface MemoryDevice {
  readonly keys: Map<string, MemoryDisk>
  readonly documents: MemoryDocuments
}

export const createMemoryDevice = (): MemoryDevice => ({
  keys: new Map(),
  documents: createMemoryDocuments(),
})

/** Random bytes from a seed (mulberry32). Not for secrets. */
export function createSeededRandom(seed: number): RandomBytes {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return (mixed ^ (mixed >>> 14)) & 0xff
  }
  return (n) => Uint8Array.from({ length: n }, next)
}

/** Tabs of one device in one process: locks by name, in the order of asking, and channels. */
export function createMemoryTabs(): { readonly tab: () => Tabs } {
  const queues = new Map<string, (() => void)[]>()
  const listeners = new Map<string, Set<(message: unknown) => void>>()
  const tab = (): Tabs => ({
    coordinated: true,
    lead(name, lead) {
      const queue = queues.get(name) ?? []
      queues.set(name, queue)
      let released = false
      const own = () => {
        queueMicrotask(() => {
          if (!released) lead()
        })
      }
      queue.push(own)
      if (queue[0] === own) own()
      return {
        release() {
          released = true
          const wasFirst = queue[0] === own
          const at = queue.indexOf(own)
          if (at >= 0) queue.splice(at, 1)
          if (wasFirst) queue[0]?.()
        },
      }
    },
    channel(name, receive) {
      const all = listeners.get(name) ?? new Set()
      listeners.set(name, all)
      all.add(receive)
      return {
        post(message) {
          const copy: unknown = structuredClone(message)
          for (const other of all)
            if (other !== receive)
              queueMicrotask(() => {
                if (all.has(other)) other(copy)
              })
        },
        close() {
          all.delete(receive)
        },
      }
    },
  })
  return { tab }
}

const alwaysOnline: Network = { isOnline: () => true, subscribe: () => () => undefined }

/**
 * Ports of a device in memory, by default with the process's clock and timers, strong random and no relay.
 * Every part can be replaced.
 */
export function createMemoryPorts(parts: Partial<Ports> & { readonly device?: MemoryDevice } = {}): Ports {
  const { device = createMemoryDevice(), ...replaced } = parts
  return {
    wall: Date.now,
    after(ms, run) {
      const timer = setTimeout(run, ms)
      return () => clearTimeout(timer)
    },
    nextFrame: undefined,
    random: (n) => crypto.getRandomValues(new Uint8Array(n)),
    crypto: async () => createWebCrypto(),
    compression: createCompression(),
    openKeys(name) {
      const disk = device.keys.get(name) ?? createMemoryDisk()
      device.keys.set(name, disk)
      return createMemoryKeyStore(disk)
    },
    async deleteKeys(name) {
      device.keys.delete(name)
    },
    documents: createMemoryDocumentStore(device.documents),
    compact: async (updates) => compact(...updates),
    tabs: createMemoryTabs().tab(),
    network: alwaysOnline,
    openSocket(_url, events) {
      queueMicrotask(() => events.close(1006))
      return { send: () => undefined, close: () => undefined }
    },
    askRelay: () => Promise.reject(new Error('no network')),
    relays: [],
    origin: 'https://yokoten.test',
    secure: true,
    appVersion: 'test',
    freeze: true,
    askToPersist: async () => 'granted',
    ...replaced,
  }
}
