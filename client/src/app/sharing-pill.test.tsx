// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Sharing } from '../session/api'
import { SharingPill } from './sharing-pill'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const calm: Sharing = {
  connection: 'connected',
  changed: 0,
  kept: 0,
  files: 0,
  otherDevices: 6,
  storage: 'ok',
  badFrames: 0,
  trouble: undefined,
  caughtUp: true,
}
function source() {
  let value = calm
  const listeners = new Set<() => void>()
  return {
    get: () => value,
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    set(part: Partial<Sharing>) {
      value = { ...value, ...part }
      for (const listener of listeners) listener()
    },
  }
}

it('speaks of saving only when it takes long, and is calm again afterwards', () => {
  const sharing = source()
  render(<SharingPill sharing={sharing} />)
  const pill = () => screen.getByRole('button').textContent
  act(() => sharing.set({ changed: 1 }))
  act(() => void vi.advanceTimersByTime(100))
  expect(pill()).toBe('On this device and 6 others')
  act(() => void vi.advanceTimersByTime(2_000))
  expect(pill()).toBe('Saving…')
  act(() => sharing.set({ changed: 0 }))
  expect(pill()).toBe('On this device and 6 others')
})
