import {
  addCard,
  addChecklistItem,
  clearBlocker,
  createCalendar,
  editCard,
  inviteToCard,
  moveCard,
  pullCard,
  raiseBlocker,
  tagCard,
} from '@yokoten/shared/board'
import type { Ageing, BoardSnapshot } from '@yokoten/shared/board'
import { createSmallBoard, TEST_START } from '@yokoten/shared/board/test-support'
import { create, emptyTable, withRows } from '@yokoten/shared/kernel'
import { guestRows } from '@yokoten/shared/board'
import type { Person } from '@yokoten/shared/team'
import { describe, expect, it } from 'vitest'
import { cardLook, sameLook } from './card-look'
import type { CardLook, LookSource } from './card-look'

const DAY = 86_400_000
const dee = { id: 'dee', name: 'Dee Rao', colour: '#9a4a12' } as Person
const people = withRows(emptyTable<Person>(), new Map([['dee', dee]]))
const usual = (board: BoardSnapshot): Ageing => ({
  bands: new Map(board.columns.map((column) => [column.id, { p50: 2, p70: 3, p85: 5, p95: 8, cards: 20 }])),
  cycle: null,
})
const source = (part: Partial<LookSource> = {}): LookSource => ({
  people,
  ageing: { bands: new Map(), cycle: null },
  calendar: createCalendar('UTC'),
  now: TEST_START + 2 * 3_600_000,
  ...part,
})
const look = (board: BoardSnapshot, card: string, part?: Partial<LookSource>): CardLook => {
  const found = cardLook(board, card, source(part))
  if (!found) throw new Error(`${card} is not there`)
  return found
}

describe('age', () => {
  it('has none before work starts, days from then on, and dots only where it is known what is usual', () => {
    const small = createSmallBoard()
    expect(look(small.board, 'c1').age).toBeUndefined()
    small.run(pullCard, { card: 'c1' })
    expect(look(small.board, 'c1').age).toEqual({ days: 1, dots: 0, isLate: false })
    const ageing = usual(small.board)
    expect(look(small.board, 'c1', { ageing }).age).toEqual({ days: 1, dots: 1, isLate: false })
    const now = TEST_START + 5 * DAY
    expect(look(small.board, 'c1', { ageing, now }).age).toEqual({ days: 6, dots: 4, isLate: true })
  })
  it('says how long a finished card took, and never that it is late', () => {
    const small = createSmallBoard()
    small.run(pullCard, { card: 'c1' })
    small.ann.wait(2 * DAY)
    small.run(moveCard, { card: 'c1', to: small.done })
    const finished = look(small.board, 'c1', { ageing: usual(small.board), now: TEST_START + 90 * DAY })
    expect(finished.isFinished).toBe(true)
    expect(finished.age).toEqual({ days: 3, dots: 0, isLate: false })
  })
})

describe('due', () => {
  const due = (day: string, finish = false) => {
    const small = createSmallBoard()
    small.run(editCard, { card: 'c1', due: day })
    if (finish) small.run(moveCard, { card: 'c1', to: small.done })
    return look(small.board, 'c1').due
  }
  it('is near from two days before, and past after its day', () => {
    expect(due('2026-03-05')).toMatchObject({ isNear: false })
    expect(due('2026-03-04')).toMatchObject({ isNear: true })
    expect(due('2026-03-02')?.words).toMatch(/^Due /)
    expect(due('2026-03-01')).toMatchObject({ isNear: true })
    expect(due('2026-03-01')?.words).toMatch(/^Was due /)
  })
  it('is no alarm on a finished card', () => {
    expect(due('2026-03-01', true)).toMatchObject({ isNear: false })
    expect(due('2026-03-01', true)?.words).toMatch(/^Due /)
  })
})

