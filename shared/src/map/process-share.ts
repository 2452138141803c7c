// How much of the lead time is work, always with what a day means.
import { divide, type Answer } from './answer'

export const SECONDS_A_CALENDAR_DAY = 86_400

/**
 * Processing time / lead time as a share. The lead time is in days of `dayS` seconds: 86,400 on calendar days, the net
 * working seconds of a day otherwise. From C/T alone it is a processing share, from value-adding time an efficiency.
 */
export const processShare = (processingS: number, leadDays: number, dayS: number): Answer =>
  divide(processingS, leadDays * dayS, 'no-lead-time')

/** Change from one value to another as a share: 23.6 to 4.5 is -0.809. */
export const relativeChange = (from: number, to: number): Answer => divide(to - from, from, 'no-lead-time')
