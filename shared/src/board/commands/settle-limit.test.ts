import { describe, expect, it } from 'vitest'
import { createSmallBoard } from '../test-support/small-board'
import { handBack, moveCard, pullCard } from './move-card'
import { setLimit } from './columns'
import { resolveDoublePull } from './settle-conflict'
import { keepBrokenLimit, raiseBrokenLimit } from './settle-limit'

/** Two slots, one taken; both people saw the other one free. */
function broken() {
  const small = createSmallBoard()
  small.run(pullCard, { card: 'c1' })
  small.apart(
    (board) => pullCard.decide(board, { card: 'c2' }, small.ann),
    (board) => pullCard.decide(board, { card: 'c3' }, small.dee),
  )
  return { small, scope: { kind: 'column', id: small.doing } as const }
}
const outcomes = (small: ReturnType<typeof createSmallBoard>, card: string) =>
  small.board.journeys
    .get(card)
    ?.entries.flatMap(({ outcome, by, why }) => (outcome ? [[outcome, by, why]] : []))

describe('a limit broken by a merge, talked over', () => {
  it('is raised, and both cards keep who did it', () => {
    const { small, scope } = broken()
    expect(small.board.brokenLimits).toHaveLength(1)
    small.run(raiseBrokenLimit, { scope, why: 'Busy week' }, small.dee)
    expect(small.board.columnsById.get(small.doing)).toMatchObject({ limit: 3, over: 0 })
    expect(small.board.brokenLimits).toEqual([])
    for (const card of ['c2', 'c3']) expect(outcomes(small, card)).toEqual([['raised', 'dee', 'Busy week']])
    expect(outcomes(small, 'c1')).toEqual([])
    expect(small.board.journeys.get('c2')?.column).toBe(small.doing)
  })

  it('is kept for once with a reason, or one card goes back', () => {
    const { small, scope } = broken()
    expect(small.run(keepBrokenLimit, { scope, why: ' ' })).toMatchObject({
      error: { reason: 'empty-words' },
    })
    small.run(keepBrokenLimit, { scope, why: 'Last day' })
    expect(small.board.brokenLimits).toEqual([])
    expect(outcomes(small, 'c3')).toEqual([['kept', 'ann', 'Last day']])
    expect(small.run(keepBrokenLimit, { scope, why: 'x' })).toMatchObject({
      error: { reason: 'no-conflict' },
    })

    const other = broken().small
    other.run(handBack, { card: 'c3' })
    expect(other.board.journeys.get('c3')).toMatchObject({ column: other.todo })
    expect(outcomes(other, 'c3')).toEqual([['handed-back', 'ann', undefined]])
    expect(other.board.brokenLimits).toEqual([])
  })

  it('of the whole board is talked over too', () => {
    const small = createSmallBoard()
    const scope = { kind: 'board', id: 'board' } as const
    small.run(setLimit, { scope, limit: 1 })
    small.apart(
      (board) => pullCard.decide(board, { card: 'c2' }, small.ann),
      (board) => pullCard.decide(board, { card: 'c3' }, small.dee),
    )
    expect(small.board.brokenLimits).toMatchObject([{ scope, column: null, used: 2, limit: 1 }])
    small.run(raiseBrokenLimit, { scope })
    expect(small.board.brokenLimits).toEqual([])
  })

  it('what is noted on a card makes no dispute with somebody who moves it meanwhile', () => {
    const { small, scope } = broken()
    small.apart(
      (board) => raiseBrokenLimit.decide(board, { scope }, small.ann),
      (board) => moveCard.decide(board, { card: 'c3', to: small.check }, small.dee),
    )
    expect(small.board.journeys.get('c3')).toMatchObject({ column: small.check, conflict: null })
    expect(small.board.conflicts).toEqual([])
  })
})

it('who keeps a card that two people pulled is kept with who decided it', () => {
  const pulled = () => {
    const small = createSmallBoard()
    small.apart(
      (board) => pullCard.decide(board, { card: 'c1' }, small.ann),
      (board) => pullCard.decide(board, { card: 'c1' }, small.dee),
    )
    return small
  }
  const one = pulled()
  one.run(resolveDoublePull, { card: 'c1', keep: { person: 'dee' } })
  expect(one.board.journeys.get('c1')?.last).toMatchObject({ outcome: 'keeps', with: 'dee', by: 'ann' })
  const other = pulled()
  other.run(resolveDoublePull, { card: 'c1', keep: 'pair' }, other.dee)
  expect(other.board.journeys.get('c1')?.last).toMatchObject({ outcome: 'pair', by: 'dee' })
})
