import fc from 'fast-check'
import { expect, it } from 'vitest'
import { weekDone } from './ageing-week'
import { createCalendar } from './days'

const at = (text: string): number => Date.parse(text)
const finishes = (...list: readonly (readonly [string, number])[]) =>
  list.map(([text, days]) => ({ at: at(text), days })).sort((a, b) => a.at - b.at)

it('counts from Monday midnight of the team, and half is the nearest rank', () => {
  const list = finishes(
    ['2026-11-15T22:59:00Z', 90],
    ['2026-11-15T23:01:00Z', 3],
    ['2026-11-18T10:00:00Z', 5],
    ['2026-11-22T22:30:00Z', 7],
  )
  const now = at('2026-11-22T22:45:00Z')
  // In Berlin the week began an hour before UTC's, and Sunday 22:30 UTC is still Sunday there.
  expect(weekDone(list, createCalendar('Europe/Berlin'), now)).toEqual({ done: 3, half: 5 })
  expect(weekDone(list, createCalendar('UTC'), now)).toEqual({ done: 2, half: 5 })
  expect(weekDone(list, createCalendar('Europe/Berlin'), now + 3_600_000)).toEqual({ done: 0, half: null })
})

it('keeps a whole week across the change of the clocks', () => {
  const list = finishes(['2026-10-18T23:30:00Z', 1], ['2026-10-25T22:30:00Z', 1], ['2026-10-25T23:30:00Z', 1])
  // Sunday the 25th has 25 hours in Berlin and ends at 23:00 UTC; Monday the 19th began at 22:00 UTC of the 18th.
  expect(weekDone(list, createCalendar('Europe/Berlin'), at('2026-10-25T12:00:00Z')).done).toBe(2)
})

it('leaves out what a wrong clock dated into the time to come', () => {
  const list = finishes(['2026-11-18T10:00:00Z', 2], ['2027-03-01T10:00:00Z', 2])
  expect(weekDone(list, createCalendar('UTC'), at('2026-11-19T10:00:00Z')).done).toBe(1)
})

it('gives every finished card to exactly one week', () => {
  const calendar = createCalendar('America/St_Johns')
  const day = 86_400_000
  const from = at('2026-01-05T12:00:00Z')
  const time = fc.integer({ min: 0, max: 8 * 7 * day - 1 }).map((ms) => from + ms)
  fc.assert(
    fc.property(fc.array(time, { maxLength: 30 }), (times) => {
      const list = times.sort((a, b) => a - b).map((one) => ({ at: one, days: 1 }))
      let sum = 0
      for (let week = 0; week <= 8; week++) sum += weekDone(list, calendar, from + week * 7 * day).done
      expect(sum).toBe(times.length)
    }),
  )
})
