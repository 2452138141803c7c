import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { createCalendar } from './days'

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
