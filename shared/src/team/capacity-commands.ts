// Saying when one is here, for oneself or for somebody: each weekday and each day is a key of its own.
import { defineCommand, isoFromDay, ok, put, refused } from '../kernel'
import type { Change, CommandContext, Result } from '../kernel'
import { hoursHere, WEEK } from './capacity'
import type { UnknownRefused } from './commands'
import { readDay } from './days'
import { HOURS_LIMIT, peopleRows } from './records'
import type { TeamSnapshot } from './snapshot'

export type HoursRefused = { readonly reason: 'not-hours'; readonly most: number }
export type DayRefused = { readonly reason: 'not-a-day' }
export type RangeRefused = { readonly reason: 'too-many-days'; readonly most: number }

/** Most days that someone is away in one entry: a year. */
export const AWAY_LIMIT = 366

const areHours = (hours: number | null): boolean =>
  hours === null || (Number.isFinite(hours) && hours >= 0 && hours <= HOURS_LIMIT)

function cell(hours: number | null, context: CommandContext) {
  return hours === null ? null : { hours, by: context.person, at: context.stamp().at }
}

/** Sets the hours of usual weekdays: Monday first, null leaves that weekday as it is. Equal hours are not written. */
export const setUsualWeek = defineCommand(
  'team.setUsualWeek',
  (
    team: TeamSnapshot,
    args: { readonly person: string; readonly hours: readonly (number | null)[] },
    context,
  ): Result<Change[], UnknownRefused | HoursRefused> => {
    const times = team.timesById.get(args.person)
    if (!times) return refused({ reason: 'unknown' })
    if (!args.hours.every(areHours)) return refused({ reason: 'not-hours', most: HOURS_LIMIT })
    return ok(
      args.hours.slice(0, WEEK).flatMap((hours, index) => {
        const key = String(index + 1)
        if (hours === null || times.usual[key]?.hours === hours) return []
        return [put(peopleRows, args.person, 'usual', key, cell(hours, context))]
      }),
    )
  },
)

/** Sets the hours of one day, `YYYY-MM-DD`; 0: away; null: as usual again. */
export const setDay = defineCommand(
  'team.setDay',
  (
    team: TeamSnapshot,
    args: { readonly person: string; readonly day: string; readonly hours: number | null },
    context,
  ): Result<Change[], UnknownRefused | HoursRefused | DayRefused> => {
    const times = team.timesById.get(args.person)
    if (!times) return refused({ reason: 'unknown' })
    if (!areHours(args.hours)) return refused({ reason: 'not-hours', most: HOURS_LIMIT })
    if (readDay(args.day) === undefined) return refused({ reason: 'not-a-day' })
    const before = times.days[args.day]
    if ((before?.hours ?? null) === args.hours) return ok([])
    return ok([put(peopleRows, args.person, 'days', args.day, cell(args.hours, context))])
  },
)

/** Here on a day, with the hours that this usually means; see `hoursHere`. */
export const hereOn = defineCommand(
  'team.hereOn',
  (
    team: TeamSnapshot,
    args: { readonly person: string; readonly day: string },
    context,
  ): Result<Change[], UnknownRefused | DayRefused> => {
    const times = team.timesById.get(args.person)
    if (!times) return refused({ reason: 'unknown' })
    const day = readDay(args.day)
    if (day === undefined) return refused({ reason: 'not-a-day' })
    return ok([put(peopleRows, args.person, 'days', args.day, cell(hoursHere(times, day), context))])
  },
)

/** Away from one day to another, both counted; what was said for the days between is replaced. */
export const setAway = defineCommand(
  'team.setAway',
  (
    team: TeamSnapshot,
    args: { readonly person: string; readonly from: string; readonly to: string },
    context,
  ): Result<Change[], UnknownRefused | DayRefused | RangeRefused> => {
    const times = team.timesById.get(args.person)
    if (!times) return refused({ reason: 'unknown' })
    const [from, to] = [readDay(args.from), readDay(args.to)]
    if (from === undefined || to === undefined || to < from) return refused({ reason: 'not-a-day' })
    if (to - from >= AWAY_LIMIT) return refused({ reason: 'too-many-days', most: AWAY_LIMIT })
    const days = Array.from({ length: to - from + 1 }, (_, index) => isoFromDay(from + index))
    return ok(
      days.flatMap((day) =>
        times.days[day]?.hours === 0 ? [] : [put(peopleRows, args.person, 'days', day, cell(0, context))],
      ),
    )
  },
)
