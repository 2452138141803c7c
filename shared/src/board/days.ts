// Calendar days in a team's time zone: ages and due dates are counted in them, whatever the device's own zone.

export interface Calendar {
  readonly timeZone: string
  /** The number of the calendar day that a time (milliseconds since 1970) falls in; consecutive days differ by 1. */
  dayOf(time: number): number
}

const DAY = 86_400_000
const QUARTER = 900_000

/** The day number of `YYYY-MM-DD`, comparable with `dayOf`. NaN where it is no date. */
export const dayFromIso = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY

/** `YYYY-MM-DD` of a day number. */
export const isoFromDay = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10)

/** A calendar for an IANA time zone; one that this device does not know counts as UTC. */
export function createCalendar(timeZone: string): Calendar {
  let format: Intl.DateTimeFormat
  const parts = { year: 'numeric', month: 'numeric', day: 'numeric' } as const
  try {
    format = new Intl.DateTimeFormat('en-US', { timeZone, ...parts })
  } catch {
    format = new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', ...parts })
  }
  // Formatting costs microseconds and zones change by quarters of an hour, so each quarter is asked for once.
  const known = new Map<number, number>()
  return {
    timeZone: format.resolvedOptions().timeZone,
    dayOf(time) {
      const quarter = Math.floor(time / QUARTER)
      let day = known.get(quarter)
      if (day === undefined) {
        const [month = 1, date = 1, year = 1970] = format
          .format(quarter * QUARTER)
          .split('/')
          .map(Number)
        day = Date.UTC(year, month - 1, date) / DAY
        known.set(quarter, day)
      }
      return day
    },
  }
}

/** Calendar days from one time to another, both counted: the 15th to the 15th is 1. Never less than 1. */
export const daysBetween = (calendar: Calendar, from: number, to: number): number =>
  Math.max(1, calendar.dayOf(to) - calendar.dayOf(from) + 1)
