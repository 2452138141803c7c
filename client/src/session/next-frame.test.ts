import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createNextFrame } from './next-frame'

/** A page whose frames are drawn when the test says so. */
function createPage() {
  const waiting = new Set<() => void>()
  const nextFrame = createNextFrame({
    now: () => Date.now(),
    after(ms, run) {
      const timer = setTimeout(run, ms)
      return () => clearTimeout(timer)
    },
    frame(run) {
      waiting.add(run)
      return () => void waiting.delete(run)
    },
  })
  const draw = () => {
    for (const run of [...waiting]) run()
  }
  return { nextFrame, draw }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('tells at the next frame, and soon after that only once the page has had a rest', () => {
  const { nextFrame, draw } = createPage()
  const told = vi.fn()
  nextFrame(told)
  expect(told).toHaveBeenCalledTimes(0)
  draw()
  expect(told).toHaveBeenCalledTimes(1)
  vi.advanceTimersByTime(20)
  nextFrame(told)
  draw()
  vi.advanceTimersByTime(29)
  draw()
  expect(told).toHaveBeenCalledTimes(1)
  vi.advanceTimersByTime(1)
  draw()
  expect(told).toHaveBeenCalledTimes(2)
})
it('rests twice as long as it took to draw', () => {
  const { nextFrame, draw } = createPage()
  const told = vi.fn()
  nextFrame(() => vi.setSystemTime(Date.now() + 40))
  draw()
  vi.advanceTimersByTime(0)
  nextFrame(told)
  vi.advanceTimersByTime(79)
  draw()
  expect(told).toHaveBeenCalledTimes(0)
  vi.advanceTimersByTime(1)
  draw()
  expect(told).toHaveBeenCalledTimes(1)
})
it('tells by the clock where no frame is drawn, and then not again', () => {
  const { nextFrame, draw } = createPage()
  const told = vi.fn()
  nextFrame(told)
  vi.advanceTimersByTime(250)
  expect(told).toHaveBeenCalledTimes(1)
  draw()
  vi.advanceTimersByTime(1_000)
  expect(told).toHaveBeenCalledTimes(1)
})
it('tells nothing that was called off', () => {
  const { nextFrame, draw } = createPage()
  const told = vi.fn()
  nextFrame(vi.fn())
  draw()
  const callOffs = [nextFrame(told), nextFrame(told)]
  vi.advanceTimersByTime(60)
  for (const callOff of callOffs) callOff()
  draw()
  vi.advanceTimersByTime(1_000)
  expect(told).toHaveBeenCalledTimes(0)
})
