import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createCalendar } from '../kernel'
import { raiseBlocker } from './commands/blockers'
import { tagCard, tagIdFrom } from './commands/card-parts'
import { editCard, joinCard } from './commands/edit-card'
import { moveCard } from './commands/move-card'
import {
  BUILT_IN,
  createFit,
  DUE_KINDS,
  EMPTY_FILTER,
  FILTER_KEYS,
  filterFromText,
  filterToText,
  isEmptyFilter,
  isSameFilter,
  ME,
  NONE,
} from './filter'
import type { BoardFilter, FilterSources } from './filter'
import { CLASSES } from './records'
import { createSmallBoard } from './test-support/small-board'
import { TEST_START } from './test-support/seeded'

const ids = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 12 }), { maxLength: 4 })
const anyFilter: fc.Arbitrary<BoardFilter> = fc.record({
  words: fc.string({ maxLength: 40 }).map((words) => words.trim()),
  people: ids,
  tags: ids,
  types: ids,
  values: ids,
  classes: fc.subarray([...CLASSES]),
  columns: ids,
  lanes: ids,
  due: fc.subarray([...DUE_KINDS]),
  blocked: fc.boolean(),
  ageing: fc.boolean(),
})

it('comes back from an address as it was written, whatever else stands there', () => {
  fc.assert(
    fc.property(anyFilter, fc.string({ maxLength: 20 }), (filter, card) => {
      const text = filterToText(filter)
      const read = filterFromText(`?card=${encodeURIComponent(card)}&${text}`)
      expect(isSameFilter(read, filter)).toBe(true)
      expect(filterToText(read)).toBe(text)
    }),
  )
})
it('reads anything without a crash, and nothing of what it does not know', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const read = filterFromText(text)
      expect(filterFromText(filterToText(read))).toEqual(read)
    }),
  )
  expect(filterFromText('q=%E0%A4%A&class=royal&due=never&colour=red')).toEqual(EMPTY_FILTER)
  expect(filterFromText(Array.from({ length: 900 }, (_, n) => `who=p${n}`).join('&')).people).toHaveLength(
    100,
  )
  expect(FILTER_KEYS).not.toContain('card')
})
it('has filters of its own that ask for something', () => {
  for (const filter of Object.values(BUILT_IN)) expect(isEmptyFilter(filter)).toBe(false)
  expect(isEmptyFilter(EMPTY_FILTER)).toBe(true)
})

const calendar = createCalendar('UTC')

function found(small: ReturnType<typeof createSmallBoard>, part: Partial<BoardFilter>, more?: FilterSources) {
  const sources = { me: 'ann', calendar, now: TEST_START, ...more }
  const fit = createFit(small.board, { ...EMPTY_FILTER, ...part }, sources)
  return ['c1', 'c2', 'c3', 'c4'].filter((card) => {
    const row = small.board.cards.get(card)
    return row && fit(row)
  })
}

it('lets through what fits one of each kind and all kinds', () => {
  const small = createSmallBoard()
  small.run(joinCard, { card: 'c1' })
  small.run(joinCard, { card: 'c2' }, small.dee)
  small.run(tagCard, { card: 'c1', name: 'Press' })
  small.run(tagCard, { card: 'c3', name: 'Hoses' })
  small.run(editCard, { card: 'c3', classOfService: 'expedite' })
  small.run(moveCard, { card: 'c4', to: small.doing })
  const [press, hoses] = [tagIdFrom('Press'), tagIdFrom('Hoses')]
  expect(found(small, { people: [ME] })).toEqual(['c1', 'c4'])
  expect(found(small, { people: [ME, 'dee'] })).toEqual(['c1', 'c2', 'c4'])
  expect(found(small, { people: [NONE] })).toEqual(['c3'])
  expect(found(small, { tags: [press, hoses] })).toEqual(['c1', 'c3'])
  expect(found(small, { tags: [press, hoses], people: [ME] })).toEqual(['c1'])
  expect(found(small, { tags: [NONE] })).toEqual(['c2', 'c4'])
  expect(found(small, { classes: ['expedite'] })).toEqual(['c3'])
  expect(found(small, { columns: [small.doing] })).toEqual(['c4'])
  expect(found(small, { columns: [small.todo], people: [ME] })).toEqual(['c1'])
  expect(found(small, { types: [NONE] })).toHaveLength(4)
  small.run(editCard, { card: 'c2', value: 'v1' })
  expect(found(small, { values: ['v1', 'v2'] })).toEqual(['c2'])
  expect(found(small, { values: [NONE] })).toEqual(['c1', 'c3', 'c4'])
  expect(found(small, { people: [ME] }, { me: undefined })).toEqual([])
  expect(found(small, {})).toHaveLength(4)
})
it('tells due dates that have passed from those that come, and counts none for what is finished', () => {
  const small = createSmallBoard()
  for (const [card, due] of [
    ['c1', '2026-03-01'],
    ['c2', '2026-03-09'],
    ['c3', '2026-03-10'],
  ])
    small.run(editCard, { card: card as string, due: due as string })
  expect(found(small, { due: ['over'] })).toEqual(['c1'])
  expect(found(small, { due: ['week'] })).toEqual(['c2'])
  expect(found(small, { due: ['over', 'later'] })).toEqual(['c1', 'c3'])
  expect(found(small, { due: ['none'] })).toEqual(['c4'])
  small.run(moveCard, { card: 'c1', to: small.done })
  expect(found(small, { due: ['over'] })).toEqual([])
})
it('knows what is blocked and what is older than most', () => {
  const small = createSmallBoard()
  small.run(raiseBlocker, { card: 'c2', reason: small.board.reasons[0]?.id ?? '', words: '' })
  expect(found(small, { blocked: true })).toEqual(['c2'])
  small.run(moveCard, { card: 'c1', to: small.doing })
  const bands = { p50: 1, p70: 2, p85: 3, p95: 4, cards: 20 }
  const ageing = { bands: new Map([[small.doing, bands]]), cycle: null }
  const days = (count: number) => ({ ageing, now: TEST_START + count * 86_400_000 })
  expect(found(small, { ageing: true }, days(2))).toEqual([])
  expect(found(small, { ageing: true }, days(9))).toEqual(['c1'])
})
