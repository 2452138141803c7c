// The key store on IndexedDB: one object store, strict durability, reopened where the browser closed it.
import { openDB } from 'idb'
import type { IDBPDatabase } from 'idb'
import { toStorageError } from './key-store'
import type { KeyStore } from './key-store'

const STORE = 'values'

/** A failed request fails its transaction, which is what is waited for. */
function heard(request: Promise<unknown>): void {
  request.catch(() => undefined)
}

function abort(tx: { abort(): void; readonly done: Promise<void> }): void {
  tx.done.catch(() => undefined)
  try {
    tx.abort()
  } catch {
    // It has ended by itself.
  }
}

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
        try {
          for (const key of deletes) heard(tx.store.delete(key))
          for (const { key, value } of puts) heard(tx.store.put(value, key))
          await tx.done
        } catch (error) {
          // A value that cannot be cloned throws at once, with the deletes already under way.
          abort(tx)
          throw error
        }
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
