import { expect, it } from 'vitest'
import { append } from '../kernel'
import { historyOf } from './card-history'
import { clearBlocker, raiseBlocker } from './commands/blockers'
import { addChecklistItem, checkItem } from './commands/card-parts'
import { addComment } from './commands/card-comments'
import { inviteToCard } from './commands/edit-card'
import { moveCard, pullCard } from './commands/move-card'
import { resolveDoublePull } from './commands/settle-conflict'
import { journeyLog } from './records'
import { createSmallBoard } from './test-support/small-board'

const kinds = (small: ReturnType<typeof createSmallBoard>, card = 'c1') =>
  historyOf(small.board, card).map((item) =>
    item.kind === 'step' ? `${item.entry.kind} ${item.standing}` : item.kind,
  )

it('tells everything that is known, in order, and a pull only once', () => {
  const small = createSmallBoard()
  small.run(pullCard, { card: 'c1', into: small.doing })
  small.run(inviteToCard, { card: 'c1', person: 'dee' })
  small.run(addChecklistItem, { card: 'c1', text: 'Bolts counted', item: 'i1' })
  small.run(checkItem, { card: 'c1', item: 'i1', checked: true })
  small.run(addComment, { card: 'c1', words: 'Nearly there' })
  small.run(raiseBlocker, { card: 'c1', reason: small.board.reasons[0]?.id ?? '', words: 'No bolts' })
  const [blocker = ''] = small.board.openBlockers.byCard.get('c1') ?? []
  small.run(clearBlocker, { blocker })
  expect(kinds(small)).toEqual([
    'added stands',
    'pulled stands',
    'invited',
    'ticked',
    'comment',
    'raised',
    'cleared',
  ])
  const items = historyOf(small.board, 'c1')
  expect(items.every(({ at }, index) => index === 0 || at >= (items[index - 1]?.at ?? 0))).toBe(true)
  expect(historyOf(small.board, 'no such card')).toEqual([])
})
it('shows a conflict as open until it is settled, and then which claim stood', () => {
  const small = createSmallBoard()
  small.apart(
    (board) => pullCard.decide(board, { card: 'c1', into: small.doing }, small.ann),
    (board) => pullCard.decide(board, { card: 'c1', into: small.check }, small.dee),
  )
  expect(kinds(small)).toEqual(['added stands', 'pulled open', 'pulled open'])
  small.run(resolveDoublePull, { card: 'c1', keep: { person: 'ann' } }, small.dee)
  expect(kinds(small).filter((kind) => kind.endsWith('open'))).toEqual([])
  expect(kinds(small).at(-1)).toBe('settled stands')
  expect(kinds(small).filter((kind) => kind === 'pulled beside')).toHaveLength(1)
})
it('marks a move that was taken back', () => {
  const small = createSmallBoard()
  small.run(moveCard, { card: 'c1', to: small.doing })
  const { last, entries } = small.board.journeys.get('c1') ?? {}
  if (!last || !entries?.[0]) throw new Error('no move')
  const back = { card: 'c1', parents: [last.id], to: entries[0].to, kind: 'undone', by: 'ann' } as const
  small.document.apply([append(journeyLog, 'u1', { ...back, ...small.ann.stamp() })])
  expect(kinds(small)).toEqual(['added stands', 'pulled undone', 'undone stands'])
})
