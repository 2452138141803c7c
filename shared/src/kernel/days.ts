// Calendar days in a team's time zone: ages, due dates and weeks are counted in them, whatever the device's own zone.

export interface Calendar {
  readonly timeZone: string
  /** The number of the calendar day that a time (milliseconds since 1970) falls in; consecutive days differ by 1. */
  dayOf(time: number): number
}

const DAY = 86_400_000
/** Zones change by quarters of an hour. */
const QUARTER = 900_000

/** A day of UTC as a time zone sees it: one calendar day up to a midnight, and the next one from there. */
interface Stretch {
  readonly before: number
  readonly after: number
  /** Milliseconds since 1970. */
  readonly midnight: number
}

/** The day number of `YYYY-MM-DD`, comparable with `dayOf`. NaN where it is no date. */
export const dayFromIso = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY

/** `YYYY-MM-DD` of a day number. */
export const isoFromDay = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10)

/** Monday 0 to Sunday 6. Day 0 of the count, 1 January 1970, was a Thursday. */
export const weekdayOf = (day: number): number => (((day + 3) % 7) + 7) % 7

/** The day number of the Monday of a day's week. */
export const mondayOf = (day: number): number => day - weekdayOf(day)

/** A calendar for an IANA time zone; one that this device does not know counts as UTC. */
export function createCalendar(timeZone: string): Calendar {
  let format: Intl.DateTimeFormat
  const parts = { year: 'numeric', month: 'numeric', day: 'numeric' } as const
  try {
    format = new Intl.DateTimeFormat('en-US', { timeZone, ...parts })
  } catch {
    format = new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', ...parts })
  }
  const ask = (time: number): number => {
    const [month = 1, date = 1, year = 1970] = format.format(time).split('/').map(Number)
    return Date.UTC(year, month - 1, date) / DAY
  }
  // Formatting costs microseconds, so each day of UTC is asked once where midnight falls in it here.
  const known = new Map<number, Stretch>()
  const stretchOf = (utcDay: number): Stretch => {
    const start = utcDay * DAY
    const before = ask(start)
    const after = ask(start + DAY - QUARTER)
    let low = 0
    let high = DAY / QUARTER
    while (before !== after && low + 1 < high) {
      const middle = (low + high) >>> 1
      if (ask(start + middle * QUARTER) === before) low = middle
      else high = middle
    }
    return { before, after, midnight: start + high * QUARTER }
  }
  return {
    timeZone: format.resolvedOptions().timeZone,
    dayOf(time) {
      const utcDay = Math.floor(time / DAY)
      let stretch = known.get(utcDay)
      if (!stretch) {
        stretch = stretchOf(utcDay)
        known.set(utcDay, stretch)
      }
      return time < stretch.midnight ? stretch.before : stretch.after
    },
  }
}

/** Calendar days from one time to another, both counted: the 15th to the 15th is 1. Never less than 1. */
export const daysBetween = (calendar: Calendar, from: number, to: number): number =>
  Math.max(1, calendar.dayOf(to) - calendar.dayOf(from) + 1)

/** The same date some months on; the month's last day where it has no such date. Both as `YYYY-MM-DD`. */
export function monthsLater(day: string, months: number): string {
  const from = new Date(`${day}T00:00:00Z`)
  const last = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months + 1, 0))
  last.setUTCDate(Math.min(from.getUTCDate(), last.getUTCDate()))
  return last.toISOString().slice(0, 10)
}

const calendars = new Map<string, Calendar>()

/** A zone's calendar, kept: asking for a time zone's rules costs more than all else here. */
export function calendarOf(zone: string): Calendar {
  let calendar = calendars.get(zone)
  if (!calendar) calendars.set(zone, (calendar = createCalendar(zone)))
  return calendar
}

/** The moment (ms since 1970) at which a day begins where a calendar holds. */
export function startOfDay({ dayOf }: Calendar, day: number): number {
  let low = Math.floor((day * DAY - 0.75 * DAY) / QUARTER)
  let high = Math.ceil((day * DAY + 0.75 * DAY) / QUARTER)
  while (low + 1 < high) {
    const middle = Math.floor((low + high) / 2)
    if (dayOf(middle * QUARTER) >= day) high = middle
    else low = middle
  }
  return high * QUARTER
}
