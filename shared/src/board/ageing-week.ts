// What a team finished in a calendar week, and how long it took: the wall's "this week".
import { mondayOf, nearestRank } from '../kernel'
import type { Finish } from './ageing'
import type { Calendar } from './days'

export interface WeekDone {
  /** Cards finished from Monday on. */
  readonly done: number
  /** Half of them took at most so many days from start to finish (nearest rank); null where there are none. */
  readonly half: number | null
}

/**
 * The cards finished in the week of `now`, Monday to Sunday in the calendar's time zone. What a device with a wrong
 * clock dated after that week is left out. `finished` is in order of time, as `Figures` has it; only the week's own
 * are looked at.
 */
export function weekDone(finished: readonly Finish[], calendar: Calendar, now: number): WeekDone {
  const monday = mondayOf(calendar.dayOf(now))
  const days: number[] = []
  for (let i = finished.length - 1; i >= 0; i--) {
    const one = finished[i] as Finish
    const day = calendar.dayOf(one.at)
    if (day < monday) break
    if (day < monday + 7) days.push(one.days)
  }
  days.sort((a, b) => a - b)
  return { done: days.length, half: days.length > 0 ? nearestRank(days, 50) : null }
}
