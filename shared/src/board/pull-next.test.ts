import { expect, it } from 'vitest'
import { answerBlocker, clearBlocker, raiseBlocker, reopenBlocker } from './commands/blockers'
import { addColumn, setLimit } from './commands/columns'
import { editCard, inviteToCard, leaveCard } from './commands/edit-card'
import { moveCard, pullCard } from './commands/move-card'
import { pullNext } from './commands/pull-next'
import { comingTo, firstAnswerAt, openSince } from './blockers'
import { dayFromIso } from './days'
import { choicesFor } from './pull-choices'
import { isAtOwnLimit, ownToFinish, proposeNext } from './pull-next'
import { createSmallBoard } from './test-support/small-board'

const situation = { today: dayFromIso('2026-03-02'), cycle: null }
const propose = (small: ReturnType<typeof createSmallBoard>, person = 'dee') =>
  proposeNext(small.board, person, situation)

it('a rush comes before a date at risk, and that before the one that waited longest', () => {
  const small = createSmallBoard()
  expect(propose(small)).toMatchObject({ act: 'pull', card: 'c1', into: small.doing, why: 'oldest' })
  small.run(editCard, { card: 'c3', due: '2026-04-30' })
  expect(propose(small)).toMatchObject({ card: 'c1', why: 'oldest' })
  small.run(editCard, { card: 'c3', due: '2026-03-05' })
  expect(propose(small)).toMatchObject({ card: 'c3', why: 'due-at-risk' })
  small.run(editCard, { card: 'c4', classOfService: 'expedite' })
  expect(propose(small)).toMatchObject({ card: 'c4', why: 'rush' })
})

it('what one step has finished is pulled on first, if the next has a slot', () => {
  const small = createSmallBoard()
  small.run(pullCard, { card: 'c1' })
  small.run(moveCard, { card: 'c1', to: small.doing, half: 'done' })
  expect(propose(small)).toMatchObject({ act: 'pull', card: 'c1', into: small.check, why: 'done-here' })
  small.run(setLimit, { column: small.check, limit: 1 })
  small.run(moveCard, { card: 'c2', to: small.check })
  expect(propose(small)).toMatchObject({ card: 'c3', why: 'oldest' })
})

it('a stopped card comes before new work until someone is coming', () => {
  const small = createSmallBoard()
  small.run(pullCard, { card: 'c1' })
  small.run(raiseBlocker, { blocker: 'b1', card: 'c1', reason: 'tool', words: 'Crane out' })
  expect(propose(small)).toMatchObject({ act: 'unblock', card: 'c1', blocker: 'b1', why: 'blocked' })
  expect(propose(small, 'ann')).toMatchObject({ card: 'c2', why: 'oldest' })
  small.run(pullNext, situation, small.dee)
  expect(propose(small, 'bo')).toMatchObject({ card: 'c2' })
  const blocker = small.board.blockers.get('b1')
  expect(blocker && comingTo(blocker)).toEqual(['dee'])
  expect(blocker && firstAnswerAt(blocker)).not.toBeNull()
})

it('with no free slot one helps to finish, the oldest first and not what is stopped', () => {
  const small = createSmallBoard()
  small.run(pullCard, { card: 'c1' })
  small.run(pullCard, { card: 'c2' })
  expect(propose(small)).toMatchObject({ act: 'help', card: 'c1', why: 'slots-full' })
  small.run(raiseBlocker, { blocker: 'b1', card: 'c1', reason: 'tool' }, small.dee)
  expect(propose(small)).toMatchObject({ act: 'help', card: 'c2' })
  small.run(pullNext, { ...situation, card: 'c2' }, small.dee)
  expect(small.board.cards.get('c2')?.people.dee).toMatchObject({ state: 'on' })
  expect(propose(small)).toBeNull()
  expect(small.run(pullNext, situation, small.dee)).toEqual({
    ok: false,
    error: { reason: 'nothing-to-pull' },
  })
})

it('does nothing when another card comes next than the one the button named', () => {
  const small = createSmallBoard()
  const refusal = small.run(pullNext, { ...situation, card: 'c2' }, small.dee)
  expect(refusal).toEqual({ ok: false, error: { reason: 'other-proposal' } })
})

it('a blocker is cleared and opened again, its clock anew; several stop one card', () => {
  const small = createSmallBoard()
  small.run(raiseBlocker, { blocker: 'b1', card: 'c1', reason: 'tool' })
  small.run(raiseBlocker, { blocker: 'b2', card: 'c1', reason: 'safety' })
  small.run(raiseBlocker, { blocker: 'b3', card: null, reason: 'safety' })
  expect(small.board.openBlockers.byCard.get('c1')).toEqual(['b1', 'b2'])
  expect(small.board.openBlockers.line).toEqual(['b3'])
  small.run(clearBlocker, { blocker: 'b1' })
  expect(small.board.openBlockers.all).toEqual(['b2', 'b3'])
  small.run(reopenBlocker, { blocker: 'b1' })
  expect(small.board.openBlockers.all).toEqual(['b2', 'b3', 'b1'])
  const blocker = small.board.blockers.get('b1')
  expect(blocker && openSince(blocker)).toBeGreaterThan(blocker?.at ?? Infinity)
  small.run(answerBlocker, { blocker: 'b1', answer: 'seen' }, small.dee)
  small.run(answerBlocker, { blocker: 'b1', answer: 'seen' }, small.dee)
  expect(Object.values(small.board.blockers.get('b1')?.answers ?? {})).toHaveLength(1)
})

