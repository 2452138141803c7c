import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createThrottle } from './throttle'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

it('calls at once, then at most once a while, and always the last', () => {
  const run = vi.fn()
  const throttle = createThrottle(50, run)
  for (const n of [1, 2, 3]) throttle.call(n)
  expect(run.mock.calls).toEqual([[1]])
  vi.advanceTimersByTime(50)
  expect(run.mock.calls).toEqual([[1], [3]])
  vi.advanceTimersByTime(200)
  expect(run).toHaveBeenCalledTimes(2)
})
it('a call that waits can be forgotten', () => {
  const run = vi.fn()
  const throttle = createThrottle(50, run)
  throttle.call(1)
  throttle.call(2)
  throttle.cancel()
  vi.advanceTimersByTime(200)
  expect(run.mock.calls).toEqual([[1]])
})
