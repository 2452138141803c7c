import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readTrello, refuseSize, TRELLO_BYTES_LIMIT } from './read-trello'

const small = readFileSync(
  fileURLToPath(new URL('../../../../tests/fixtures/trello/small-customfields.json', import.meta.url)),
  'utf8',
)
const errorOf = (text: string) => {
  const read = readTrello(text)
  return read.ok ? undefined : read.error
}

it('refuses a file of 100 MB before reading it', () => {
  expect(refuseSize(100_000_000)).toEqual({
    reason: 'too-large',
    bytes: 100_000_000,
    limit: TRELLO_BYTES_LIMIT,
  })
  expect(refuseSize(TRELLO_BYTES_LIMIT)).toBeUndefined()
})

it('tells a truncated export, wherever it was cut', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: small.trimEnd().length - 1 }), (length) => {
      expect(errorOf(small.slice(0, length))).toEqual({ reason: 'truncated' })
    }),
  )
})

it('names what is missing or wrong', () => {
  expect(errorOf(' \n')).toEqual({ reason: 'empty' })
  expect(errorOf('<html></html>')).toMatchObject({ reason: 'not-json' })
  expect(errorOf('{\n "lists": [],\n oops }')).toEqual({ reason: 'not-json', line: 3 })
  expect(errorOf('[]')).toEqual({ reason: 'not-trello', missing: 'lists' })
  expect(errorOf('{"columns": []}')).toEqual({ reason: 'not-trello', missing: 'lists' })
  expect(errorOf('{"lists": []}')).toEqual({ reason: 'not-trello', missing: 'cards' })
  const card = { id: 'c', idList: 'l', name: 'C' }
  const withCards = (...cards: unknown[]) => JSON.stringify({ lists: [{ id: 'l' }], cards })
  expect(errorOf(withCards(card, { id: 'd', name: 'D' }))).toEqual({
    reason: 'bad-field',
    field: 'cards[1].idList',
  })
  expect(errorOf(JSON.stringify({ lists: [7], cards: [] }))).toEqual({
    reason: 'bad-field',
    field: 'lists[0]',
  })
})

it('needs no more than lists and cards, and passes over what it cannot read of the rest', () => {
  const export_ = {
    lists: [{ id: 'l' }],
    cards: [{ id: 'c', idList: 'l', due: 7 }],
    actions: [1, {}],
    labels: 'x',
  }
  const read = readTrello(`\uFEFF${JSON.stringify(export_)}`)
  expect(read.ok && read.value.cards[0]).toMatchObject({ name: '', due: null, closed: false })
  expect(read.ok && [read.value.actions, read.value.labels]).toEqual([[], []])
})
