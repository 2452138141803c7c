// Who is here in a week and for how long: each person's usual week, with the days that differ laid over it.
import { isoFromDay, weekdayOf } from '../kernel'
import type { TeamSnapshot, Times } from './snapshot'

/** Days of a week. */
export const WEEK = 7
/** Hours that one day is taken to have for someone who says "here today" and nothing else. */
export const PLAIN_DAY = 8

/** What is known of one person's day. */
export interface Day {
  /** The day's number, see `Calendar.dayOf`. */
  readonly day: number
  /** Hours here; 0: away; null: nobody has said. */
  readonly hours: number | null
  /** Said for this very day, not for every week. */
  readonly isOwn: boolean
  /** Who entered it, or null where nobody did. */
  readonly by: string | null
  /** When it was entered, ms since 1970, or null. */
  readonly at: number | null
}

/** The key of a weekday in `Times.usual`. */
export const weekdayKey = (day: number): string => String(weekdayOf(day) + 1)

/**
 * One day of a person: what was said for that day, else the usual week. Whoever has said something of their usual
 * week is away on the weekdays they did not name.
 */
export function dayOf(times: Times | undefined, day: number): Day {
  const own = times?.days[isoFromDay(day)]
  if (own) return { day, hours: own.hours, isOwn: true, by: own.by, at: own.at }
  const usual = times?.usual[weekdayKey(day)]
  if (usual) return { day, hours: usual.hours, isOwn: false, by: usual.by, at: usual.at }
  const hasUsual = times !== undefined && Object.keys(times.usual).length > 0
  return { day, hours: hasUsual ? 0 : null, isOwn: false, by: null, at: null }
}

export interface PersonWeek {
  readonly person: string
  /** Monday to Sunday. */
  readonly days: readonly Day[]
  /** Hours of the week. */
  readonly hours: number
  /** False while nothing is known of any of the days. */
  readonly isSaid: boolean
}

export interface TeamWeek {
  /** The Monday's day number. */
  readonly monday: number
  /** Everybody of today's team, in the team's order. */
  readonly people: readonly PersonWeek[]
  /** Hours of all people together. */
  readonly hours: number
  /**
   * Hours in which the team works: over the days, those of whoever is here longest that day. Where shifts follow one
   * another it is too short, since nobody says at what hour they come.
   */
  readonly openHours: number
}

export function personWeek(times: Times | undefined, person: string, monday: number): PersonWeek {
  const days = Array.from({ length: WEEK }, (_, index) => dayOf(times, monday + index))
  return {
    person,
    days,
    hours: days.reduce((sum, day) => sum + (day.hours ?? 0), 0),
    isSaid: days.some((day) => day.hours !== null),
  }
}

/** The week that begins with a Monday (its day number) for the people of today's team. */
export function teamWeek(team: Pick<TeamSnapshot, 'people' | 'timesById'>, monday: number): TeamWeek {
  const people = team.people.map((id) => personWeek(team.timesById.get(id), id, monday))
  let openHours = 0
  for (let index = 0; index < WEEK; index++)
    openHours += Math.max(0, ...people.map((one) => one.days[index]?.hours ?? 0))
  return { monday, people, hours: people.reduce((sum, one) => sum + one.hours, 0), openHours }
}

/** Hours meant by "here today": the usual ones, or those of most days of the usual week, or a plain day. */
export function hoursHere(times: Times | undefined, day: number): number {
  const usual = times?.usual[weekdayKey(day)]?.hours ?? 0
  if (usual > 0) return usual
  const counts = new Map<number, number>()
  for (const { hours } of Object.values(times?.usual ?? {}))
    if (hours > 0) counts.set(hours, (counts.get(hours) ?? 0) + 1)
  const [most] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])
  return most?.[0] ?? PLAIN_DAY
}
