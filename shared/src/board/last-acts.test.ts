import { expect, it } from 'vitest'
import { raiseBlocker } from './commands/blockers'
import { pullCard } from './commands/move-card'
import { lastActsOn } from './last-acts'
import { createSmallBoard } from './test-support'

it('knows the last act of each person, and believes no date that is still to come', () => {
  const small = createSmallBoard()
  small.run(pullCard, { card: 'c1' })
  small.run(raiseBlocker, { card: 'c1', reason: '' }, small.dee)
  const acts = lastActsOn(small.board, Number.MAX_SAFE_INTEGER)
  const journey = small.board.journeys.get('c1')
  expect(acts.get('ann')).toBe(journey?.last.at)
  expect(acts.get('dee')).toBe([...small.board.blockers.values()][0]?.at)
  expect([...lastActsOn(small.board, 5).values()].every((at) => at === 5)).toBe(true)
})