describe('blocked', () => {
  it('says since when and why, in words before the reason, until it is solved', () => {
    const small = createSmallBoard()
    small.run(pullCard, { card: 'c1' })
    const [, tool] = small.board.reasons
    small.run(raiseBlocker, { blocker: 'b1', card: 'c1', reason: tool?.id ?? '' })
    const raised = small.board.blockers.get('b1')?.at ?? 0
    const at = { now: raised + 28 * 3_600_000 }
    expect(look(small.board, 'c1', at).blocked).toBe('Blocked 1 d 4 h · Tool or machine')
    small.run(raiseBlocker, { blocker: 'b2', card: 'c2', reason: tool?.id ?? '', words: 'Crane out' })
    expect(look(small.board, 'c2', at).blocked).toContain('Crane out')
    small.run(clearBlocker, { blocker: 'b1' })
    expect(look(small.board, 'c1', at).blocked).toBeUndefined()
  })
  it('names safety before what stopped it earlier, and how many more there are', () => {
    const small = createSmallBoard()
    const [safety, tool] = small.board.reasons
    small.run(raiseBlocker, { blocker: 'b1', card: 'c1', reason: tool?.id ?? '' })
    small.ann.wait(3_600_000)
    small.run(raiseBlocker, { blocker: 'b2', card: 'c1', reason: safety?.id ?? '', words: 'Guard is open' })
    const at = { now: (small.board.blockers.get('b2')?.at ?? 0) + 28 * 3_600_000 }
    expect(look(small.board, 'c1', at).blocked).toBe('Blocked 1 d 4 h · Guard is open, and 1 more')
    small.run(clearBlocker, { blocker: 'b2' })
    expect(look(small.board, 'c1', at).blocked).toBe('Blocked 1 d 5 h · Tool or machine')
  })
  it('is silent where the reason is not known', () => {
    const small = createSmallBoard()
    small.run(raiseBlocker, { blocker: 'b1', card: 'c1', reason: 'gone' })
    expect(look(small.board, 'c1').blocked).toMatch(/^Blocked \w+ \d+ min$|^Blocked \d+ \w+$/)
  })
})

describe('people', () => {
  it('shows who is on it, guests of an import among them, and nobody who is only invited', () => {
    const small = createSmallBoard()
    small.document.apply([create(guestRows, 'guest-1', { name: 'Gus from elsewhere' })])
    small.run(addCard, { card: 'c9', title: 'Imported', people: ['guest-1'] } as never)
    small.run(pullCard, { card: 'c1' }, small.dee)
    expect(look(small.board, 'c1').people.map((person) => person.name)).toEqual(['Dee Rao'])
    small.run(inviteToCard, { card: 'c2', person: 'dee' })
    expect(look(small.board, 'c2').people).toEqual([])
  })
})

it('shows steps, tags and a rush', () => {
  const small = createSmallBoard()
  small.run(editCard, { card: 'c1', classOfService: 'expedite' })
  small.run(addChecklistItem, { card: 'c1', text: 'Measure' })
  small.run(tagCard, { card: 'c1', name: 'Press 3' })
  expect(look(small.board, 'c1')).toMatchObject({
    isRush: true,
    steps: { done: 0, of: 1 },
    tags: [{ name: 'Press 3', colour: undefined }],
  })
})

it('says so when two people pulled it', () => {
  const small = createSmallBoard()
  small.apart(
    (board) => pullCard.decide(board, { card: 'c1' }, small.ann),
    (board) => pullCard.decide(board, { card: 'c1' }, small.dee),
  )
  expect(look(small.board, 'c1').apart).toBe('Two people pulled it')
})

it('is the same look where another card was changed, and none where there is no card', () => {
  const small = createSmallBoard()
  const before = look(small.board, 'c1')
  small.run(editCard, { card: 'c2', title: 'Other' })
  expect(sameLook(before, look(small.board, 'c1'))).toBe(true)
  small.run(editCard, { card: 'c1', title: 'Other' })
  expect(sameLook(before, look(small.board, 'c1'))).toBe(false)
  expect(cardLook(small.board, 'none', source())).toBeUndefined()
})
