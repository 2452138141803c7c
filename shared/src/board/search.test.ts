import { expect, it } from 'vitest'
import { create, put } from '../kernel'
import { raiseBlocker } from './commands/blockers'
import { addComment } from './commands/card-comments'
import { addChecklistItem, tagCard } from './commands/card-parts'
import { archiveCard, editCard, joinCard } from './commands/edit-card'
import { cardRows } from './records'
import { EMPTY_FILTER } from './filter'
import { cardSpoken, createCardSearch, foldWords, searchCards } from './search'
import { normaliseSpoken, spokenId, spokenOf } from './spoken-ids'
import { createSmallBoard } from './test-support/small-board'

const cardsOf = (small: ReturnType<typeof createSmallBoard>, question: string) =>
  searchCards(small.board, question, {
    personName: (person) => ({ dee: 'Deé Roth' })[person],
    prose: (card) => (card === 'c4' ? foldWords('Torque wrench in the drawer') : undefined),
  }).map((found) => [found.card, found.where])

it('finds by title, tag, person, checklist and description, whatever the case and accents', () => {
  const small = createSmallBoard()
  small.run(editCard, { card: 'c1', title: 'Farbe der Schläuche prüfen' })
  small.run(tagCard, { card: 'c2', name: 'Press 3' })
  small.run(joinCard, { card: 'c2' }, small.dee)
  small.run(addChecklistItem, { card: 'c3', text: 'Bolts counted' })
  expect(cardsOf(small, 'SCHLAUCHE farbe')).toEqual([['c1', 'title']])
  expect(cardsOf(small, 'press dee')).toEqual([['c2', 'person']])
  expect(cardsOf(small, 'bolts')).toEqual([['c3', 'checklist']])
  expect(cardsOf(small, 'wrench')).toEqual([['c4', 'prose']])
  expect(cardsOf(small, 'press wrench')).toEqual([])
  expect(cardsOf(small, '  ')).toEqual([])
})

it('finds by fields, addresses, comments and what stopped it, and by an id with blanks', () => {
  const small = createSmallBoard()
  small.document.apply([
    put(cardRows, 'c1', 'fields', 'f1', 'Supplier Okonkwo'),
    put(cardRows, 'c2', 'web', 'w1', { url: 'https://example.org/die', name: 'Drawing', by: 'ann', at: 1 }),
  ])
  small.run(addComment, { card: 'c3', words: 'Ask the tool room' })
  small.run(raiseBlocker, { card: 'c4', reason: small.board.reasons[0]?.id ?? '', words: 'Guard bent' })
  expect(cardsOf(small, 'okonkwo')).toEqual([['c1', 'field']])
  expect(cardsOf(small, 'example.org')).toEqual([['c2', 'field']])
  expect(cardsOf(small, 'tool room')).toEqual([['c3', 'comment']])
  expect(cardsOf(small, 'safety guard')).toEqual([['c4', 'blocker']])
  const spoken = spokenId(small.board, 'c2').replace('PL-', '')
  expect(cardsOf(small, `${spoken.slice(0, 3)} ${spoken.slice(3)}`.toLowerCase())).toEqual([['c2', 'id']])
})

it('comes to the same however often it is stopped', () => {
  const small = createSmallBoard()
  small.document.apply(
    Array.from({ length: 300 }, (_, n) => create(cardRows, `m${n}`, { title: `Bolt ${n % 7}` })),
  )
  const search = createCardSearch(small.board, { ...EMPTY_FILTER, words: 'bolt 3' })
  let steps = 1
  while (!search.go(() => true)) steps++
  expect(steps).toBeGreaterThan(5)
  const whole = searchCards(small.board, 'bolt 3').map((found) => found.card)
  expect(search.found.map((found) => found.card).sort()).toEqual([...whole].sort())
  expect(whole).toHaveLength(43)
})

it('shows what is put away last', () => {
  const small = createSmallBoard()
  small.run(archiveCard, { card: 'c1' })
  expect(cardsOf(small, 'card').map(([card]) => card)).toEqual(['c2', 'c3', 'c4', 'c1'])
})

it('an id can be said, typed and found; where two begin alike the greater one shows more', () => {
  const small = createSmallBoard()
  const spoken = ['7K3QF2AA', '7K3QF2AB', '7K3QF2AA'].map((id, i) =>
    create(cardRows, `x${i}`, { spoken: id }),
  )
  small.document.apply(spoken)
  const shown = ['x0', 'x1', 'x2'].map((card) => spokenId(small.board, card))
  expect(shown).toEqual(['PL-7K3QF2', 'PL-7K3QF2A', 'PL-7K3QF2AA'])
  expect(shown.map((id) => cardSpoken(small.board, id))).toEqual(['x0', 'x1', 'x2'])
  expect(cardSpoken(small.board, '7k3 qf2')).toBe('x0')
  expect(normaliseSpoken('o-il7u')).toBe('0117V')
  expect(
    cardsOf(small, 'pl-7k3q')
      .map(([card]) => card)
      .sort(),
  ).toEqual(['x0', 'x1', 'x2'])
  const own = small.board.cards.get('c1')
  expect(own && cardSpoken(small.board, spokenId(small.board, 'c1'))).toBe('c1')
})

it('a card without a valid spoken id gets the same one everywhere', () => {
  expect(spokenOf({ id: 'abc', spoken: '' })).toBe(spokenOf({ id: 'abc', spoken: '' }))
  expect(spokenOf({ id: 'abc', spoken: '' })).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/)
  expect(spokenOf({ id: 'abc', spoken: '' })).not.toBe(spokenOf({ id: 'abd', spoken: '' }))
})
