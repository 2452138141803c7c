import { expect, it } from 'vitest'
import { createSmallBoard } from '../test-support/small-board'
import { addView, changeView, removeView, renameView } from './views'

it('gives a filter a name, keeps the order, and takes it away again', () => {
  const small = createSmallBoard()
  small.run(addView, { view: 'v1', name: '  Press 3 ', filter: '?card=c1&q=bolt&nonsense=1' })
  small.run(addView, { view: 'v2', name: 'Dee', filter: 'who=dee' }, small.dee)
  expect(small.board.views.map(({ name, filter, by }) => [name, filter, by])).toEqual([
    ['Press 3', 'q=bolt', 'ann'],
    ['Dee', 'who=dee', 'dee'],
  ])
  small.run(renameView, { view: 'v1', name: 'Bolts' })
  small.run(changeView, { view: 'v1', filter: 'q=bolts&blocked=1' })
  expect(small.board.views[0]).toMatchObject({ name: 'Bolts', filter: 'q=bolts&blocked=1' })
  const before = small.board
  small.run(removeView, { view: 'v1' })
  expect(small.board.views.map((view) => view.id)).toEqual(['v2'])
  expect(small.board.columns).toBe(before.columns)
  expect(small.document.rebuilt().views).toEqual(small.board.views)
})
it('says what is wrong with a name or a view', () => {
  const small = createSmallBoard()
  expect(small.run(addView, { name: ' ', filter: '' })).toMatchObject({ error: { reason: 'empty-words' } })
  expect(small.run(renameView, { view: 'no', name: 'x' })).toMatchObject({ error: { reason: 'view-gone' } })
  expect(small.run(changeView, { view: 'no', filter: '' })).toMatchObject({ error: { reason: 'view-gone' } })
  expect(small.run(removeView, { view: 'no' })).toMatchObject({ error: { reason: 'view-gone' } })
})
