import { describe, expect, it } from 'vitest'
import { callAt, calledIn, peopleFor, piecesOf, withCall } from './mention'

const people = [
  { id: 'ann', name: 'Ann' },
  { id: 'keller', name: 'Ann Keller' },
  { id: 'dee', name: 'Dee Rao' },
]

describe('a call being typed', () => {
  it('begins at an @ at the start of a word', () => {
    expect(callAt('@', 1)).toEqual({ start: 0, query: '' })
    expect(callAt('Hi @De', 6)).toEqual({ start: 3, query: 'De' })
    expect(callAt('Hi @Ann Ke', 10)).toEqual({ start: 3, query: 'Ann Ke' })
  })
  it('is none within a word, on an earlier line, or behind the caret', () => {
    expect(callAt('me@example', 10)).toBeUndefined()
    expect(callAt('@Dee\nnext', 9)).toBeUndefined()
    expect(callAt('Hi @Dee', 2)).toBeUndefined()
  })
  it('finds people by the beginning of any of their names', () => {
    expect(peopleFor(people, 'ann', 8).map((one) => one.id)).toEqual(['ann', 'keller'])
    expect(peopleFor(people, 'RA', 8).map((one) => one.id)).toEqual(['dee'])
    expect(peopleFor(people, '', 2)).toHaveLength(2)
    expect(peopleFor(people, 'Dee Rao is late', 8)).toEqual([])
  })
  it('is filled in with the whole name and one blank', () => {
    expect(withCall('Hi @De, look', 6, { start: 3, query: 'De' }, 'Dee Rao')).toEqual({
      words: 'Hi @Dee Rao , look',
      caret: 12,
    })
    expect(withCall('@d now', 2, { start: 0, query: 'd' }, 'Dee Rao').words).toBe('@Dee Rao now')
  })
})

describe('calls in a text', () => {
  it('take the longest name, in any case, and no part of a longer word', () => {
    expect(calledIn('@Ann Keller and @dee rao', people)).toEqual(['keller', 'dee'])
    expect(calledIn('@Ann, look', people)).toEqual(['ann'])
    expect(calledIn('@Annika and me@Ann', people)).toEqual([])
  })
  it('call everybody of a name', () => {
    expect(calledIn('@Kim', [...people, { id: 'k1', name: 'Kim' }, { id: 'k2', name: 'Kim' }])).toEqual([
      'k1',
      'k2',
    ])
  })
  it('lose nothing of the text', () => {
    for (const words of ['', '@', 'a @Ann b @Dee Rao', '@Ann@Ann', '@@Ann'])
      expect(
        piecesOf(words, people)
          .map((piece) => piece.words)
          .join(''),
      ).toBe(words)
  })
})
