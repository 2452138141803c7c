import {
  addComment,
  addType,
  createCalendar,
  editCard,
  linkCards,
  moveCard,
  pullCard,
} from '@yokoten/shared/board'
import type { Ageing } from '@yokoten/shared/board'
import { createSmallBoard } from '@yokoten/shared/board/test-support'
import { describe, expect, it } from 'vitest'
import { cardTies, riskWords } from './card-ties'

const nameOf = (person: string) => (person === 'ann' ? 'Ann' : 'Dee')
function ties(small: ReturnType<typeof createSmallBoard>, card: string, me?: string) {
  const row = small.board.cards.get(card)
  if (!row) throw new Error('not there')
  return cardTies(small.board, row, me, nameOf)
}

it('a plain card says none of it', () => {
  expect(ties(createSmallBoard(), 'c1', 'ann')).toEqual({
    type: undefined,
    size: undefined,
    comments: 0,
    partOf: undefined,
    parts: undefined,
    waits: undefined,
    isInCircle: false,
    call: undefined,
  })
})

it('says its type, size, comments and links', () => {
  const small = createSmallBoard()
  small.run(addType, { type: 'bug', name: 'Bug', colour: 'red_dark' })
  small.run(editCard, { card: 'c1', type: 'bug', size: 0 })
  small.run(addComment, { card: 'c1', words: 'Look' })
  for (const from of ['c2', 'c3']) small.run(linkCards, { from, kind: 'blocks', to: 'c1' })
  small.run(linkCards, { from: 'c1', kind: 'parent', to: 'c4' })
  expect(ties(small, 'c1')).toMatchObject({ type: { name: 'Bug', colour: 'red' }, size: 0, comments: 1 })
  expect(ties(small, 'c1').waits).toMatch(/^Waits for PL-\w{6} \+1$/)
  expect(ties(small, 'c1').partOf).toMatch(/^Part of PL-\w{6}$/)
  expect(ties(small, 'c4').parts).toEqual({ done: 0, all: 1 })
  for (const card of ['c2', 'c3']) small.run(moveCard, { card, to: small.done })
  expect(ties(small, 'c1').waits).toBeUndefined()
})

it('says so when two people closed a circle, and who calls whom', () => {
  const small = createSmallBoard()
  small.apart(
    (board) => linkCards.decide(board, { from: 'c1', kind: 'parent', to: 'c2' }, small.ann),
    (board) => linkCards.decide(board, { from: 'c2', kind: 'parent', to: 'c1' }, small.dee),
  )
  expect(ties(small, 'c1').isInCircle).toBe(true)
  expect(ties(small, 'c3').isInCircle).toBe(false)
  small.run(addComment, { card: 'c3', words: '@Dee', mentions: ['dee'] })
  expect(ties(small, 'c3', 'dee').call).toBe('Ann calls you')
  expect(ties(small, 'c3', 'ann').call).toBeUndefined()
})

describe('a due date', () => {
  const ageing: Ageing = { bands: new Map(), cycle: { p50: 2, p70: 3, p85: 5, p95: 8, cards: 20 } }
  const words = (due: string, day: string, isStarted = false) => {
    const small = createSmallBoard()
    small.run(editCard, { card: 'c1', due })
    if (isStarted) small.run(pullCard, { card: 'c1' })
    const row = small.board.cards.get('c1')
    if (!row) throw new Error('not there')
    const now = Date.parse(`${day}T12:00:00Z`)
    return riskWords(small.board, row, { ageing, calendar: createCalendar('UTC'), now })
  }
  it('says by when work must start, as soon as that is near', () => {
    expect(words('2026-03-20', '2026-03-13')).toBeUndefined()
    expect(words('2026-03-20', '2026-03-14')).toMatch(/^Start by /)
    expect(words('2026-03-20', '2026-03-16')).toBe('Start today')
    expect(words('2026-03-20', '2026-03-17')).toMatch(/^Should have started /)
    expect(words('2026-03-20', '2026-03-21')).toBeUndefined()
  })
  it('says of running work only that it may be late', () => {
    expect(words('2026-03-04', '2026-03-03', true)).toBe('May be late')
    expect(words('2026-03-20', '2026-03-03', true)).toBeUndefined()
  })
})
