import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Sharing } from '../../../session/api'
import { createLastHeard, freshness, SILENCE_MS } from './last-heard'

const MINUTE = 60_000
const quiet: Sharing = {
  connection: 'offline',
  changed: 0,
  kept: 0,
  files: 0,
  otherDevices: 6,
  caughtUp: true,
  storage: 'ok',
  badFrames: 0,
  trouble: undefined,
}

function setup(start?: number) {
  let now = 1_000 * MINUTE
  let sharing = quiet
  const told = new Set<() => void>()
  const kept = { at: start, get: () => kept.at, set: (at: number) => void (kept.at = at) }
  const heard = createLastHeard(
    {
      get: () => sharing,
      subscribe: (listener) => {
        told.add(listener)
        return () => told.delete(listener)
      },
    },
    kept,
    () => now,
  )
  return {
    heard,
    kept,
    told,
    become(connection: Sharing['connection']) {
      sharing = { ...sharing, connection }
      for (const listener of [...told]) listener()
    },
    pass(ms: number) {
      now += ms
      vi.advanceTimersByTime(ms)
    },
    get now() {
      return now
    },
    get fresh() {
      return freshness(sharing, heard.get(), now)
    },
  }
}

describe('last heard', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('is now while the connection stands, and stays where it was when it goes', () => {
    const room = setup()
    const stop = room.heard.subscribe(() => undefined)
    room.become('connected')
    room.pass(30 * MINUTE)
    expect(room.fresh).toEqual({ is: 'live', devices: 7 })
    const last = room.now
    room.become('offline')
    room.pass(20 * MINUTE)
    expect(room.fresh).toEqual({ is: 'offline', heard: last })
    expect(room.kept.at).toBe(last)
    room.become('connected')
    expect(room.fresh.is).toBe('live')
    stop()
    expect(room.told.size).toBe(0)
  })
  it('lets a short search for the meeting point pass, and speaks of a long one', () => {
    const room = setup()
    room.heard.subscribe(() => undefined)
    room.become('connected')
    const last = room.now
    room.become('connecting')
    room.pass(SILENCE_MS - 1)
    expect(room.fresh.is).toBe('live')
    room.pass(1)
    expect(room.fresh).toEqual({ is: 'silent', heard: last })
  })
  it('knows the moment from before it was switched off, or that there was none', () => {
    const before = setup(5 * MINUTE)
    before.heard.subscribe(() => undefined)
    expect(before.fresh).toEqual({ is: 'offline', heard: 5 * MINUTE })
    const never = setup()
    never.heard.subscribe(() => undefined)
    never.become('connecting')
    expect(never.fresh).toEqual({ is: 'silent', heard: undefined })
  })
})
