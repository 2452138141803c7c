// @vitest-environment happy-dom
import {
  addField,
  addType,
  archiveField,
  archiveType,
  editCard,
  historyOf,
  setField,
} from '@yokoten/shared/board'
import { createSmallBoard } from '@yokoten/shared/board/test-support'
import { expect, it } from 'vitest'
import { editWords } from './edit-words'

const LATER = 11 * 60_000

it('says who changed what from what to what, in the words of the screen', () => {
  const small = createSmallBoard()
  small.run(addType, { type: 't', name: 'Bug', colour: 'red' })
  small.run(addField, { field: 'f', name: 'Paid', kind: 'yes-no', type: null })
  small.run(editCard, { card: 'c1', title: 'Bolts', due: '2026-12-03', size: 3, type: 't' })
  small.run(setField, { card: 'c1', field: 'f', value: true })
  small.ann.wait(LATER)
  small.run(editCard, { card: 'c1', due: '2026-12-10', size: null, classOfService: 'expedite', type: null })
  small.run(setField, { card: 'c1', field: 'f', value: null })
  small.run(archiveType, { type: 't' })
  small.run(archiveField, { field: 'f' })
  const said = historyOf(small.board, 'c1').flatMap((item) =>
    item.kind === 'edited' ? editWords(small.board, 'Ann', item) : [],
  )
  expect(said.sort()).toEqual(
    [
      'Ann changed the title from “Card c1” to “Bolts”',
      'Ann set the due date to “Thu, Dec 3”',
      'Ann set the size to “3”',
      'Ann set the type to “Bug”',
      'Ann set Paid to “Yes”',
      'Ann changed the due date from “Thu, Dec 3” to “Thu, Dec 10”',
      'Ann took out the size, which was “3”',
      'Ann changed the class from “Standard” to “Rush”',
      'Ann took out the type, which was “Bug”',
      'Ann took out Paid, which was “Yes”',
    ].sort(),
  )
})
it('says of long words whose beginning is the same that the rest was changed', () => {
  const small = createSmallBoard()
  const edited = { field: 'title', was: 'a…', value: 'a…' }
  expect(editWords(small.board, 'Ann', edited)).toBe('Ann changed the end of the title')
})
