// Deadlines once more: hour by hour on the clock of the team's place.
import type { WorkingTime } from '@yokoten/shared/kernel'

const HOUR = 3_600_000
const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

const formats = new Map<string, Intl.DateTimeFormat>()
const known = new Map<string, boolean>()

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('en-GB', { timeZone, weekday: 'short', hour: '2-digit', hourCycle: 'h23' })
  formats.set(timeZone, format)
  return format
}

/** Whether the hour that begins then is one of work, for places and working times of whole hours. */
function isWorked({ zone, days, from, to }: WorkingTime, time: number): boolean {
  const key = `${zone} ${days.join()} ${from} ${to} ${time}`
  const before = known.get(key)
  if (before !== undefined) return before
  const parts = formatOf(zone).formatToParts(time)
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? ''
  const minute = Number(part('hour')) * 60
  const is = days.includes(WEEKDAYS.indexOf(part('weekday'))) && minute >= from && minute < to
  known.set(key, is)
  return is
}

/** The moment at which so many whole hours of work have gone by. */
export function hoursOfWorkLater(time: WorkingTime, since: number, hours: number): number {
  let at = since
  for (let left = hours; left > 0; at += HOUR) if (isWorked(time, at)) left--
  return at
}
