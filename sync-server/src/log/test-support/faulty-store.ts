// A store that fails where it is told to: refuses for want of room, or loses power before or after a commit.
import type { Store } from '../store'

/** `refuse`: no room. `lose`: power goes before the disk has it. `die`: after it has it, before anyone hears. */
export type Fault = 'none' | 'refuse' | 'lose' | 'die'

export interface FaultyStore extends Store {
  /** True once the power is gone: nothing answers any more; open the store underneath anew. */
  readonly isDead: boolean
  /** Resolves when the store underneath has nothing under way, so that it may be opened anew. */
  atRest(): Promise<void>
}

/** `next` is asked before each commit. */
export function createFaultyStore(store: Store, next: () => Fault): FaultyStore {
  let isDead = false
  let underWay: Promise<unknown> = Promise.resolve()
  const silence = () => new Promise<never>(() => undefined)
  return {
    get isDead() {
      return isDead
    },
    async atRest() {
      await underWay
    },
    get: (key) => store.get(key),
    range: (from, to, visit) => store.range(from, to, visit),
    async commit(writes) {
      if (isDead) return silence()
      const fault = next()
      if (fault === 'refuse') return false
      isDead = fault !== 'none'
      if (fault === 'lose') return silence()
      const committed = store.commit(writes)
      underWay = committed
      return fault === 'none' ? committed : silence()
    },
    close: () => (isDead ? silence() : store.close()),
  }
}
