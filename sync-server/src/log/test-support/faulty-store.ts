// A store that fails where it is told to: refuses for want of room, or loses power before or after a commit.
import type { Store } from '../store'

/** `refuse`: no room. `lose`: power goes before the disk has it. `die`: after it has it, before anyone hears. */
export type Fault = 'none' | 'refuse' | 'lose' | 'die'

export interface FaultyStore extends Store {
  /** True once the power is gone: nothing answers any more; open the store underneath anew. */
  readonly isDead: boolean
}

/** `next` is asked before each commit. */
export function createFaultyStore(store: Store, next: () => Fault): FaultyStore {
  let isDead = false
  const silence = () => new Promise<never>(() => undefined)
  return {
    get isDead() {
      return isDead
    },
    get: (key) => store.get(key),
    range: (from, to, visit) => store.range(from, to, visit),
    async commit(writes) {
      if (isDead) return silence()
      const fault = next()
      if (fault === 'refuse') return false
      if (fault === 'none') return store.commit(writes)
      isDead = true
      if (fault === 'die') await store.commit(writes)
      return silence()
    },
    close: () => (isDead ? silence() : store.close()),
  }
}
