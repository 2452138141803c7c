// Working time, customer demand and takt time: the pace the customer asks for.
import { divide, unknown, type Answer } from './answer'
import type { MapRow, Period } from './records'

/** Working time in seconds, breaks taken out. */
export interface WorkingTime {
  /** Net seconds in one shift. */
  readonly shiftS: number
  /** Net seconds in one working day. */
  readonly dayS: number
  readonly shiftsPerDay: number
  readonly daysPerWeek: number
  readonly daysPerMonth: number
  readonly daysPerYear: number
}

type TimeFacts = Pick<
  MapRow,
  | 'shiftSeconds'
  | 'breaks'
  | 'shiftsPerDay'
  | 'workingDaysPerWeek'
  | 'workingDaysPerMonth'
  | 'workingDaysPerYear'
>

/** Net available seconds in one shift: its length less its breaks; zero where breaks are longer than the shift. */
export const netShiftSeconds = (facts: Pick<MapRow, 'shiftSeconds' | 'breaks'>): number =>
  Math.max(0, facts.shiftSeconds - facts.breaks.count * facts.breaks.seconds)

export function workingTime(facts: TimeFacts): WorkingTime {
  const shiftS = netShiftSeconds(facts)
  return {
    shiftS,
    dayS: shiftS * facts.shiftsPerDay,
    shiftsPerDay: facts.shiftsPerDay,
    daysPerWeek: facts.workingDaysPerWeek,
    daysPerMonth: facts.workingDaysPerMonth,
    daysPerYear: facts.workingDaysPerYear,
  }
}

/** Working days in a period. */
export function daysIn(period: Period, time: WorkingTime): number {
  if (period === 'month') return time.daysPerMonth
  if (period === 'week') return time.daysPerWeek
  return period === 'day' ? 1 : 1 / time.shiftsPerDay
}

/** Customer demand in pieces a working day. */
export function dailyDemand(
  demand: { readonly pieces: number; readonly per: Period } | null,
  time: WorkingTime,
): Answer {
  if (!demand || demand.pieces <= 0) return unknown('no-demand')
  return divide(demand.pieces, daysIn(demand.per, time), 'no-demand')
}

/** Demand in pieces a shift. */
export const shiftDemand = (daily: Answer, time: WorkingTime): Answer =>
  daily.ok ? divide(daily.value, time.shiftsPerDay, 'no-demand') : daily

/** Takt time in seconds a piece: net available time / demand, both of one working day. */
export function taktSeconds(daily: Answer, time: WorkingTime): Answer {
  if (!daily.ok) return daily
  return time.dayS > 0 ? divide(time.dayS, daily.value, 'no-demand') : unknown('no-time')
}

/** Pitch in seconds: takt x pack-out quantity. */
export const pitchSeconds = (taktS: number, packOut: number): number => taktS * packOut

/** Kanban a shift: demand of the shift / pieces a kanban. */
export const kanbanPerShift = (demandPerShift: number, perKanban: number): Answer =>
  divide(demandPerShift, perKanban, 'no-demand')

/** Stock turns a year: working days a year / production lead time in days. */
export const turnsPerYear = (leadDays: Answer, time: Pick<WorkingTime, 'daysPerYear'>): Answer =>
  leadDays.ok ? divide(time.daysPerYear, leadDays.value, 'no-lead-time') : leadDays
