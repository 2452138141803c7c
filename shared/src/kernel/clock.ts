// Time for entries: `at` for measures, `order` (a hybrid logical clock) only to break ties.

/** Milliseconds since 1970, from the device, corrected by the meeting point's offset where one is known. */
export type WallClock = () => number

export interface Stamp {
  /** Corrected wall clock in milliseconds since 1970. */
  readonly at: number
  /** Hybrid logical time: milliseconds x 1024 plus a counter. Never used in a measure. */
  readonly order: number
}

export interface HybridClock {
  /** A stamp later in `order` than every stamp made or observed before. */
  stamp(): Stamp
  /** Learns a peer's `order`, at most ten minutes past local time, so that one wrong clock moves nobody's. */
  observe(order: number): void
}

const COUNTER = 1024
const LEAP_MS = 10 * 60 * 1000

export function createHybridClock(wall: WallClock): HybridClock {
  let last = 0
  return {
    stamp() {
      const at = Math.floor(wall())
      last = Math.max(last + 1, at * COUNTER)
      return { at, order: last }
    },
    observe(order) {
      if (Number.isSafeInteger(order) && order <= (wall() + LEAP_MS) * COUNTER) last = Math.max(last, order)
    },
  }
}
