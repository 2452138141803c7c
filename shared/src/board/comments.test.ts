import { expect, it } from 'vitest'
import { addComment, editComment, seeMentions, withdrawComment } from './commands/card-comments'
import { commentCount, commentsOn, openMentions } from './comments'
import { createSmallBoard } from './test-support/small-board'
import type { BoardSnapshot } from './snapshot'

const words = (board: BoardSnapshot) => commentsOn(board, 'c1').map((one) => one.words)
const called = (board: BoardSnapshot, person = 'dee') => openMentions(board, person).map((one) => one.card)

it('stand in the order in which they were said, corrected and withdrawn by their own writer alone', () => {
  const small = createSmallBoard()
  small.run(addComment, { card: 'c1', words: 'Frist' })
  small.run(addComment, { card: 'c1', words: 'Second' }, small.dee)
  const [first = '', second = ''] = commentsOn(small.board, 'c1').map((one) => one.id)
  small.run(editComment, { card: 'c1', comment: first, words: ' First ' })
  expect(words(small.board)).toEqual(['First', 'Second'])
  expect(commentsOn(small.board, 'c1')[0]?.changedAt).not.toBeNull()
  expect(small.run(editComment, { card: 'c1', comment: second, words: 'Mine' })).toMatchObject({
    error: { reason: 'not-your-words' },
  })
  small.run(withdrawComment, { card: 'c1', comment: first })
  expect(words(small.board)).toEqual(['Second'])
  expect(commentCount(small.board, 'c1')).toBe(1)
  expect(small.run(withdrawComment, { card: 'c1', comment: first })).toMatchObject({
    error: { reason: 'comment-gone' },
  })
})

it('a call stays open until the person has seen it or answered', () => {
  const small = createSmallBoard()
  small.run(addComment, { card: 'c1', words: '@Dee please look', mentions: ['dee', 'dee'] })
  expect(called(small.board)).toEqual(['c1'])
  expect(called(small.board, 'ann')).toEqual([])
  small.run(seeMentions, { card: 'c1' }, small.dee)
  expect(called(small.board)).toEqual([])
  expect(seeMentions.decide(small.board, { card: 'c1' }, small.dee)).toEqual({ ok: true, value: [] })
  small.ann.wait(7_200_000)
  small.run(addComment, { card: 'c1', words: '@Dee again', mentions: ['dee'] })
  small.run(addComment, { card: 'c2', words: '@Dee here too', mentions: ['dee'] })
  expect(called(small.board)).toEqual(['c2', 'c1'])
  small.dee.wait(14_400_000)
  small.run(addComment, { card: 'c1', words: 'Done' }, small.dee)
  expect(called(small.board)).toEqual(['c2'])
})

it('what is withdrawn or put otherwise calls nobody, and calling oneself is no call', () => {
  const small = createSmallBoard()
  small.run(addComment, { card: 'c1', words: '@Dee', mentions: ['dee', 'ann'] })
  expect(called(small.board, 'ann')).toEqual([])
  const [one = ''] = commentsOn(small.board, 'c1').map((said) => said.id)
  small.run(editComment, { card: 'c1', comment: one, words: 'Nobody' })
  expect(called(small.board)).toEqual([])
  expect(small.document.rebuilt().mentions.get('dee')).toEqual(small.board.mentions.get('dee'))
})
