import { expect, it } from 'vitest'
import { archiveCard } from './commands/edit-card'
import { finishCard, moveCard } from './commands/move-card'
import { addLane } from './commands/structure-lanes'
import { laneShare } from './lane-share'
import { createSmallBoard } from './test-support/small-board'

it('counts what was finished in the time, and what of it in the lane, put away or not', () => {
  const small = createSmallBoard()
  small.run(addLane, { lane: 'rush', name: 'Rush', rest: 'Rest' })
  for (const card of ['c1', 'c2', 'c3']) {
    small.run(moveCard, { card, to: small.check, ...(card !== 'c3' && { lane: 'rush' }) })
    small.ann.wait(60_000)
    small.run(finishCard, { card })
  }
  const second = small.board.journeys.get('c2')?.finishedAt ?? 0
  small.run(archiveCard, { card: 'c2' })
  small.run(moveCard, { card: 'c4', to: small.check })
  expect(laneShare(small.board, 'rush', 0)).toEqual({ all: 3, ofLane: 2 })
  expect(laneShare(small.board, 'rush', second)).toEqual({ all: 2, ofLane: 1 })
})
