// A store in memory, for tests, the simulation and relays that need not remember.
import type { Store, Write } from './store'

export interface MemoryStore extends Store {
  /** A store of its own with the same contents: what a copy of the data folder would be. */
  copy(): MemoryStore
  /** All stored bytes, keys and values, for looking for what should not be there. */
  dump(): Uint8Array[]
}

interface Pair {
  readonly key: Uint8Array
  readonly value: Uint8Array
}

/** `capacity` in bytes of keys and values; a commit beyond it is refused like on a full disk. */
export function createMemoryStore(capacity = Infinity, initial: readonly Pair[] = []): MemoryStore {
  let pairs = [...initial]
  let size = pairs.reduce((sum, { key, value }) => sum + key.length + value.length, 0)

  /** Index of the first pair whose key is not below `key`. */
  const lowerBound = (key: Uint8Array): number => {
    let low = 0
    let high = pairs.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (Buffer.compare((pairs[middle] as Pair).key, key) < 0) low = middle + 1
      else high = middle
    }
    return low
  }
  const find = (key: Uint8Array): { index: number; pair: Pair | undefined } => {
    const index = lowerBound(key)
    const pair = pairs[index]
    return { index, pair: pair && Buffer.compare(pair.key, key) === 0 ? pair : undefined }
  }
  const growth = (writes: readonly Write[]): number => {
    const last = new Map(writes.map(([key, value]) => [Buffer.from(key).toString('latin1'), { key, value }]))
    let grown = 0
    for (const { key, value } of last.values()) {
      const { pair } = find(key)
      grown -= pair ? pair.key.length + pair.value.length : 0
      grown += value ? key.length + value.length : 0
    }
    return grown
  }

  return {
    get: (key) => find(key).pair?.value,
    range(from, to, visit) {
      for (let index = lowerBound(from); index < pairs.length; index++) {
        const { key, value } = pairs[index] as Pair
        if (Buffer.compare(key, to) >= 0 || visit(key, value) === false) return
      }
    },
    async commit(writes) {
      const grown = growth(writes)
      if (size + grown > capacity && grown > 0) return false
      for (const [key, value] of writes) {
        const { index, pair } = find(key)
        const next = value && { key: Uint8Array.from(key), value: Uint8Array.from(value) }
        pairs.splice(index, pair ? 1 : 0, ...(next ? [next] : []))
      }
      size += grown
      return true
    },
    async close() {
      pairs = [...pairs]
    },
    copy: () => createMemoryStore(capacity, pairs),
    dump: () => pairs.flatMap(({ key, value }) => [key, value]),
  }
}
