// The key store on IndexedDB: one object store, strict durability, reopened where the browser closed it.
import { openDB } from 'idb'
import type { IDBPDatabase } from 'idb'
import { toStorageError } from './key-store'
import type { KeyStore } from './key-store'

const STORE = 'values'

/** Opens the database at first use, and again after the browser has closed it. */
export function createIdbKeyStore(name: string): KeyStore {
  let opening: Promise<IDBPDatabase> | undefined
  let closed = false

  const open = (): Promise<IDBPDatabase> => {
    if (closed) return Promise.reject(toStorageError('closed'))
    opening ??= openDB(name, 1, {
      upgrade: (db) => {
        db.createObjectStore(STORE)
      },
      terminated: () => {
        opening = undefined
      },
      blocking: (_current, _blocked, event) => {
        opening = undefined
        ;(event.target as IDBDatabase).close()
      },
    }).catch((error: unknown) => {
      opening = undefined
      throw error
    })
    return opening
  }

  /** One retry on a fresh connection: a database closed by the browser is first noticed by a failing call. */
  const attempt = async <T>(run: (db: IDBPDatabase) => Promise<T>): Promise<T> => {
    try {
      const db = await open()
      try {
        return await run(db)
      } catch (error) {
        if (!(error instanceof DOMException && error.name === 'InvalidStateError')) throw error
        opening = undefined
        return await run(await open())
      }
    } catch (error) {
      throw toStorageError(error)
    }
  }

  return {
    list: (prefix) =>
      attempt(async (db) => {
        const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`)
        const tx = db.transaction(STORE, 'readonly')
        const [keys, values] = await Promise.all([tx.store.getAllKeys(range), tx.store.getAll(range)])
        return keys.map((key, index) => ({ key: String(key), value: values[index] as unknown }))
      }),
    get: (key) => attempt((db) => db.get(STORE, key)),
    write: (puts, deletes = []) =>
      attempt(async (db) => {
        const tx = db.transaction(STORE, 'readwrite', { durability: 'strict' })
        const requests = [
          ...deletes.map((key) => tx.store.delete(key)),
          ...puts.map(({ key, value }) => tx.store.put(value, key)),
        ]
        await Promise.all([...requests, tx.done])
      }),
    close() {
      closed = true
      void opening?.then(
        (db) => db.close(),
        () => undefined,
      )
    },
  }
}