it('of the cards one is on, the one nearest to done is to be finished first, then the oldest', () => {
  const small = createSmallBoard()
  expect(ownToFinish(small.board, 'dee')).toBeNull()
  small.run(pullCard, { card: 'c2' }, small.dee)
  small.dee.wait(60_000)
  small.run(pullCard, { card: 'c1' }, small.dee)
  expect(ownToFinish(small.board, 'dee')).toBe('c2')
  expect(ownToFinish(small.board, 'ann')).toBeNull()
  small.run(moveCard, { card: 'c1', to: small.check }, small.dee)
  expect(ownToFinish(small.board, 'dee')).toBe('c1')
  small.run(raiseBlocker, { blocker: 'b1', card: 'c1', reason: 'tool' })
  expect(ownToFinish(small.board, 'dee')).toBe('c2')
})

it('choices asked for again are the same, until the day, the usual time or the board is another', () => {
  const small = createSmallBoard()
  const choices = (most: number, asked = situation) =>
    choicesFor(small.board, small.doing, asked, most).map(({ card, why }) => `${card} ${why}`)
  small.run(editCard, { card: 'c2', due: '2026-03-20' })
  expect(choices(1)).toEqual(['c1 oldest'])
  expect(choices(3)).toEqual(['c1 oldest', 'c2 oldest', 'c3 oldest'])
  expect(choices(1)).toEqual(['c1 oldest'])
  expect(choices(1, { ...situation, today: dayFromIso('2026-03-18') })).toEqual(['c2 due-at-risk'])
  const cycle = { p50: 10, p70: 20, p85: 30, p95: 40, cards: 20 }
  expect(choicesFor(small.board, small.doing, { ...situation, cycle }, 1)[0]?.why).toBe('due-at-risk')
  small.run(editCard, { card: 'c4', classOfService: 'expedite' })
  expect(choices(2)).toEqual(['c4 rush', 'c1 oldest'])
})

it('what was started and left by everybody is helped with before new work begins', () => {
  const small = createSmallBoard()
  small.run(pullCard, { card: 'c1' })
  small.run(leaveCard, { card: 'c1' })
  expect(propose(small)).toMatchObject({ act: 'help', card: 'c1', why: 'nobody-on-it' })
  small.run(inviteToCard, { card: 'c1', person: 'bo' })
  expect(propose(small)).toMatchObject({ card: 'c2', why: 'oldest' })
})

it.each([
  ['the whole board', { kind: 'board', id: 'board' }, { act: 'help', card: 'c1', why: 'slots-full' }],
  ['a class', { kind: 'class', id: 'standard' }, { act: 'help', card: 'c1', why: 'slots-full' }],
  ['somebody else', { kind: 'person', id: 'ann' }, { act: 'pull', card: 'c2', why: 'oldest' }],
] as const)('a full limit of %s is respected', (_, scope, expected) => {
  const small = createSmallBoard()
  small.run(pullCard, { card: 'c1' })
  small.run(setLimit, { scope, limit: 1 })
  expect(propose(small)).toMatchObject(expected)
})

it('who is at their own limit is offered nothing new, and knows it', () => {
  const small = createSmallBoard()
  small.run(pullCard, { card: 'c1' }, small.dee)
  small.run(pullCard, { card: 'c2' })
  small.run(setLimit, { scope: { kind: 'person', id: 'dee' }, limit: 1 }, small.dee)
  expect(propose(small)).toBeNull()
  expect(isAtOwnLimit(small.board, 'dee')).toBe(true)
  expect(choicesFor(small.board, small.doing, situation, 2, 'dee')).toEqual([])
  expect(ownToFinish(small.board, 'dee')).toBe('c1')
  // What one of them has finished takes up no one's slot when it is pulled on by its own person.
  small.run(moveCard, { card: 'c1', to: small.doing, half: 'done' }, small.dee)
  expect(propose(small)).toMatchObject({ act: 'pull', card: 'c1', into: small.check, why: 'done-here' })
})

it('a rush is fetched from the list to choose from before the oldest that is ready', () => {
  const small = createSmallBoard()
  small.run(addColumn, { column: 'ready', name: 'Ready', after: small.todo, role: 'ready' })
  small.run(moveCard, { card: 'c1', to: 'ready' })
  expect(propose(small)).toMatchObject({ card: 'c1', into: small.doing, why: 'oldest' })
  small.run(editCard, { card: 'c3', classOfService: 'expedite' })
  expect(propose(small)).toMatchObject({ act: 'pull', card: 'c3', into: 'ready', why: 'rush' })
})
