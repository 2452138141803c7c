// Seeded randomness, clocks and people, so that a test or bench gives the same board every time.
import { createHybridClock, createId } from '../../kernel'
import type { CommandContext, RandomBytes } from '../../kernel'

/** Mulberry32: small, fast, and the same everywhere. Gives numbers from 0 up to but without 1. */
export function createSeededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

export const seededBytes =
  (random: () => number): RandomBytes =>
  (n) =>
    Uint8Array.from({ length: n }, () => Math.floor(random() * 256))

/** 2026-03-02T08:00:00Z. */
export const TEST_START = 1_772_438_400_000

export interface TestDevice extends CommandContext {
  /** Lets time pass on this device's clock, in milliseconds. */
  wait(ms: number): void
}

/** A person at a device with a clock of its own that starts at `TEST_START` and moves a second a stamp. */
export function createDevice(person: string, seed = 1, start = TEST_START): TestDevice {
  const random = seededBytes(createSeededRandom(seed))
  let now = start
  const clock = createHybridClock(() => now)
  return {
    person,
    random,
    id: () => createId(random),
    stamp() {
      now += 1_000
      return clock.stamp()
    },
    wait(ms) {
      now += ms
    },
  }
}
