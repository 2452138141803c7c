import { describe, expect, it } from 'vitest'
import { createSmallBoard } from '../../board/test-support'
import type { BoardSnapshot } from '../../board'
import { boardDocument, setLimit, tagCard } from '../../board'
import { columnSetting, emptyBoard, plainCard, plainColumn, plainField, plainStep } from './file-board'
import type { FileBoard } from './file-board'
import { asOrdinary, joinBoard, joinTargetOf, matchBoard, NEW_COLUMN, planJoining } from './join-board'
import type { ColumnChoices } from './join-board'
import { actsToTakeIn, takeIn, takeInPart } from './take-in'

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
const planned = (small: Small, from = file, choices = {}, salt = 's') =>
  joinBoard(from, joinTargetOf(small.board), choices, { ...options, salt })
function join(small: Small, ...more: [from?: FileBoard, choices?: ColumnChoices, salt?: string]) {
  const { parts, ...whole } = planned(small, ...more)
  for (const changes of parts) small.run(takeInPart, { changes })
  return small.run(takeIn, whole)
}

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

describe('an import onto a board', () => {
  const many: FileBoard = {
    ...file,
    cards: Array.from({ length: 250 }, (_, index) =>
      plainCard({
        key: `k${index}`,
        title: `Part ${index}`,
        at: AT,
        journey: [plainStep('a', 'added', AT), plainStep('c', 'finished', AT + DAY)],
      }),
    ),
  }
  const plainly = (board: BoardSnapshot) => ({
    columns: board.columns,
    cards: [...board.cards.values()],
    journeys: [...board.journeys.values()],
    lists: board.basis.lists,
    limits: board.limits,
    spoken: [...board.spoken.values()],
  })
  const seen = ({ board }: Small) => ({
    cards: board.cards.size,
    journeys: board.journeys.size,
    columns: board.columns,
    limits: board.limits,
    homeless: board.homeless,
    archived: board.archivedCards,
    conflicts: board.conflicts,
    spoken: board.spoken.size,
  })
  it('is not seen before it stands, at whatever part it ended', () => {
    const small = createSmallBoard()
    const before = seen(small)
    const { parts, ...whole } = planned(small, many)
    expect(parts.length).toBe(3)
    for (const changes of parts) {
      small.run(takeInPart, { changes })
      expect(seen(small)).toEqual(before)
      expect(plainly(small.document.rebuilt())).toEqual(plainly(small.board))
    }
    small.run(takeIn, whole)
    expect(small.board.cards.size).toBe(before.cards + 250)
    expect(small.board.journeys.size).toBe(before.journeys + 250)
    expect(small.board.columnsById.get(small.done)?.doing).toHaveLength(250)
    expect(plainly(small.document.rebuilt())).toEqual(plainly(small.board))
  })
  it('is taken back by one entry, and stands again by another', () => {
    const small = createSmallBoard()
    const before = seen(small)
    join(small, many)
    const [entry] = [...small.board.basis.tables.imports.values()]
    const revert = (id: string) => {
      const back = boardDocument.revert.imports?.(small.board, id, small.ann)
      if (!back?.ok) throw new Error('not taken back')
      expect(back.value).toHaveLength(1)
      small.document.apply(back.value)
      return (back.value[0] as { id: string }).id
    }
    const back = revert(entry?.id ?? '')
    expect({ ...seen(small), columns: undefined }).toEqual({ ...before, columns: undefined })
    expect(plainly(small.document.rebuilt())).toEqual(plainly(small.board))
    expect(boardDocument.revert.imports?.(small.board, entry?.id ?? '', small.ann)).toMatchObject({
      ok: false,
    })
    revert(back)
    expect(small.board.cards.size).toBe(before.cards + 250)
  })
  it('stays once somebody else has done something on one of its cards', () => {
    const small = createSmallBoard()
    join(small, many)
    const [entry] = [...small.board.basis.tables.imports.values()]
    const isTakenBack = () => boardDocument.revert.imports?.(small.board, entry?.id ?? '', small.ann).ok
    const [card = ''] = small.board.columnsById.get(small.done)?.doing ?? []
    small.run(tagCard, { card, name: 'Mine' })
    expect(isTakenBack()).toBe(true)
    small.run(tagCard, { card: 'c1', name: 'Hers' }, small.dee)
    expect(isTakenBack()).toBe(true)
    small.run(tagCard, { card, name: 'Hers' }, small.dee)
    expect(isTakenBack()).toBe(false)
  })
  it('asks as an act for the rush that it brings', () => {
    const small = createSmallBoard()
    const rush = many.cards.map((card, index) =>
      index === 7 ? { ...card, classOfService: 'expedite' as const } : card,
    )
    const acts = (cards: FileBoard['cards'], salt: string) => {
      const { parts, ...whole } = planned(small, { ...many, cards }, {}, salt)
      for (const changes of parts) small.run(takeInPart, { changes })
      const decided = takeIn.decide(small.board, whole, small.ann)
      return decided.ok && boardDocument.acts?.(small.board, decided.value, 'ann')
    }
    expect(acts(many.cards, 'calm')).toEqual([])
    expect(acts(rush, 'rush')).toEqual([{ kind: 'expedite', classOfService: 'expedite' }])
    expect(acts(asOrdinary({ ...many, cards: rush }).cards, 'ordinary')).toEqual([])
  })
  it('is known with its acts before anything is written', () => {
    const from: FileBoard = {
      ...file,
      settings: [...file.settings, columnSetting('b', 'limit', 3, AT)],
      cards: file.cards.map((card) => ({ ...card, classOfService: 'expedite' as const })),
    }
    const kinds = (choices: ColumnChoices) => {
      const small = createSmallBoard()
      const plan = planJoining(from, joinTargetOf(small.board), choices, options)
      const foreseen = actsToTakeIn(small.board, plan, 'ann')
      const { parts, ...whole } = planned(small, from, choices)
      for (const changes of parts) small.run(takeInPart, { changes })
      const decided = takeIn.decide(small.board, whole, small.ann)
      expect(decided.ok && boardDocument.acts?.(small.board, decided.value, 'ann')).toEqual(foreseen)
      return new Set(foreseen.map((act) => act.kind))
    }
    expect(kinds({})).toEqual(new Set(['expedite']))
    expect(kinds({ b: NEW_COLUMN })).toEqual(new Set(['change-columns', 'change-limit', 'expedite']))
  })
})
