import { describe, expect, it } from 'vitest'
import { nearestRank } from '../kernel'
import { ageOf, bandsOf, createAgeing, cycleDaysOf, ENOUGH_FINISHED } from './ageing'
import { finishCard, moveCard, pullCard } from './commands/move-card'
import { setLimit } from './commands/columns'
import { addCard } from './commands/edit-card'
import { createCalendar, dayFromIso, daysBetween, isoFromDay } from './days'
import { createSmallBoard } from './test-support/small-board'

const DAY = 86_400_000

describe('days', () => {
  const berlin = createCalendar('Europe/Berlin')
  it('count from the first to the last, both counted, in the zone of the team', () => {
    const at = (text: string) => Date.parse(text)
    expect(daysBetween(berlin, at('2026-03-15T09:00:00Z'), at('2026-03-15T17:00:00Z'))).toBe(1)
    // 23:30 UTC is the next day in Berlin.
    expect(daysBetween(berlin, at('2026-03-15T09:00:00Z'), at('2026-03-15T23:30:00Z'))).toBe(2)
    expect(daysBetween(createCalendar('UTC'), at('2026-03-15T09:00:00Z'), at('2026-03-15T23:30:00Z'))).toBe(1)
  })
  it('are whole across a change of the clocks', () => {
    const saturday = Date.parse('2026-03-28T11:00:00Z')
    expect([1, 2, 3].map((days) => daysBetween(berlin, saturday, saturday + days * DAY))).toEqual([2, 3, 4])
  })
  it('have names that come back, and an unknown zone counts as UTC', () => {
    expect(isoFromDay(dayFromIso('2024-02-29'))).toBe('2024-02-29')
    expect(createCalendar('Nowhere/Land').timeZone).toBe('UTC')
  })
})

it('percentiles are the nearest rank, in whole per cents', () => {
  const sorted = [3, 4, 4, 5, 5, 6, 6, 6, 7, 7]
  expect([50, 70, 85, 95].map((percent) => nearestRank(sorted, percent))).toEqual([5, 6, 7, 7])
  expect(bandsOf(sorted)).toEqual({ p50: 5, p70: 6, p85: 7, p95: 7, cards: 10 })
  expect(bandsOf(sorted.slice(1))).toBeNull()
})

it('a card is as old as its start, and late beyond what 85 of 100 needed to leave its column', () => {
  const small = createSmallBoard()
  const { ann } = small
  const calendar = createCalendar('UTC')
  const ageing = createAgeing(calendar)
  small.run(setLimit, { column: small.doing, limit: null })
  for (let days = 1; days <= ENOUGH_FINISHED; days++) {
    const card = `f${days}`
    small.run(addCard, { card, title: card })
    small.run(pullCard, { card })
    ann.wait((days - 1) * DAY)
    small.run(pullCard, { card })
    if (days < ENOUGH_FINISHED) small.run(finishCard, { card })
  }
  expect(ageing(small.board).bands.size).toBe(0)
  small.run(finishCard, { card: `f${ENOUGH_FINISHED}` })
  const inParts = createAgeing(calendar)
  expect([4, 4, 4].map((most) => inParts.learn(small.board, most))).toEqual([false, false, true])
  const found = ageing(small.board)
  expect(inParts(small.board)).toEqual(found)
  expect(found.bands.get(small.doing)).toEqual({ p50: 5, p70: 7, p85: 9, p95: 10, cards: 10 })
  expect(found.cycle?.p85).toBe(9)
  expect(found.finished.map((one) => one.days)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
  expect(found.left.get(small.doing)).toBe(10)
  small.run(pullCard, { card: 'c1' })
  expect(ageing(small.board)).toBe(found)
  const journey = small.board.journeys.get('c1')
  if (!journey?.startedAt) throw new Error('c1 has not started')
  const ages = [0, 4, 5, 7, 9, 10].map((days) =>
    ageOf(journey, found, calendar, (journey.startedAt ?? 0) + days * DAY),
  )
  expect(ages.map((age) => [age?.days, age?.dots, age?.late])).toEqual([
    [1, 1, false],
    [5, 1, false],
    [6, 2, false],
    [8, 3, false],
    [10, 4, true],
    [11, 5, true],
  ])
  small.run(moveCard, { card: 'c1', to: small.todo })
  const back = small.board.journeys.get('c1')
  expect(back && ageOf(back, found, calendar, Date.now())).toBeNull()
  const finished = small.board.journeys.get('f3')
  expect(finished && cycleDaysOf(finished, calendar)).toBe(3)
})
