// The team's calendar, under the name by which the board's calculations ask for it.
export { createCalendar, dayFromIso, daysBetween, isoFromDay } from '../kernel'
export type { Calendar } from '../kernel'
