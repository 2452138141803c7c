// Documents in y-indexeddb's databases, with every write waited for: its own writer hides failures in loose promises.
import { openDB, deleteDB } from 'idb'
import { IndexeddbPersistence } from 'y-indexeddb'
import * as Y from 'yjs'
import { StorageError, toStorageError } from './key-store'
import type { DocumentRows, DocumentStore } from './document-store'

const UPDATES = 'updates'
const ASIDE = 'custom'

/** y-indexeddb never says that a database could not be opened, so it is opened once before. */
async function probe(name: string): Promise<void> {
  const db = await openDB(name, 1, {
    upgrade: (fresh) => {
      fresh.createObjectStore(UPDATES, { autoIncrement: true })
      fresh.createObjectStore(ASIDE)
    },
  })
  db.close()
}

const request = <T>(asked: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result)
    asked.onerror = () => reject(toStorageError(asked.error))
  })

const finished = (tx: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    tx.oncomplete = () => resolve()
    tx.onabort = () => reject(toStorageError(tx.error ?? 'aborted'))
  })

function rowsOf(persistence: IndexeddbPersistence, db: IDBDatabase): DocumentRows {
  const write = async <T>(stores: string[], run: (tx: IDBTransaction) => IDBRequest<T>): Promise<T> => {
    try {
      const tx = db.transaction(stores, 'readwrite', { durability: 'strict' })
      const done = finished(tx)
      const [result] = await Promise.all([request(run(tx)), done])
      return result
    } catch (error) {
      throw toStorageError(error)
    }
  }
  return {
    async load() {
      try {
        const store = db.transaction(UPDATES, 'readonly').objectStore(UPDATES)
        const [keys, rows] = await Promise.all([
          request(store.getAllKeys()),
          request<unknown[]>(store.getAll()),
        ])
        return keys.map((key, index) => {
          const bytes = rows[index]
          return { key: Number(key), bytes: bytes instanceof Uint8Array ? bytes : new Uint8Array() }
        })
      } catch (error) {
        throw toStorageError(error)
      }
    },
    append: async (update) => Number(await write([UPDATES], (tx) => tx.objectStore(UPDATES).add(update))),
    replace: async (keys, state) =>
      Number(
        await write([UPDATES], (tx) => {
          const store = tx.objectStore(UPDATES)
          for (const key of keys) store.delete(key)
          return store.add(state)
        }),
      ),
    async setAside({ key, bytes }) {
      await write([UPDATES, ASIDE], (tx) => {
        tx.objectStore(ASIDE).put(bytes, `undecodable-${key}`)
        return tx.objectStore(UPDATES).delete(key)
      })
    },
    close() {
      void persistence.destroy()
    },
  }
}

/** The databases of y-indexeddb, one a document. */
export function createIdbDocumentStore(prefix: string): DocumentStore {
  return {
    async open(name, onClosed) {
      try {
        await probe(prefix + name)
        const holder = new Y.Doc()
        const persistence = new IndexeddbPersistence(prefix + name, holder)
        // Its own loading would stop for ever at one undecodable row; ours reads all rows and judges each.
        persistence._dbref = Number.MAX_SAFE_INTEGER
        holder.off('update', persistence._storeUpdate)
        await persistence.whenSynced
        if (!persistence.db) throw new StorageError('failing', 'no database')
        persistence.db.addEventListener('close', onClosed)
        return rowsOf(persistence, persistence.db)
      } catch (error) {
        throw toStorageError(error)
      }
    },
    async delete(name) {
      await deleteDB(prefix + name)
    },
  }
}
