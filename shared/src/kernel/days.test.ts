import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  calendarOf,
  createCalendar,
  dayFromIso,
  isoFromDay,
  mondayOf,
  monthsLater,
  startOfDay,
  weekdayOf,
} from './days'

const ZONES = [
  'UTC',
  'Europe/Berlin',
  'America/Havana',
  'America/St_Johns',
  'Asia/Kathmandu',
  'Australia/Adelaide',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Kiritimati',
]

it.each(ZONES)('counts the days of %s as its own clocks do', (timeZone) => {
  const calendar = createCalendar(timeZone)
  const parts = { year: 'numeric', month: '2-digit', day: '2-digit' } as const
  const format = new Intl.DateTimeFormat('en-CA', { timeZone, ...parts })
  const from = Date.UTC(2010, 0, 1)
  const quarter = fc.integer({ min: 0, max: 4 * 24 * 365 * 20 }).map((n) => from + n * 900_000)
  fc.assert(
    fc.property(quarter, fc.integer({ min: 0, max: 899_999 }), (start, within) => {
      const day = new Date(calendar.dayOf(start + within) * 86_400_000).toISOString().slice(0, 10)
      expect(day).toBe(format.format(start))
    }),
    { numRuns: 400 },
  )
})

it('begins a week with its Monday, also across a new year and before 1970', () => {
  const monday = (day: string) => isoFromDay(mondayOf(dayFromIso(day)))
  expect(monday('2026-11-22')).toBe('2026-11-16')
  expect(monday('2026-11-23')).toBe('2026-11-23')
  expect(monday('2027-01-01')).toBe('2026-12-28')
  expect(monday('1969-12-31')).toBe('1969-12-29')
  fc.assert(
    fc.property(fc.integer({ min: -100_000, max: 100_000 }), (day) => {
      expect(weekdayOf(day)).toBe((new Date(day * 86_400_000).getUTCDay() + 6) % 7)
      expect(mondayOf(day) + weekdayOf(day)).toBe(day)
    }),
  )
})

it('puts a moment into the week of the team, not of UTC', () => {
  // Sunday evening in UTC is Monday in Berlin and still Sunday in Havana.
  const at = Date.parse('2026-11-22T23:30:00Z')
  const week = (zone: string) => isoFromDay(mondayOf(createCalendar(zone).dayOf(at)))
  expect([week('UTC'), week('Europe/Berlin'), week('America/Havana')]).toEqual([
    '2026-11-16',
    '2026-11-23',
    '2026-11-16',
  ])
})

it('finds the same date in a later month, or its last day', () => {
  expect(monthsLater('2026-11-28', 3)).toBe('2027-02-28')
  expect(monthsLater('2026-11-30', 3)).toBe('2027-02-28')
  expect(monthsLater('2027-11-30', 3)).toBe('2028-02-29')
  expect(monthsLater('2026-01-31', 3)).toBe('2026-04-30')
})

it.each([
  ['2026-03-04', 'UTC', '2026-03-04T00:00:00Z'],
  ['2026-03-04', 'Europe/Berlin', '2026-03-03T23:00:00Z'],
  ['2026-07-04', 'Pacific/Auckland', '2026-07-03T12:00:00Z'],
  ['2026-03-04', 'Asia/Kathmandu', '2026-03-03T18:15:00Z'],
])('%s begins at midnight of %s', (day, zone, begins) => {
  expect(startOfDay(calendarOf(zone), dayFromIso(day))).toBe(Date.parse(begins))
})
