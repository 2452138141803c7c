// The writes of one group, laid over what is committed, so that each step of the group sees the steps before it.
import type { Store, Write } from './store'

export interface Draft {
  get(key: Uint8Array): Uint8Array | undefined
  put(key: Uint8Array, value: Uint8Array): void
  remove(key: Uint8Array): void
  readonly writes: readonly Write[]
}

const asText = (key: Uint8Array): string =>
  Buffer.from(key.buffer, key.byteOffset, key.byteLength).toString('latin1')

export function createDraft(store: Store): Draft {
  const changed = new Map<string, Write>()
  const write = (key: Uint8Array, value: Uint8Array | undefined) => changed.set(asText(key), [key, value])
  return {
    get(key) {
      const own = changed.get(asText(key))
      return own ? own[1] : store.get(key)
    },
    put: write,
    remove: (key) => write(key, undefined),
    get writes() {
      return [...changed.values()]
    },
  }
}
