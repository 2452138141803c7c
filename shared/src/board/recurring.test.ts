import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addRecurring,
  archiveRecurring,
  bringRecurring,
  dueToCome,
  saveTemplate,
} from './commands/card-templates'
import { addChecklistItem } from './commands/card-parts'
import { editCard } from './commands/edit-card'
import { comesOn, comingCard, comingCardId, lastComing, nextComing } from './recurring'
import { RHYTHMS } from './records-cards'
import { dayFromIso, isoFromDay } from '../kernel'
import { createSmallBoard } from './test-support/small-board'
import { createTableDocument } from './test-support/table-document'

const day = (iso: string) => dayFromIso(iso)
const DAY = 86_400_000

describe('days', () => {
  it('weekdays leave out Saturday and Sunday', () => {
    const rhythm = { rhythm: 'weekdays', from: '2026-03-02' } as const
    const week = Array.from({ length: 7 }, (_, index) => comesOn(rhythm, day('2026-03-02') + index))
    expect(week).toEqual([true, true, true, true, true, false, false])
    expect(isoFromDay(lastComing(rhythm, day('2026-03-08')) ?? 0)).toBe('2026-03-06')
    expect(isoFromDay(nextComing(rhythm, day('2026-03-06')) ?? 0)).toBe('2026-03-09')
  })
  it('weekly ones come on their weekday, monthly ones on their date or the last day of a shorter month', () => {
    const weekly = { rhythm: 'weekly', from: '2026-03-04' } as const
    expect(isoFromDay(nextComing(weekly, day('2026-03-04')) ?? 0)).toBe('2026-03-11')
    const monthly = { rhythm: 'monthly', from: '2026-01-31' } as const
    expect(isoFromDay(nextComing(monthly, day('2026-01-31')) ?? 0)).toBe('2026-02-28')
    expect(isoFromDay(nextComing(monthly, day('2026-02-28')) ?? 0)).toBe('2026-03-31')
    expect(isoFromDay(lastComing(monthly, day('2028-02-29')) ?? 0)).toBe('2028-02-29')
  })
  it('never comes before its first day, nor where that is no day', () => {
    expect(lastComing({ rhythm: 'daily', from: '2026-03-04' }, day('2026-03-03'))).toBeNull()
    expect(nextComing({ rhythm: 'daily', from: '' }, day('2026-03-03'))).toBeNull()
    expect(comesOn({ rhythm: 'weekly', from: '' }, day('2026-03-03'))).toBe(false)
  })
  it('the last coming and the next have nothing between them', () => {
    const days = fc.integer({ min: day('2020-01-01'), max: day('2040-01-01') })
    fc.assert(
      fc.property(fc.constantFrom(...RHYTHMS), days, days, (rhythm, from, now) => {
        const row = { rhythm, from: isoFromDay(from) }
        const last = lastComing(row, now)
        const next = nextComing(row, now)
        expect(next).not.toBeNull()
        if (next === null) return
        expect(comesOn(row, next)).toBe(true)
        expect(next).toBeGreaterThan(now)
        expect(last === null).toBe(now < from)
        if (last !== null) expect(lastComing(row, next - 1)).toBe(last)
      }),
    )
  })
})

function createRecurring() {
  const small = createSmallBoard()
  small.run(addChecklistItem, { card: 'c1', text: 'Oil' })
  small.run(addChecklistItem, { card: 'c1', text: 'Wipe' })
  small.run(editCard, { card: 'c1', title: 'Weekly care', size: 2, value: 'v1' })
  small.run(saveTemplate, { template: 't1', card: 'c1', name: 'Care', words: 'Both presses.' })
  const args = {
    template: 't1',
    column: small.todo,
    rhythm: 'weekly',
    from: '2026-03-02',
    zone: 'UTC',
  } as const
  small.run(addRecurring, { recurring: 'r1', ...args })
  return small
}
const MONDAY = Date.parse('2026-03-02T06:00:00Z')

describe('cards that come again', () => {
  it('two devices that make the same one make the same bytes, and one card', () => {
    const small = createRecurring()
    const { board } = small
    const ann = bringRecurring.decide(board, { now: MONDAY }, small.ann)
    const dee = bringRecurring.decide(board, { now: MONDAY + 3 * DAY }, small.dee)
    if (!ann.ok || !dee.ok) throw new Error('refused')
    expect(ann.value).toHaveLength(2)
    expect(JSON.stringify(ann.value)).toBe(JSON.stringify(dee.value))
    const before = board.cards.size
    small.document.apply(ann.value)
    small.document.apply(dee.value)
    expect(small.board.cards.size).toBe(before + 1)
    const card = small.board.cards.get(comingCardId({ id: 'r1' }, day('2026-03-02')))
    expect(card).toMatchObject({ title: 'Weekly care', size: 2, value: 'v1', brief: 'Both presses.' })
    expect(Object.values(card?.checklist ?? {}).map((item) => item.text)).toEqual(['Oil', 'Wipe'])
    expect(small.board.journeys.get(card?.id ?? '')).toMatchObject({
      column: small.todo,
      enteredAt: Date.parse('2026-03-02T00:00:00Z'),
      conflict: null,
    })
  })
  it('its bytes follow from the ground alone, whatever else is on the board and whoever is there', () => {
    const small = createRecurring()
    const [row] = small.board.recurring
    const [template] = small.board.templates
    if (!row || !template) throw new Error('not there')
    const once = JSON.stringify(comingCard(row, template, day('2026-03-09')))
    small.run(editCard, { card: 'c2', title: 'Other' })
    expect(JSON.stringify(comingCard({ ...row }, { ...template }, day('2026-03-09')))).toBe(once)
    expect(JSON.stringify(comingCard(row, template, day('2026-03-16')))).not.toBe(once)
  })
  it('comes once, then when its next day has begun; days when nobody was there are not made up', () => {
    const small = createRecurring()
    const come = (now: number) => small.run(bringRecurring, { now })
    const count = () => small.board.cards.size
    const before = count()
    come(MONDAY - DAY)
    expect(count()).toBe(before)
    come(MONDAY)
    come(MONDAY + 6 * DAY)
    expect(count()).toBe(before + 1)
    expect(dueToCome(small.board, MONDAY + 6 * DAY)).toEqual([])
    come(MONDAY + 30 * DAY)
    expect(count()).toBe(before + 2)
    expect(small.board.cards.has(comingCardId({ id: 'r1' }, day('2026-03-30')))).toBe(true)
  })
  it('stops when it is taken off, and with its template', () => {
    const small = createRecurring()
    small.run(archiveRecurring, { recurring: 'r1' })
    expect(dueToCome(small.board, MONDAY)).toEqual([])
  })
  it('is projected like any card', () => {
    const small = createRecurring()
    small.run(bringRecurring, { now: MONDAY })
    expect(small.document.rebuilt().columns).toEqual(small.board.columns)
    expect(createTableDocument().snapshot.recurring).toEqual([])
  })
})
