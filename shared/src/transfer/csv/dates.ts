// Dates as files write them: which order day and month have, found over a whole column, and what moment is meant.
import { createCalendar, isoFromDay } from '../../board'

export type DateOrder = 'year-first' | 'day-first' | 'month-first'
export const DATE_ORDERS: readonly DateOrder[] = ['year-first', 'day-first', 'month-first']

interface DateParts {
  /** Numbers in the order in which they stand; a month that was named stands in its place as `month`. */
  readonly first: number
  readonly second: number
  readonly third: number
  readonly shape: 'year-first' | 'numbers' | 'named'
  /** Milliseconds since midnight, or undefined where only a day is said. */
  readonly time: number | undefined
  /** Minutes ahead of UTC, or undefined where no zone is said. */
  readonly zone: number | undefined
}

const MONTHS: readonly (readonly string[])[] = [
  ['jan', 'ene', 'gen'],
  ['feb', 'fev', 'fév'],
  ['mar', 'mär', 'mrz', 'maa'],
  ['apr', 'avr', 'abr'],
  ['may', 'mai', 'mei', 'mag'],
  ['jun', 'juin', 'giu'],
  ['jul', 'juil', 'lug'],
  ['aug', 'aoû', 'aou', 'ago'],
  ['sep', 'set'],
  ['oct', 'okt', 'out', 'ott'],
  ['nov'],
  ['dec', 'dez', 'dic', 'déc'],
]

function monthNamed(name: string): number | undefined {
  const start = name.toLowerCase()
  // June and July share their first letters in French.
  const index = MONTHS.findIndex((names) => names.some((one) => one.length > 3 && start.startsWith(one)))
  const month = index >= 0 ? index : MONTHS.findIndex((names) => names.some((one) => start.startsWith(one)))
  return month >= 0 ? month + 1 : undefined
}

const TIME = String.raw`(?:[T ,]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*([ap])?\.?m?\.?)?`
const ZONE = String.raw`\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?`
const NUMBERS = new RegExp(String.raw`^(\d{1,4})([-./])(\d{1,2})\2(\d{1,4})${TIME}${ZONE}$`, 'iu')
const NAMED = new RegExp(
  String.raw`^(?:\p{L}{2,9}\.?,? )?(\d{1,2})[-./ ]{1,2}(\p{L}{3,9})\.?[-./, ]{1,2}(\d{2,4})${TIME}${ZONE}$`,
  'iu',
)
const MONTH_FIRST = new RegExp(String.raw`^(\p{L}{3,9})\.? (\d{1,2}),? (\d{4})${TIME}${ZONE}$`, 'iu')

function timeFrom(parts: readonly (string | undefined)[]): number | undefined | null {
  const [hours, minutes, seconds, fraction, half] = parts
  if (hours === undefined) return undefined
  let hour = Number(hours)
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return null
    hour = (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
  }
  const minute = Number(minutes)
  const second = Number(seconds ?? 0)
  if (hour > 23 || minute > 59 || second > 59) return null
  return ((hour * 60 + minute) * 60 + second) * 1_000 + Math.floor(Number(`0.${fraction ?? 0}`) * 1_000)
}

