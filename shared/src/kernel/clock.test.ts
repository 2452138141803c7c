import { describe, expect, it } from 'vitest'
import { createHybridClock } from './clock'

describe('hybrid clock', () => {
  it('stamps later than everything made or observed, also when the wall clock steps back', () => {
    let now = 1_800_000_000_000
    const clock = createHybridClock(() => now)
    const first = clock.stamp()
    now -= 60_000
    const second = clock.stamp()
    expect(second.order).toBeGreaterThan(first.order)
    expect(second.at).toBe(now)
    clock.observe(second.order + 5_000)
    expect(clock.stamp().order).toBe(second.order + 5_001)
  })
  it('is not moved by a peer more than ten minutes ahead, nor by nonsense', () => {
    const now = 1_800_000_000_000
    const clock = createHybridClock(() => now)
    clock.observe((now + 11 * 60_000) * 1024)
    clock.observe(Number.NaN)
    expect(clock.stamp().order).toBe(now * 1024)
  })
})
