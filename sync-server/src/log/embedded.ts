// A store in a folder, on lmdb: one process, one file, a commit answers when it is on the disk.
import { mkdirSync } from 'node:fs'
import { open } from 'lmdb'
import type { Store } from './store'

const isOpen = new Set<string>()

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
  })
  isOpen.add(folder)
  return {
    get: (key) => db.get(key),
    range(from, to, visit) {
      for (const { key, value } of db.getRange({ start: from, end: to }))
        if (visit(key, value) === false) return
    },
    async commit(writes) {
      // Made in one turn, so lmdb puts them into one transaction.
      const pending = writes.map(([key, value]) =>
        value ? db.put(key, Buffer.from(value.buffer, value.byteOffset, value.byteLength)) : db.remove(key),
      )
      const results = await Promise.allSettled(pending)
      const failure = results.find((result) => result.status === 'rejected')
      if (failure) {
        await (failure.reason as { commitError?: Promise<unknown> }).commitError?.catch(() => undefined)
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
