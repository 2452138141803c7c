import { editCard, moveCard, setLimit, tagCard } from '@yokoten/shared/board'
import type { BoardSnapshot } from '@yokoten/shared/board'
import { createSmallBoard } from '@yokoten/shared/board/test-support'
import { spokenId } from '@yokoten/shared/board'
import { expect, it } from 'vitest'
import type { ActWrite } from '../../session/api'
import { bulkWords } from './finding/bulk-acts'
import { didWords, outcomeWords, undoLabel } from './undo-words'

const small = createSmallBoard()
const card = spokenId(small.board, 'c1')
const write = (collection: string, id: string, more: Partial<ActWrite> = {}): ActWrite => ({
  collection,
  id,
  name: '',
  member: '',
  ...more,
})
const lastMove = (board: BoardSnapshot) => write('journey', board.journeys.get('c1')?.last.id ?? '')

it('names the act by the card and the place, the limit and the tag', () => {
  small.run(moveCard, { card: 'c1', to: small.doing })
  const moved = [lastMove(small.board), write('cards', 'c1', { name: 'people', member: 'ann' })]
  expect(undoLabel('undo', small.board, 'board.moveCard', moved)).toBe(`Undo: pulled ${card} into Doing`)
  small.run(setLimit, { column: small.doing, limit: 3, why: '' })
  const setting = small.board.basis.tables.settings.ids().find((id) => {
    const entry = small.board.basis.tables.settings.get(id)
    return entry?.what === 'limit' && entry.value === 3
  })
  expect(didWords(small.board, 'board.setLimit', [write('settings', setting ?? '')])).toBe(
    'changed the limit of Doing',
  )
  small.run(tagCard, { card: 'c1', name: 'Press 3' })
  const tag = Object.keys(small.board.cards.get('c1')?.tags ?? {})[0] ?? ''
  const tagged = [write('cards', 'c1', { name: 'tags', member: tag })]
  expect(didWords(small.board, 'board.tagCard', tagged)).toBe(`tagged ${card} Press 3`)
  small.run(editCard, { card: 'c1', title: 'Other' })
  const edited = [write('cards', 'c1', { name: 'title' })]
  expect(didWords(small.board, 'board.editCard', edited)).toBe(`changing a card, ${card}`)
  expect(undoLabel('redo', small.board, undefined, [])).toBe('Redo')
})
it('says who built on it since', () => {
  const own = lastMove(small.board)
  small.run(moveCard, { card: 'c1', to: small.check }, small.dee)
  const nameOf = (person: string) => ({ dee: 'Dee', ann: 'Ann' })[person]
  const source = { board: small.board, writes: [own], nameOf }
  const did = didWords(small.board, 'board.moveCard', [own])
  expect(outcomeWords('undo', { done: false, reason: 'superseded' }, did, source)).toBe(
    `Not undone: pulled ${card} into Doing. Dee has moved ${card} on since.`,
  )
  const title = { ...source, writes: [write('cards', 'c1', { name: 'title' })] }
  const changed = { done: false, reason: 'changed', by: 'dee' } as const
  expect(outcomeWords('undo', changed, 'changing a card', title)).toBe(
    'Not undone: changing a card. Dee has changed it since.',
  )
  expect(outcomeWords('undo', { ...changed, by: undefined }, 'changing a card', title)).toContain('Somebody')
  expect(outcomeWords('undo', { done: true, command: 'board.moveCard' }, did, source)).toBe(`Undone: ${did}.`)
})
it('says how many were done, and which were not and why', () => {
  const gone = { reason: 'card-gone' } as const
  const refused = [{ card: 'c2', why: gone }]
  expect(bulkWords(small.board, '2 cards archived.', { done: ['c1', 'c3'], same: ['c4'], refused })).toBe(
    `2 cards archived. 1 was so already. Not ${spokenId(small.board, 'c2')}: This card is not here any more.`,
  )
  expect(bulkWords(small.board, '', { done: [], same: ['c4'], refused: [] })).toMatch(/^Nothing changed/)
})
