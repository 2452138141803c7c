// What tests of the outbox share: a seal that shows what it was given, edits, and an outbox on a disk in memory.
import type { Vector } from '@yokoten/shared/sync'
import { expect, vi } from 'vitest'
import * as Y from 'yjs'
import { createMemoryKeyStore, StorageError } from '../key-store'
import type { KeyStore, MemoryDisk } from '../key-store'
import { createSeededRandom } from '../memory-ports'
import { openOutbox } from '../outbox'
import type { Outbox, OutboxFrame, Seal } from '../outbox-port'

const after = (ms: number, run: () => void) => {
  const timer = setTimeout(run, Math.min(ms, 5))
  return () => clearTimeout(timer)
}
let seed = 1
export const PLACE = { generation: 'a', sequence: 1 }

type Hooks = Parameters<typeof createMemoryKeyStore>[1]
interface Sealed extends OutboxFrame {
  readonly vector: Vector | undefined
}
export const sealed: Sealed[] = []
/** A seal that changes with every call, as a random nonce makes it. */
export const seal: Seal = async (draft) => {
  const bytes = Uint8Array.of(sealed.length >> 8, sealed.length & 255, ...draft.update)
  sealed.push({ ...draft, bytes })
  return bytes
}

export const openOn = (
  disk: MemoryDisk,
  parts: {
    hooks?: Hooks
    seal?: Seal
    relays?: string[]
    safe?: () => boolean
    remembered?: () => boolean
    store?: KeyStore
    now?: number
  } = {},
) =>
  openOutbox({
    doc: 'board/1',
    store: parts.store ?? createMemoryKeyStore(disk, parts.hooks),
    wall: () => parts.now ?? 0,
    seal: parts.seal ?? seal,
    relays: parts.relays ?? ['relay'],
    random: createSeededRandom(seed++),
    after,
    beforeForgetting: async () => parts.safe?.() ?? true,
    isRemembered: () => parts.remembered?.() ?? true,
  })

/** Edits of one document, as updates. */
export function createEdits() {
  const doc = new Y.Doc()
  return (key: string): Uint8Array => {
    let made: Uint8Array | undefined
    doc.once('update', (update: Uint8Array) => (made = update))
    doc.getMap('rows').set(key, true)
    if (!made) throw new Error('an edit makes an update')
    return made
  }
}
export const keysIn = (updates: readonly Uint8Array[]) => {
  const doc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(doc, update)
  return [...doc.getMap('rows').keys()].sort()
}
export const framesOf = async (outbox: Outbox, count: number) => {
  await vi.waitFor(() => expect(outbox.frames().length).toBeGreaterThanOrEqual(count))
  return outbox.frames()
}

/** Hooks of a disk that takes writes only while it is not broken. */
export function createFrailDisk(isBroken = false) {
  const frail = {
    isBroken,
    hooks: {
      beforeWrite() {
        if (frail.isBroken) throw new StorageError('failing', 'broken')
      },
    },
  }
  return frail
}
