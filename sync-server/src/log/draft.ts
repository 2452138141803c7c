// The writes of one group, laid over what is committed, so that each step of the group sees the steps before it.
import { readJson, writeJson } from './keys'
import type { Store, Write } from './store'

/** Reads the small records beside the frames. */
export interface RecordReader {
  record(key: Uint8Array): unknown
}

export interface Draft extends RecordReader {
  /** The mark of the places that this group makes. */
  readonly mark: string
  get(key: Uint8Array): Uint8Array | undefined
  put(key: Uint8Array, value: Uint8Array): void
  /** Keeps a record as it is and writes it down once, however often the group changes it. */
  putRecord(key: Uint8Array, record: object): void
  remove(key: Uint8Array): void
  writes(): Write[]
}

const asText = (key: Uint8Array): string =>
  Buffer.from(key.buffer, key.byteOffset, key.byteLength).toString('latin1')

/** Reads records from what is committed. */
export const recordsOf = (store: Store): RecordReader => ({
  record(key) {
    const value = store.get(key)
    return value && readJson(value)
  },
})

export function createDraft(store: Store, mark: string): Draft {
  const committed = recordsOf(store)
  const changed = new Map<string, Write>()
  /** Records read, written or taken out by this group. */
  const records = new Map<string, { readonly key: Uint8Array; value: unknown; isChanged: boolean }>()
  return {
    mark,
    get(key) {
      const own = changed.get(asText(key))
      return own ? own[1] : store.get(key)
    },
    put: (key, value) => void changed.set(asText(key), [key, value]),
    record(key) {
      const text = asText(key)
      const known = records.get(text)
      if (known) return known.value
      const value = committed.record(key)
      records.set(text, { key, value, isChanged: false })
      return value
    },
    putRecord: (key, value) => void records.set(asText(key), { key, value, isChanged: true }),
    remove(key) {
      const text = asText(key)
      records.set(text, { key, value: undefined, isChanged: false })
      changed.set(text, [key, undefined])
    },
    writes() {
      const written = [...records.values()].filter(({ isChanged }) => isChanged)
      return [
        ...changed.values(),
        ...written.map(({ key, value }): Write => [key, writeJson(value as object)]),
      ]
    },
  }
}
