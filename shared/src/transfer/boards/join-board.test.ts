import { describe, expect, it } from 'vitest'
import { createSmallBoard } from '../../board/test-support'
import type { BoardSnapshot } from '../../board'
import { setLimit } from '../../board'
import { columnSetting, emptyBoard, plainCard, plainColumn, plainField, plainStep } from './file-board'
import type { FileBoard } from './file-board'
import { joinBoard, joinTargetOf, matchBoard, NEW_COLUMN } from './join-board'
import { takeIn } from './write-board'

const AT = Date.UTC(2026, 0, 5)
const DAY = 86_400_000
const options = { salt: 's', person: 'ann', now: AT, reasons: ['Safety'], untitled: '?' }

/** Columns “DOING”, “Waiting for parts” (waiting) and “Shipped” (done), and one card that went through all of them. */
const file: FileBoard = {
  ...emptyBoard('From elsewhere'),
  columns: [plainColumn('a', ' DOING '), plainColumn('b', 'Waiting for parts'), plainColumn('c', 'Shipped')],
  settings: [
    columnSetting('a', 'role', 'active', AT),
    columnSetting('b', 'role', 'waiting', AT),
    columnSetting('c', 'role', 'done', AT),
  ],
  lanes: [{ key: 'night', name: 'Night shift', archived: false, rest: false }],
  types: [{ key: 'order', name: 'Order', colour: '', archived: false }],
  fields: [plainField('f', 'Customer')],
  tags: [{ key: 't', name: 'Urgent', colour: null, archived: false }],
  people: [{ key: 'p', name: 'Kim' }],
  cards: [
    {
      ...plainCard({
        key: '1',
        title: 'Pump',
        at: AT,
        journey: [
          { ...plainStep('a', 'added', AT), lane: 'night' },
          plainStep('b', 'pulled', AT + DAY),
          plainStep('c', 'finished', AT + 2 * DAY),
        ],
      }),
      type: 'order',
      tags: ['t'],
      fields: { f: 'Acme' },
      people: [{ person: 'p', state: 'on', by: '', at: AT }],
    },
    plainCard({ key: '2', title: 'Valve', at: AT, journey: [plainStep('a', 'added', AT)] }),
  ],
}
const titlesIn = (board: BoardSnapshot, column: string) =>
  board.columnsById.get(column)?.doing.map((id) => board.cards.get(id)?.title)
type Small = ReturnType<typeof createSmallBoard>
const join = (small: Small, from = file, choices = {}, salt = 's') =>
  small.run(takeIn, {
    changes: joinBoard(from, joinTargetOf(small.board), choices, { ...options, salt }),
  })

describe('a table that comes onto a board', () => {
  it('is matched by the names of columns, whatever their capitals; the rest goes to the like role, or where it is said', () => {
    const small = createSmallBoard()
    const target = joinTargetOf(small.board)
    expect(matchBoard(file, target, {}).columns).toEqual([
      { key: 'a', name: ' DOING ', cards: 1, to: small.doing, isSameName: true },
      { key: 'b', name: 'Waiting for parts', cards: 0, to: small.doing, isSameName: false },
      { key: 'c', name: 'Shipped', cards: 1, to: small.done, isSameName: false },
    ])
    const chosen = matchBoard(file, target, { a: 'check', b: NEW_COLUMN, c: 'not there' }).columns
    expect(chosen.map((column) => column.to)).toEqual([small.doing, NEW_COLUMN, small.done])
  })
  it('says which limit it would break and which lanes the board has not', () => {
    const small = createSmallBoard()
    small.run(setLimit, { scope: { kind: 'column', id: small.doing }, limit: 1 })
    expect(join(small).ok).toBe(true)
    expect(matchBoard(file, joinTargetOf(small.board), {})).toMatchObject({
      over: [{ name: 'Doing', limit: 1, cards: 2 }],
      lanesLeft: ['Night shift'],
    })
  })
  it('stands behind the cards that are there, with its journey, and changes nothing else', () => {
    const small = createSmallBoard()
    const before = small.board
    expect(join(small).ok).toBe(true)
    const { board } = small
    expect(board.columns.map((column) => column.name)).toEqual(before.columns.map((column) => column.name))
    expect(board.reasons).toBe(before.reasons)
    expect(titlesIn(board, small.todo)).toEqual(titlesIn(before, small.todo))
    expect(titlesIn(board, small.doing)).toEqual(['Valve'])
    expect(titlesIn(board, small.done)).toEqual(['Pump'])
    const pump = [...board.cards.values()].find((card) => card.title === 'Pump')
    const journey = board.journeys.get(pump?.id ?? '')
    expect(journey).toMatchObject({ startedAt: AT, finishedAt: AT + 2 * DAY, lane: null })
    expect(journey?.entries.map((entry) => entry.to.column)).toEqual([small.doing, small.done])
    const more = { ...file, cards: file.cards.map((card) => ({ ...card, title: `${card.title} 2` })) }
    expect(join(small, more, {}, 'again').ok).toBe(true)
    expect(titlesIn(small.board, small.doing)).toEqual(['Valve', 'Valve 2'])
  })
  it('takes types, fields, tags and names of the board where they are the same, and makes those that are new', () => {
    const small = createSmallBoard()
    join(small)
    const shouting: FileBoard = {
      ...file,
      types: [{ key: 'x', name: 'ORDER', colour: '', archived: false }],
      fields: [plainField('f', 'customer'), plainField('g', 'Customer', 'number')],
      people: [{ key: 'p', name: 'kim' }],
    }
    join(small, shouting, {}, 'again')
    const { board } = small
    expect(board.types.map((type) => type.name)).toEqual(['Order'])
    expect(board.fields.map((field) => [field.name, field.kind])).toEqual([
      ['Customer', 'text'],
      ['Customer', 'number'],
    ])
    expect([...board.tags.values()].map((tag) => tag.name)).toEqual(['Urgent'])
    expect([...board.guests.values()].map((guest) => guest.name)).toEqual(['Kim'])
  })
  it('makes a new column only where it is said, before the first that is done, with its role', () => {
    const small = createSmallBoard()
    join(small, file, { b: NEW_COLUMN })
    expect(small.board.columns.map(({ name, role }) => [name, role]).slice(-2)).toEqual([
      ['Waiting for parts', 'waiting'],
      ['Done', 'done'],
    ])
  })
})
