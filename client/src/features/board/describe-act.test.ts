import {
  addColumn,
  archiveCard,
  bulkArchive,
  editCard,
  moveColumn,
  pullCard,
  renameColumn,
  setLimit,
  setWhenFull,
} from '@yokoten/shared/board'
import type { BoardSnapshot } from '@yokoten/shared/board'
import { createSmallBoard } from '@yokoten/shared/board/test-support'
import { emptyTable } from '@yokoten/shared/kernel'
import type { Command } from '@yokoten/shared/kernel'
import { expect, it } from 'vitest'
import { describeAct } from './describe-act'

const small = createSmallBoard()
function described<A, R>(command: Command<BoardSnapshot, A, R>, args: A) {
  const changes = command.decide(small.board, args, small.ann)
  if (!changes.ok) throw new Error('refused')
  return describeAct(small.board, emptyTable(), command.name, changes.value)
}

it('says a limit as what it was and what it would be', () => {
  expect(described(setLimit, { column: small.doing, limit: 5 })).toEqual({
    title: 'Raise the limit of Doing from 2 to 5',
    lines: [{ what: 'Limit, Doing', before: '2', after: '5' }],
  })
  expect(described(setLimit, { column: small.doing, limit: 1 }).title).toBe(
    'Lower the limit of Doing from 2 to 1',
  )
  expect(described(setLimit, { column: small.doing, limit: null })).toEqual({
    title: 'Take the limit of Doing away',
    lines: [{ what: 'Limit, Doing', before: '2', after: 'no limit' }],
  })
})

it('names cards, columns and many of them', () => {
  expect(described(pullCard, { card: 'c1', why: 'Now' }).title).toMatch(/^Pull .+ into Doing$/)
  small.run(pullCard, { card: 'c2' })
  small.run(pullCard, { card: 'c3' }, small.dee)
  expect(described(pullCard, { card: 'c1', why: 'Now' }).title).toMatch(
    /^Bring .+ into Doing, over its limit$/,
  )
  expect(described(archiveCard, { card: 'c1' }).title).toMatch(/^Archive /)
  expect(described(bulkArchive.command, { cards: ['c1', 'c4'] }).title).toBe('Archiving cards: 2 cards')
  expect(described(editCard, { card: 'c1', classOfService: 'expedite' }).lines).toMatchObject([
    { before: 'Standard', after: 'Rush' },
  ])
  expect(described(addColumn, { name: 'Review' }).title).toBe('Add the column Review')
  expect(described(renameColumn, { column: small.doing, name: 'Set up' })).toEqual({
    title: 'Rename Doing to Set up',
    lines: [{ what: 'Column', before: 'Doing', after: 'Set up' }],
  })
  expect(described(setWhenFull, { whenFull: 'forbidden' }).lines).toMatchObject([
    { after: 'Nobody may pull into it' },
  ])
})

it('says what kind of act it is where there is nothing to compare', () => {
  expect(described(moveColumn, { column: small.doing, after: null })).toEqual({
    title: 'Moving a column',
    lines: [],
  })
})
