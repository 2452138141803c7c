// A store in a folder, on lmdb: one process, one file, a commit answers when it is on the disk.
import { mkdirSync } from 'node:fs'
import { open } from 'lmdb'
import type { Store } from './store'

const isOpen = new Set<string>()

/** lmdb's own errors carry its number, or a promise that rejects with the reason of a failed commit. */
const isOfTheDisk = (error: unknown): error is { commitError?: Promise<unknown> } =>
  error instanceof Error && ('commitError' in error || ('code' in error && typeof error.code === 'number'))

/** Opens or makes the store in a folder. Throws where the folder cannot be used or is open in this process already. */
export function openEmbeddedStore(folder: string): Store {
  if (isOpen.has(folder)) throw new Error(`${folder} is open already`)
  mkdirSync(folder, { recursive: true })
  const db = open<Buffer, Uint8Array>({
    path: folder,
    encoding: 'binary',
    keyEncoding: 'binary',
    cache: false,
    // A commit that answers before its sync would acknowledge what a power cut can take.
    overlappingSync: false,
    // Its own batches come with a promise that nobody can catch: a full disk would end the process.
    eventTurnBatching: false,
  })
  isOpen.add(folder)
  return {
    get: (key) => db.get(key),
    range(from, to, visit) {
      for (const { key, value } of db.getRange({ start: from, end: to }))
        if (visit(key, value) === false) return
    },
    async commit(writes) {
      try {
        // A child, because lmdb commits what an outer transaction wrote before its callback threw.
        await db.childTransaction(() => {
          for (const [key, value] of writes) {
            if (value) db.putSync(key, Buffer.from(value.buffer, value.byteOffset, value.byteLength))
            else db.removeSync(key)
          }
        })
      } catch (error) {
        if (!isOfTheDisk(error)) throw error
        // The reason comes as one more promise, which must not go unheard.
        await error.commitError?.catch(() => undefined)
        return false
      }
      await db.flushed
      return true
    },
    async close() {
      await db.close()
      isOpen.delete(folder)
    },
  }
}