function zoneFrom(zone: string | undefined): number | undefined {
  if (zone === undefined) return undefined
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/u.exec(zone) ?? []
  return sign === undefined ? 0 : (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
}

function partsOf(text: string): DateParts | undefined {
  const words = text.trim()
  if (words.length < 6 || words.length > 60) return undefined
  const numbers = NUMBERS.exec(words)
  const named = numbers ? null : (NAMED.exec(words) ?? MONTH_FIRST.exec(words))
  const match = numbers ?? named
  if (!match) return undefined
  const from = numbers ? 5 : 4
  const time = timeFrom(match.slice(from, from + 5))
  if (time === null) return undefined
  const rest = { time, zone: zoneFrom(match[from + 5]) }
  if (numbers) {
    const [, first = '', , second, third = ''] = numbers
    if (first.length === 3 || third.length === 3 || third.length === 1) {
      if (first.length !== 4) return undefined
    }
    const all = { first: Number(first), second: Number(second), third: Number(third) }
    if (first.length === 4) return third.length <= 2 ? { ...all, shape: 'year-first', ...rest } : undefined
    return third.length === 4 || third.length === 2 ? { ...all, shape: 'numbers', ...rest } : undefined
  }
  const [, one = '', two = '', year = ''] = match
  const isMonthFirst = Number.isNaN(Number(one))
  const month = monthNamed(isMonthFirst ? one : two)
  if (month === undefined) return undefined
  return {
    first: Number(isMonthFirst ? two : one),
    second: month,
    third: Number(year),
    shape: 'named',
    ...rest,
  }
}

const fullYear = (year: number): number => (year >= 100 ? year : year < 70 ? 2_000 + year : 1_900 + year)

/** The UTC midnight of the day that is meant, or undefined where there is no such day. */
function midnightOf(parts: DateParts, order: DateOrder): number | undefined {
  const { first, second, third, shape } = parts
  let year: number
  let month: number
  let day: number
  if (shape === 'year-first') [year, month, day] = [first, second, third]
  else if (shape === 'named' || order === 'day-first') [day, month, year] = [first, second, fullYear(third)]
  else if (order === 'month-first') [month, day, year] = [first, second, fullYear(third)]
  // Two digits each, the year in front.
  else [year, month, day] = [fullYear(first), second, third]
  if (year < 1970 || year > 2_200) return undefined
  const midnight = Date.UTC(year, month - 1, day)
  const back = new Date(midnight)
  return back.getUTCMonth() === month - 1 && back.getUTCDate() === day ? midnight : undefined
}

/** True for a text that could be a date in some order. */
export const mayBeDate = (text: string): boolean => {
  const parts = partsOf(text)
  return parts !== undefined && DATE_ORDERS.some((order) => midnightOf(parts, order) !== undefined)
}

export interface FoundOrder {
  readonly order: DateOrder
  /** True where the values leave no other reading. */
  readonly isSure: boolean
  /** Whether the values depend on the order at all: a year in front or a month's name say it themselves. */
  readonly isOpen: boolean
}

/** The order in which all values are dates, or undefined where there is none. Empty values say nothing. */
export function findOrder(values: Iterable<string>): FoundOrder | undefined {
  const possible = new Set<DateOrder>(['day-first', 'month-first', 'year-first'])
  let isOpen = false
  let count = 0
  for (const value of values) {
    if (value.trim() === '') continue
    const parts = partsOf(value)
    if (!parts) return undefined
    count++
    if (parts.shape === 'numbers') isOpen = true
    // A year of four digits at the end is no year in front.
    if (parts.shape === 'numbers' && parts.third >= 100) possible.delete('year-first')
    for (const order of [...possible]) if (midnightOf(parts, order) === undefined) possible.delete(order)
    if (possible.size === 0) return undefined
  }
  if (count === 0) return undefined
  if (!isOpen) return { order: 'year-first', isSure: true, isOpen }
  // Two digits in front are hardly ever a year where the day may stand there too.
  if (possible.size > 1) possible.delete('year-first')
  const [order = 'day-first', other] = possible
  return { order, isSure: other === undefined, isOpen }
}

export interface Moment {
  /** Milliseconds since 1970; noon where only a day is said, so that it is that day in neighbouring zones too. */
  readonly at: number
  /** `YYYY-MM-DD` in the zone of the reading. */
  readonly day: string
  readonly hasTime: boolean
}

const HOUR = 3_600_000
const NOON = 12 * HOUR

/** Reads dates that say no zone as those of `timeZone`. */
export function createDateReader(timeZone: string) {
  const calendar = createCalendar(timeZone)
  let format: Intl.DateTimeFormat | undefined
  const offsets = new Map<number, number>()
  const hourly = {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  } as const
  /** Milliseconds that the zone's clocks are ahead of UTC, asked once an hour. */
  const offsetAt = (time: number): number => {
    const hour = Math.floor(time / HOUR)
    const known = offsets.get(hour)
    if (known !== undefined) return known
    format ??= new Intl.DateTimeFormat('en-US', { timeZone: calendar.timeZone, hourCycle: 'h23', ...hourly })
    const part: Record<string, number> = {}
    for (const { type, value } of format.formatToParts(hour * HOUR)) part[type] = Number(value)
    const { year = 1970, month = 1, day = 1, hour: clock = 0, minute = 0 } = part
    const offset = Date.UTC(year, month - 1, day, clock, minute) - hour * HOUR
    offsets.set(hour, offset)
    return offset
  }
  const fromLocal = (local: number): number => {
    const guess = local - offsetAt(local)
    return local - offsetAt(guess)
  }
  return (text: string, order: DateOrder): Moment | undefined => {
    const parts = partsOf(text)
    const midnight = parts && midnightOf(parts, order)
    if (!parts || midnight === undefined) return undefined
    if (parts.time === undefined)
      return {
        at: fromLocal(midnight + NOON),
        day: new Date(midnight).toISOString().slice(0, 10),
        hasTime: false,
      }
    const local = midnight + parts.time
    const at = parts.zone === undefined ? fromLocal(local) : local - parts.zone * 60_000
    return { at, day: isoFromDay(calendar.dayOf(at)), hasTime: true }
  }
}
export type DateReader = ReturnType<typeof createDateReader>
