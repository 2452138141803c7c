// The time as screens need it: a new value once a minute, and at once when the page is looked at again.
import { useSyncExternalStore } from 'react'

const MINUTE_MS = 60_000
let now = Date.now()
/** One clock for all who ask, so that a board full of cards is drawn at one time and not at sixty. */
const listeners = new Set<() => void>()
let stop: (() => void) | undefined

function start(): () => void {
  const tick = () => {
    now = Date.now()
    for (const listener of [...listeners]) listener()
  }
  const onVisible = () => {
    if (document.visibilityState === 'visible') tick()
  }
  now = Date.now()
  const timer = setInterval(tick, MINUTE_MS)
  document.addEventListener('visibilitychange', onVisible)
  return () => {
    clearInterval(timer)
    document.removeEventListener('visibilitychange', onVisible)
  }
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) stop = start()
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) stop?.()
  }
}

/** Milliseconds since 1970, a minute old at most. */
export const useNow = (): number => useSyncExternalStore(subscribe, () => now)
