import { expect, it } from 'vitest'
import { readTrello } from './read-trello'

const errorOf = (json: unknown) => {
  const read = readTrello(json)
  return read.ok ? undefined : read.error
}

it('names what is missing or wrong', () => {
  expect(errorOf([])).toEqual({ reason: 'missing', tool: 'trello', missing: 'lists' })
  expect(errorOf({ columns: [] })).toEqual({ reason: 'missing', tool: 'trello', missing: 'lists' })
  expect(errorOf({ lists: [] })).toEqual({ reason: 'missing', tool: 'trello', missing: 'cards' })
  const card = { id: 'c', idList: 'l', name: 'C' }
  expect(errorOf({ lists: [{ id: 'l' }], cards: [card, { id: 'd', name: 'D' }] })).toEqual({
    reason: 'bad-field',
    tool: 'trello',
    field: 'cards[1].idList',
  })
  expect(errorOf({ lists: [7], cards: [] })).toMatchObject({ reason: 'bad-field', field: 'lists[0]' })
})

it('needs no more than lists and cards, and passes over what it cannot read of the rest', () => {
  const read = readTrello({
    lists: [{ id: 'l' }],
    cards: [{ id: 'c', idList: 'l', due: 7 }],
    actions: [1, {}],
    labels: 'x',
  })
  expect(read.ok && read.value.cards[0]).toMatchObject({ name: '', due: null, closed: false, pluginData: 0 })
  expect(read.ok && [read.value.actions, read.value.labels]).toEqual([[], []])
})
