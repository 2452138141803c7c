// The port for documents at rest: rows of Yjs updates a document, in the format of y-indexeddb.
import { StorageError } from './key-store'

export interface StoredRow {
  readonly key: number
  readonly bytes: Uint8Array
}

export interface DocumentRows {
  load(): Promise<readonly StoredRow[]>
  /** Resolves with the new row's key when it is on the disk; rejects with a `StorageError`. */
  append(update: Uint8Array): Promise<number>
  /** Puts one row in the place of others, together or not at all. Resolves with the new row's key. */
  replace(keys: readonly number[], state: Uint8Array): Promise<number>
  /** Takes a row that cannot be read out of the way without destroying it. */
  setAside(row: StoredRow): Promise<void>
  close(): void
}

export interface DocumentStore {
  /** Rejects with a `StorageError`. `onClosed` is called when the browser closes the database by itself. */
  open(name: string, onClosed: () => void): Promise<DocumentRows>
  delete(name: string): Promise<void>
}

/** What outlives a tab in memory, by document. */
export interface MemoryDocuments {
  readonly rows: Map<string, Map<number, Uint8Array>>
  readonly aside: Map<string, Uint8Array[]>
}

export const createMemoryDocuments = (): MemoryDocuments => ({ rows: new Map(), aside: new Map() })

/** Documents in memory; `beforeWrite` is where tests let a write fail or the tab die. */
export function createMemoryDocumentStore(
  disk: MemoryDocuments = createMemoryDocuments(),
  hooks: { beforeWrite?: () => void | Promise<void>; afterWrite?: () => void | Promise<void> } = {},
): DocumentStore {
  return {
    async open(name) {
      let closed = false
      let rows = disk.rows.get(name)
      if (!rows) disk.rows.set(name, (rows = new Map()))
      const kept = rows
      const write = async (change: () => number): Promise<number> => {
        await hooks.beforeWrite?.()
        if (closed) throw new StorageError('failing', 'closed')
        const key = change()
        await hooks.afterWrite?.()
        return key
      }
      const nextKey = () => Math.max(0, ...kept.keys()) + 1
      return {
        load: async () => [...kept].map(([key, bytes]) => ({ key, bytes: bytes.slice() })),
        append: (update) =>
          write(() => {
            const key = nextKey()
            kept.set(key, update.slice())
            return key
          }),
        replace: (keys, state) =>
          write(() => {
            const fresh = nextKey()
            for (const key of keys) kept.delete(key)
            kept.set(fresh, state.slice())
            return fresh
          }),
        async setAside({ key, bytes }) {
          await write(() => {
            disk.aside.set(name, [...(disk.aside.get(name) ?? []), bytes.slice()])
            kept.delete(key)
            return key
          })
        },
        close() {
          closed = true
        },
      }
    },
    async delete(name) {
      disk.rows.delete(name)
    },
  }
}
