// Days as people enter them.
import { dayFromIso, isoFromDay } from '../kernel'

/** The day of `YYYY-MM-DD`, or undefined where it is none, as the 30th of February. */
export const readDay = (day: string): number | undefined => {
  const number = dayFromIso(day)
  return Number.isInteger(number) && isoFromDay(number) === day ? number : undefined
}
