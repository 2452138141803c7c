// The port for what must not be lost: keys with values, written atomically, on disk when a write resolves.

export interface KeyValue {
  readonly key: string
  /** Anything the structured clone algorithm takes. */
  readonly value: unknown
}

export interface KeyStore {
  /** All keys that begin with `prefix`, sorted by code unit. Rejects where the store cannot be read. */
  list(prefix: string): Promise<readonly KeyValue[]>
  get(key: string): Promise<unknown>
  /**
   * Puts and deletes together or not at all. Resolves when the change is on the disk; rejects with a
   * `StorageError` and leaves everything as it was.
   */
  write(puts: readonly KeyValue[], deletes?: readonly string[]): Promise<void>
  close(): void
}

/** Why a device could not store. `full`: no room; `failing`: closed, broken or forbidden. */
export class StorageError extends Error {
  readonly kind: 'full' | 'failing'
  constructor(kind: 'full' | 'failing', cause: unknown) {
    super(`storage ${kind}`, { cause })
    this.kind = kind
  }
}

/** The kind of a failure from IndexedDB, from a wrapped library or from a store of ours. */
export function toStorageError(error: unknown): StorageError {
  if (error instanceof StorageError) return error
  const words = error instanceof Error ? `${error.name} ${error.message}` : String(error)
  return new StorageError(/quota/i.test(words) ? 'full' : 'failing', error)
}

/** What outlives a tab in memory: hand the same disk to the next store to see what a reload would find. */
export interface MemoryDisk {
  readonly values: Map<string, unknown>
}

export const createMemoryDisk = (): MemoryDisk => ({ values: new Map() })

/**
 * A store in memory. `beforeWrite` and `afterWrite` are where tests let a write fail, or let the tab die
 * before or just after what it wrote has become durable.
 */
export function createMemoryKeyStore(
  disk: MemoryDisk = createMemoryDisk(),
  hooks: { beforeWrite?: () => void | Promise<void>; afterWrite?: () => void | Promise<void> } = {},
): KeyStore {
  let closed = false
  const check = () => {
    if (closed) throw new StorageError('failing', 'closed')
  }
  return {
    async list(prefix) {
      check()
      return [...disk.values]
        .filter(([key]) => key.startsWith(prefix))
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, value]) => ({ key, value: structuredClone(value) }))
    },
    async get(key) {
      check()
      return structuredClone(disk.values.get(key))
    },
    async write(puts, deletes = []) {
      const copies = puts.map(({ key, value }) => ({ key, value: structuredClone(value) }))
      await hooks.beforeWrite?.()
      check()
      for (const key of deletes) disk.values.delete(key)
      for (const { key, value } of copies) disk.values.set(key, value)
      await hooks.afterWrite?.()
    },
    close() {
      closed = true
    },
  }
}
