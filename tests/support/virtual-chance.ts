// Chance from a seed: every run of a simulation can be repeated to the byte.
import { seededBytes } from '@yokoten/shared/sync/test-support'

export interface Chance {
  /** From 0 up to, not including, `limit`. */
  below(limit: number): number
  /** From `min` to `max`, both included. */
  between(min: number, max: number): number
  /** True with this probability. */
  happens(probability: number): boolean
  pick<T>(items: readonly T[]): T
  bytes(length: number): Uint8Array<ArrayBuffer>
  /** A source of its own, so that one part's use of chance does not change another's. */
  fork(): Chance
}

export function createChance(seed: number): Chance {
  const bytes = seededBytes(seed)
  const fraction = () => {
    const [a = 0, b = 0, c = 0, d = 0] = bytes(4)
    return (a * 2 ** 24 + b * 2 ** 16 + c * 2 ** 8 + d) / 2 ** 32
  }
  const chance: Chance = {
    below: (limit) => Math.floor(fraction() * limit),
    between: (min, max) => min + Math.floor(fraction() * (max - min + 1)),
    happens: (probability) => fraction() < probability,
    pick(items) {
      if (items.length === 0) throw new RangeError('nothing to pick from')
      return items[chance.below(items.length)] as (typeof items)[number]
    },
    bytes,
    fork: () => createChance(chance.below(2 ** 32)),
  }
  return chance
}
