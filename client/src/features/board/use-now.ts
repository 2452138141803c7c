// The time as screens need it: a new value once a minute, and at once when the page is looked at again.
import { useSyncExternalStore } from 'react'

const MINUTE_MS = 60_000
let now = Date.now()

function subscribe(listener: () => void): () => void {
  const tick = () => {
    now = Date.now()
    listener()
  }
  const timer = setInterval(tick, MINUTE_MS)
  const onVisible = () => {
    if (document.visibilityState === 'visible') tick()
  }
  document.addEventListener('visibilitychange', onVisible)
  return () => {
    clearInterval(timer)
    document.removeEventListener('visibilitychange', onVisible)
  }
}

/** Milliseconds since 1970, a minute old at most. */
export const useNow = (): number => useSyncExternalStore(subscribe, () => now)
