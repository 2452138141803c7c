import { expect, it } from 'vitest'
import { createBoard } from './commands/columns'
import { addCard } from './commands/edit-card'
import { finishCard, pullCard } from './commands/move-card'
import { createDevice } from './test-support/seeded'
import { createTableDocument } from './test-support/table-document'

it('a new board has three columns, one limit, and cards that travel through it', () => {
  const ann = createDevice('ann')
  const board = createTableDocument()
  const setup = {
    key: 'PL',
    columns: ['To choose from', 'Doing', 'Done'],
    reasons: ['Safety', 'Tool'],
  } as const
  expect(board.run(createBoard, setup, ann).ok).toBe(true)
  expect(board.run(addCard, { card: 'one', title: ' Film  one changeover ' }, ann).ok).toBe(true)
  expect(board.snapshot.columns.map((column) => column.doing)).toEqual([['one'], [], []])
  board.run(pullCard, { card: 'one' }, ann)
  expect(board.snapshot.columns.map((column) => column.doing)).toEqual([[], ['one'], []])
  expect(board.snapshot.columns[1]).toMatchObject({ limit: 3, used: 1, free: 2, over: 0, role: 'active' })
  board.run(finishCard, { card: 'one' }, ann)
  expect(board.snapshot.journeys.get('one')?.entries.map((entry) => entry.kind)).toEqual([
    'added',
    'pulled',
    'finished',
  ])
  expect(board.snapshot.cards.get('one')?.title).toBe('Film one changeover')
  expect(board.rebuilt()).toMatchObject({ columns: board.snapshot.columns, cards: board.snapshot.cards })
})
