import { describe, expect, it } from 'vitest'
import { createCalendar, dayFromIso, isoFromDay } from '../kernel'
import { dueRisk, SOON_DAYS } from './due-risk'

const calendar = createCalendar('UTC')
const noon = (day: string) => Date.parse(`${day}T12:00:00Z`)
const waiting = { startedAt: null, finishedAt: null }
const risk = (due: string, today: string, p85: number | null, startedAt: string | null = null) =>
  dueRisk(
    due,
    { ...waiting, startedAt: startedAt === null ? null : noon(startedAt) },
    p85 === null ? null : { p85 },
    calendar,
    noon(today),
  )

describe('a card that is not started', () => {
  it('must be started on its due day less the usual days, both counted', () => {
    const found = risk('2026-03-20', '2026-03-02', 8)
    expect(isoFromDay(found?.startBy ?? 0)).toBe('2026-03-13')
    expect(found).toMatchObject({ state: 'fine', left: 18, usual: 8 })
  })
  it('says so two days before, on the day, and that it is late after it', () => {
    expect(SOON_DAYS).toBe(2)
    expect(risk('2026-03-20', '2026-03-10', 8)?.state).toBe('fine')
    expect(risk('2026-03-20', '2026-03-11', 8)?.state).toBe('soon')
    expect(risk('2026-03-20', '2026-03-13', 8)?.state).toBe('today')
    expect(risk('2026-03-20', '2026-03-14', 8)?.state).toBe('late')
    expect(risk('2026-03-20', '2026-03-20', 8)).toMatchObject({ state: 'late', left: 0 })
    expect(risk('2026-03-20', '2026-03-21', 8)).toMatchObject({ state: 'overdue', left: -1 })
  })
  it('done within a day may be started on its due day', () => {
    expect(risk('2026-03-20', '2026-03-20', 1)?.state).toBe('today')
  })
})

describe('a card that is started', () => {
  it('is late when 85 of 100 such cards end after its day, or it has outlived that already', () => {
    expect(risk('2026-03-20', '2026-03-14', 8, '2026-03-13')).toMatchObject({ state: 'fine', startBy: null })
    expect(risk('2026-03-20', '2026-03-14', 8, '2026-03-14')?.state).toBe('late')
    expect(risk('2026-03-20', '2026-03-19', 3, '2026-03-01')?.state).toBe('fine')
    expect(risk('2026-03-20', '2026-03-21', 3, '2026-03-01')?.state).toBe('overdue')
  })
})

it('promises nothing while the board does not know how long it takes', () => {
  expect(risk('2026-03-20', '2026-03-19', null)).toEqual({
    state: 'fine',
    left: 1,
    startBy: null,
    usual: null,
  })
  expect(risk('2026-03-20', '2026-03-21', null)?.state).toBe('overdue')
})
it('has none for a finished card, and none for what is no date', () => {
  const finished = { startedAt: noon('2026-03-01'), finishedAt: noon('2026-03-02') }
  expect(dueRisk('2026-03-01', finished, { p85: 8 }, calendar, noon('2026-03-20'))).toBeNull()
  expect(dueRisk('soon', waiting, { p85: 8 }, calendar, noon('2026-03-20'))).toBeNull()
})
it('counts in the team’s zone', () => {
  const auckland = createCalendar('Pacific/Auckland')
  const evening = Date.parse('2026-03-19T20:00:00Z')
  expect(dueRisk('2026-03-20', waiting, { p85: 1 }, auckland, evening)?.left).toBe(0)
  expect(dayFromIso('2026-03-20')).toBe(auckland.dayOf(evening))
})
