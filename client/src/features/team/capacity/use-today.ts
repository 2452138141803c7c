// Today in the team's calendar, as a day's number: a new value when midnight has passed.
import { useSyncExternalStore } from 'react'
import { createCalendar } from '@yokoten/shared/kernel'

const MINUTE_MS = 60_000
const calendar = createCalendar(Intl.DateTimeFormat().resolvedOptions().timeZone)
const today = (): number => calendar.dayOf(Date.now())

function subscribe(listener: () => void): () => void {
  const timer = setInterval(listener, MINUTE_MS)
  document.addEventListener('visibilitychange', listener)
  return () => {
    clearInterval(timer)
    document.removeEventListener('visibilitychange', listener)
  }
}

export const useToday = (): number => useSyncExternalStore(subscribe, today)
