// Hours, days and skills as people say them.
import { isoFromDay } from '@yokoten/shared/kernel'
import type { Day, SkillLevel } from '@yokoten/shared/team'
import { text } from '../../../text'
import type { TextId } from '../../../text'

const DAY_MS = 86_400_000
const format = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(undefined, { ...options, timeZone: 'UTC' })
const weekdayFormat = format({ weekday: 'short' })
const weekdayLongFormat = format({ weekday: 'long' })
const dateFormat = format({ day: 'numeric', month: 'short' })
const listFormat = new Intl.ListFormat(undefined, { type: 'conjunction' })
const enteredFormat = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' })

const dateOf = (day: number): Date => new Date(day * DAY_MS)

/** "Mon" of a day's number. */
export const weekdayWord = (day: number): string => weekdayFormat.format(dateOf(day))
export const weekdayLong = (day: number): string => weekdayLongFormat.format(dateOf(day))
/** "16 Nov" */
export const dateWords = (day: number): string => dateFormat.format(dateOf(day))
/** "Ann, Bo and Cy" */
export const listWords = (names: readonly string[]): string => listFormat.format(names)
/** When something was entered, ms since 1970. */
export const enteredWords = (at: number): string => enteredFormat.format(at)

/** The date that a date field holds for a day. */
export const fieldDate = (day: number): string => isoFromDay(day)

/** One decimal at most: "7.5". */
export const roundHours = (hours: number): number => Math.round(hours * 10) / 10

/** What a cell of the week says: hours, a dash for away, nothing where nobody has said. */
export function dayWords({ hours }: Pick<Day, 'hours'>): string {
  if (hours === null) return ''
  return hours === 0 ? text('team.week.awayShort') : String(roundHours(hours))
}

/** The same for a screen reader. */
export function dayLong({ hours }: Pick<Day, 'hours'>): string {
  if (hours === null) return text('team.week.unsaid')
  return hours === 0 ? text('team.week.away') : text('team.week.hours', { hours: roundHours(hours) })
}

const LEVEL_WORDS: Readonly<Record<SkillLevel, TextId>> = {
  learning: 'team.skills.learning',
  can: 'team.skills.can',
  teach: 'team.skills.teach',
}
export const levelWords = (level: SkillLevel | null): string =>
  level === null ? text('team.skills.none') : text(LEVEL_WORDS[level])
