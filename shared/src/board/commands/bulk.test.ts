import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createSmallBoard } from '../test-support/small-board'
import { bulkArchive, bulkClass, bulkInvite, bulkMove, bulkTag } from './bulk'
import { setWhenFull } from './columns'
import { archiveCard } from './edit-card'

const cards = ['c1', 'c2', 'c3', 'c4']

it('moves as many as there are slots, says which did not fit, and foresees just that', () => {
  const small = createSmallBoard()
  small.run(setWhenFull, { whenFull: 'forbidden', why: '' })
  small.run(archiveCard, { card: 'c2' })
  const args = { cards: [...cards, 'c1', 'nothing'], to: small.doing }
  const foreseen = bulkMove.foresee(small.board, args, 'ann')
  expect(foreseen.done).toEqual(['c1', 'c3'])
  expect(foreseen.refused.map(({ card, why }) => [card, why.reason])).toEqual([
    ['c2', 'card-archived'],
    ['c4', 'column-full'],
    ['nothing', 'card-gone'],
  ])
  small.run(bulkMove.command, args)
  expect(small.board.columnsById.get(small.doing)?.doing).toEqual(['c1', 'c3'])
  expect(small.document.rebuilt().columns).toEqual(small.board.columns)
})
it('asks why where the team lets a full column be entered with a reason, and keeps it on those that needed it', () => {
  const small = createSmallBoard()
  small.run(setWhenFull, { whenFull: 'with-reason', why: '' })
  const args = { cards, to: small.doing }
  expect(bulkMove.foresee(small.board, args, 'ann').refused.map(({ why }) => why.reason)).toEqual([
    'why-needed',
    'why-needed',
  ])
  small.run(bulkMove.command, { ...args, why: 'Press is down' })
  expect(cards.map((card) => small.board.journeys.get(card)?.last.why)).toEqual([
    undefined,
    undefined,
    'Press is down',
    'Press is down',
  ])
})
it('is refused as a whole where nothing can be done', () => {
  const small = createSmallBoard()
  expect(small.run(bulkMove.command, { cards: ['no'], to: small.doing })).toMatchObject({
    error: { reason: 'card-gone' },
  })
  expect(small.run(bulkMove.command, { cards, to: 'no' })).toMatchObject({ error: { reason: 'column-gone' } })
})
it('makes a new tag once, and passes over what is already so', () => {
  const small = createSmallBoard()
  small.run(bulkTag.command, { cards: ['c1', 'c2'], name: 'Press 3' })
  expect(small.board.tags.size).toBe(1)
  const again = bulkTag.foresee(small.board, { cards: ['c2', 'c3'], name: 'press 3' }, 'ann')
  expect(again).toEqual({ done: ['c3'], same: ['c2'], refused: [] })
  small.run(bulkInvite.command, { cards: ['c1', 'c2'], person: 'dee' })
  expect(small.board.cards.get('c2')?.people.dee?.state).toBe('invited')
  small.run(bulkClass.command, { cards: ['c1', 'c2'], classOfService: 'expedite' })
  expect(bulkClass.foresee(small.board, { cards, classOfService: 'expedite' }, 'ann').done).toEqual([
    'c3',
    'c4',
  ])
  small.run(bulkArchive.command, { cards: ['c1', 'c2'] })
  expect(small.board.archivedCards).toEqual(['c1', 'c2'])
})
it('comes to the same as foreseen, wherever and in whatever order the cards stand', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ cards: fc.subarray([...cards, 'gone']), to: fc.nat(3) }), { maxLength: 6 }),
      (moves) => {
        const small = createSmallBoard()
        small.run(setWhenFull, { whenFull: 'forbidden', why: '' })
        const columns = [small.todo, small.doing, small.check, small.done]
        for (const { cards: some, to } of moves) {
          const args = { cards: some, to: columns[to] as string }
          const foreseen = bulkMove.foresee(small.board, args, 'ann')
          const before = small.board
          small.run(bulkMove.command, args)
          const changed = cards.filter((card) => small.board.journeys.get(card) !== before.journeys.get(card))
          expect(changed.sort()).toEqual([...foreseen.done].sort())
          expect(small.board.brokenLimits).toEqual([])
        }
      },
    ),
    { numRuns: 60 },
  )
})
