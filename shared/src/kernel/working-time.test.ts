import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { addWorkingHours, usualWorkingTime } from './working-time'
import type { WorkingTime } from './working-time'

const berlin = usualWorkingTime('Europe/Berlin')
const HOUR = 3_600_000
const at = (iso: string) => Date.parse(iso)

it.each([
  ['within a day', '2026-03-04T08:00:00Z', 2, '2026-03-04T10:00:00Z'],
  ['over a night', '2026-03-04T14:00:00Z', 2, '2026-03-05T08:00:00Z'],
  ['over a weekend', '2026-03-06T14:00:00Z', 2, '2026-03-09T08:00:00Z'],
  ['from a Sunday', '2026-03-08T12:00:00Z', 1, '2026-03-09T08:00:00Z'],
  ['before the day begins', '2026-03-04T02:00:00Z', 1, '2026-03-04T08:00:00Z'],
  ['exactly to the end', '2026-03-04T07:00:00Z', 8, '2026-03-04T15:00:00Z'],
  ['over many weeks', '2026-03-04T08:00:00Z', 400, '2026-05-13T07:00:00Z'],
  ['none, from the night', '2026-03-04T22:00:00Z', 0, '2026-03-05T07:00:00Z'],
])('counts working hours %s', (_, since, hours, until) => {
  expect(new Date(addWorkingHours(berlin, at(since), hours)).toISOString()).toBe(
    new Date(at(until)).toISOString(),
  )
})

it('takes what has no hours for the usual', () => {
  const none: WorkingTime = { ...berlin, days: [] }
  const turned: WorkingTime = { ...berlin, from: 900, to: 600 }
  const since = at('2026-03-04T08:00:00Z')
  for (const odd of [none, turned]) expect(addWorkingHours(odd, since, 2)).toBe(since + 2 * HOUR)
})

it('never goes back, and more hours are never sooner', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 4_000_000_000_000 }),
      fc.integer({ min: 0, max: 300 }),
      fc.integer({ min: 0, max: 300 }),
      fc.uniqueArray(fc.integer({ min: 0, max: 6 })),
      (since, hours, more, days) => {
        const time = { ...berlin, days }
        const until = addWorkingHours(time, since, hours)
        expect(until).toBeGreaterThanOrEqual(since + hours * HOUR)
        expect(addWorkingHours(time, since, hours + more)).toBeGreaterThanOrEqual(until)
      },
    ),
    { numRuns: 300 },
  )
})
