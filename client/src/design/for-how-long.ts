// How long something lasted, in words short enough to stand in a line.
import { text } from '../text'

const HOUR_MS = 3_600_000

/** "1 d 4 h", "3 h", "12 min": at most two units, rounded down. */
export function forHowLong(ms: number): string {
  const minutes = Math.max(0, Math.floor(ms / 60_000))
  const hours = Math.floor(ms / HOUR_MS)
  if (hours < 1) return text('design.time.minutes', { count: minutes })
  const days = Math.floor(hours / 24)
  if (days < 1) return text('design.time.hours', { count: hours })
  return hours % 24 === 0
    ? text('design.time.days', { count: days })
    : text('design.time.daysAndHours', { days, hours: hours % 24 })
}
