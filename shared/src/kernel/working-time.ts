// A team's working time: deadlines are so many working hours away, whatever nights and weekends lie between.
import { calendarOf, startOfDay, weekdayOf } from './days'

export interface WorkingTime {
  /** An IANA time zone. */
  readonly zone: string
  /** Monday 0 to Sunday 6. */
  readonly days: readonly number[]
  /** Minutes after the beginning of the day. On the days when clocks change they are an hour off, which is a night's. */
  readonly from: number
  readonly to: number
}

const MINUTE = 60_000
const HOUR = 3_600_000
/** More days than any week of work has between two of its days. */
const WEEK = 7

/** Monday to Friday, eight to four, until a team says otherwise. */
export const usualWorkingTime = (zone: string): WorkingTime => ({
  zone,
  days: [0, 1, 2, 3, 4],
  from: 8 * 60,
  to: 16 * 60,
})

const isSensible = ({ days, from, to }: WorkingTime): boolean =>
  days.some((day) => day >= 0 && day < WEEK) && from >= 0 && to > from && to <= 24 * 60

/**
 * The moment (ms since 1970) at which so many working hours have passed since another one. Working time without any
 * hours counts as the usual one.
 */
export function addWorkingHours(time: WorkingTime, since: number, hours: number): number {
  const { zone, from, to, ...sensible } = isSensible(time) ? time : usualWorkingTime(time.zone)
  const calendar = calendarOf(zone)
  const days = sensible.days.filter((one, index, all) => one < WEEK && one >= 0 && all.indexOf(one) === index)
  const perWeek = days.length * (to - from) * MINUTE
  let left = Math.max(0, hours) * HOUR
  let day = calendar.dayOf(since)
  // Whole weeks at once, so that a deadline far away costs no more than a near one; one is left for the walk.
  const weeks = Math.max(0, Math.floor(left / perWeek) - 1)
  left -= weeks * perWeek
  let at = since
  if (weeks > 0) {
    const into = since - startOfDay(calendar, day)
    day += weeks * WEEK
    at = startOfDay(calendar, day) + into
  }
  for (;;) {
    if (days.includes(weekdayOf(day))) {
      const start = startOfDay(calendar, day)
      const begin = Math.max(at, start + from * MINUTE)
      const end = start + to * MINUTE
      if (begin <= end && end - begin >= left) return begin + left
      left -= Math.max(0, end - begin)
    }
    day++
  }
}
