// What is saved comes in again as it was: our JSON whole, our tables in what they name.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { createTableDocument } from '../../board/test-support'
import { descriptionOf } from '../../board'
import { writeBoard } from '../boards'
import type { FileBoard } from '../boards'
import { emptyBoard, plainCard, plainColumn, plainField, plainStep } from '../boards/file-board'
import { openFile } from '../opening'
import { onBoard, opened, options, ports, readTable } from '../opening/test-support/public-files'
import { writeBoardJson } from './board-json'
import { boardToFile } from './board-to-file'
import { csvText, formulasIn } from './csv-text'
import { cardTable, flowTable } from './tables'
import type { TableSources } from './tables'

const bytes = (text: string) => new TextEncoder().encode(text)
const at = (day: number) => Date.UTC(2026, 0, day, 12)

/** What customers of the team value. */
const known = [
  { id: 'v1', name: 'A good part, first time', customer: 'Press shop' },
  { id: 'v2', name: 'On time', customer: 'Press shop' },
  { id: 'v3', name: 'On time', customer: 'Paint shop' },
]

function sourcesOf(file: FileBoard, salt = 'a'): TableSources {
  const document = createTableDocument()
  const writing = writeBoard(file, {
    salt,
    person: 'ann',
    now: at(31),
    reasons: ['Safety'],
    untitled: 'x',
    values: known,
  })
  for (const changes of writing.changes()) document.apply(changes)
  return {
    board: document.snapshot,
    name: file.name,
    nameOf: (person) => (person === 'ann' ? 'Ann' : undefined),
    valueOf: (value) => known.find((one) => one.id === value),
    wordsOf: (card) => document.texts.get(descriptionOf(card)) ?? [],
    timeText: (time) => new Date(time).toISOString().slice(0, 16).replace('T', ' '),
    dayText: (time) => new Date(time).toISOString().slice(0, 10),
    linkOf: (card) => `https://example.org/?card=${card}`,
  }
}
function again(file: FileBoard): FileBoard {
  const result = opened(bytes(writeBoardJson(file, 0)))
  if (result.kind !== 'boards') throw new Error(result.kind)
  return result.boards[0]?.board as FileBoard
}

const full: FileBoard = {
  ...emptyBoard('Paint shop'),
  prefix: 'PS',
  groups: [{ key: 'g', name: 'Work' }],
  columns: [
    plainColumn('todo', 'To choose from'),
    { ...plainColumn('paint', 'Paint'), split: true, group: 'g' },
    { ...plainColumn('check', 'Check'), group: 'g' },
    plainColumn('done', 'Done'),
    plainColumn('old', 'Old column', true),
  ],
  lanes: [
    { key: 'fast', name: 'Fast', archived: false, rest: false },
    { key: 'rest', name: 'Everything else', archived: false, rest: true },
  ],
  types: [{ key: 'order', name: 'Order', colour: 'blue', archived: false }],
  fields: [
    { ...plainField('colour', 'Colour', 'choice'), choices: ['red', 'blue'], type: 'order' },
    { ...plainField('litres', 'Litres', 'number'), unit: 'l' },
    plainField('glossy', 'Glossy', 'yes-no'),
    plainField('day', 'Delivery', 'date'),
  ],
  tags: [{ key: 't', name: 'rush', colour: 'red', archived: false }],
  people: [
    { key: 'dee', name: 'Dee' },
    { key: 'omar', name: 'Omar' },
  ],
  values: [
    { key: 'first', name: 'A good part,  first time', customer: 'Somebody else' },
    { key: 'time', name: 'on time', customer: 'PAINT SHOP' },
    { key: 'whose', name: 'On time', customer: '' },
    { key: 'gone', name: 'Cheap', customer: 'Press shop' },
  ],
  reasons: [
    { key: 'safety', name: 'Safety', safety: true, archived: false },
    { key: 'paint', name: 'No paint', safety: false, archived: false },
  ],
  settings: [
    ...(['backlog', 'active', 'waiting', 'done'] as const).map((value, index) => ({
      scope: { kind: 'column', of: ['todo', 'paint', 'check', 'done'][index] as string },
      what: 'role',
      value,
      names: null,
      why: '',
      by: 'dee',
      at: at(1) + index,
    })),
    {
      scope: { kind: 'column', of: 'paint' },
      what: 'limit',
      value: 2,
      names: null,
      why: '',
      by: 'dee',
      at: at(2),
    },
    {
      scope: { kind: 'column', of: 'paint' },
      what: 'limit',
      value: 3,
      names: null,
      why: 'Two booths now',
      by: 'omar',
      at: at(9),
    },
    {
      scope: { kind: 'lane', of: 'fast' },
      what: 'limit',
      value: 1,
      names: null,
      why: '',
      by: 'dee',
      at: at(3),
    },
    {
      scope: { kind: 'person', of: 'omar' },
      what: 'limit',
      value: 1,
      names: null,
      why: '',
      by: 'omar',
      at: at(4),
    },
    {
      scope: { kind: 'board', of: '' },
      what: 'when-full',
      value: 'forbidden',
      names: null,
      why: '',
      by: 'dee',
      at: at(5),
    },
  ],
  cards: [
    {
      ...plainCard({
        key: 'a',
        title: '=SUM(A1) in the title, with "quotes"',
        at: at(1),
        journey: [
          plainStep('todo', 'added', at(1), 'dee'),
          { ...plainStep('paint', 'pulled', at(3), 'dee'), lane: 'fast', why: 'Urgent' },
          { ...plainStep('paint', 'offered', at(4), 'dee'), half: 'done', lane: 'fast' },
          { ...plainStep('paint', 'handed-over', at(5), 'dee'), with: 'omar', lane: 'fast' },
        ],
      }),
      description: ['First', 'second'],
      classOfService: 'expedite',
      due: '2026-02-01',
      spoken: '7K3QF2AB',
      type: 'order',
      size: 3,
      value: 'time',
      by: 'dee',
      tags: ['t'],
      people: [{ person: 'dee', state: 'on', by: 'dee', at: at(3) }],
      fields: { colour: 'red', litres: 2.5, glossy: true, day: '2026-01-20' },
      checklist: [
        { text: 'mix', done: { by: 'omar', at: at(4) } },
        { text: 'spray', done: null },
      ],
      comments: [{ words: 'Two coats', by: 'omar', at: at(4) }],
      web: [{ url: 'https://example.org/plan', name: 'Plan', by: 'dee', at: at(2) }],
      links: [{ kind: 'blocks', card: 'b', by: 'dee', at: at(2) }],
    },
    plainCard({
      key: 'b',
      title: 'Went back',
      at: at(2),
      journey: [
        plainStep('todo', 'added', at(2), 'dee'),
        plainStep('paint', 'pulled', at(3), 'dee'),
        plainStep('check', 'pulled', at(4), 'dee'),
        plainStep('done', 'finished', at(5), 'dee'),
        plainStep('paint', 'returned', at(6), 'omar'),
      ],
    }),
    plainCard({
      key: 'c',
      title: '-1',
      at: at(2),
      journey: [
        plainStep('todo', 'added', at(2)),
        plainStep('paint', 'pulled', at(3)),
        plainStep('done', 'finished', at(7)),
      ],
    }),
    plainCard({
      key: 'd',
      title: 'Put away',
      at: at(2),
      journey: [plainStep('todo', 'added', at(2)), plainStep('todo', 'archived', at(8))],
    }),
  ],
  blockers: [
    {
      card: 'a',
      reason: 'paint',
      words: 'Blue is out',
      by: 'dee',
      at: at(4),
      answers: [{ kind: 'coming', by: 'omar', at: at(4) + 60_000 }],
      turns: [{ kind: 'cleared', by: 'omar', at: at(5) }],
    },
    { card: null, reason: 'safety', words: 'Spill', by: 'omar', at: at(6), answers: [], turns: [] },
  ],
}

describe('our own JSON', () => {
  it('gives everything back that the format names', () => {
    const saved = boardToFile(sourcesOf(full))
    // Nothing of the file is lost on the way onto a board and out again: only the keys are others.
    const plain = (file: FileBoard) =>
      JSON.parse(
        JSON.stringify(file, (name, value: unknown) =>
          name === 'key' || name === 'spoken' ? undefined : value,
        ).replace(/"(column|lane|type|field|person|reason|card|group|tag)-\d+"/gu, '"-"'),
      ) as FileBoard
    expect(saved.cards.map((card) => card.title).sort()).toEqual(full.cards.map((card) => card.title).sort())
    const one = saved.cards.find((card) => card.spoken === '7K3QF2AB')
    expect(
      one && { ...plain({ ...saved, cards: [one] }).cards[0], fields: Object.values(one.fields) },
    ).toMatchObject({
      title: full.cards[0]?.title,
      description: ['First', 'second'],
      classOfService: 'expedite',
      due: '2026-02-01',
      size: 3,
      fields: ['red', 2.5, true, '2026-01-20'],
      checklist: [
        { text: 'mix', done: { at: at(4) } },
        { text: 'spray', done: null },
      ],
      comments: [{ words: 'Two coats', at: at(4) }],
      web: [{ url: 'https://example.org/plan', name: 'Plan' }],
      links: [{ kind: 'blocks' }],
      journey: full.cards[0]?.journey.map(({ kind, half, at: time, why }) => ({ kind, half, at: time, why })),
    })
    expect(saved.settings.map(({ what, value, why }) => [what, value, why])).toEqual(
      full.settings.toSorted((a, b) => a.at - b.at).map(({ what, value, why }) => [what, value, why]),
    )
    expect(saved.blockers.map(({ words, turns, answers }) => [words, turns.length, answers.length])).toEqual([
      ['Blue is out', 1, 1],
      ['Spill', 0, 0],
    ])
    // And saved, brought in and saved again it is the same file.
    expect(boardToFile(sourcesOf(again(saved), 'b'))).toEqual(saved)
  })

  it('refuses a file of a newer version, a step into no column, and two cards of one key', () => {
    const errorOf = (json: unknown) => {
      const result = openFile(bytes(JSON.stringify(json)), options, ports)
      return result.ok ? undefined : result.error
    }
    const file = JSON.parse(writeBoardJson(full, 0)) as { version: number; board: FileBoard }
    expect(errorOf({ ...file, version: 2 })).toEqual({ reason: 'newer', version: 2 })
    const cards = structuredClone(file.board.cards)
    const step = cards[1]?.journey[2]
    if (step) step.column = 'nowhere'
    expect(errorOf({ ...file, board: { ...file.board, cards } })).toEqual({
      reason: 'bad-field',
      tool: 'yokoten',
      field: 'board.cards[1].journey[2].column',
    })
    const twice = [...file.board.cards, file.board.cards[0]]
    expect(errorOf({ ...file, board: { ...file.board, cards: twice } })).toMatchObject({
      field: 'board.cards[4].key',
    })
  })

  it.each([
    'flow/aa-style-minimal-4.csv',
    'flow/lighthouse-team-valid-with-optional.csv',
    'tools/wekan-import.csv',
  ])('saved, brought in and saved again, %s is the same file', (name) => {
    const root = fileURLToPath(new URL('../../../../tests/fixtures/', import.meta.url))
    const { board } = readTable(readFileSync(`${root}${name}`))
    const saved = boardToFile(sourcesOf(board))
    expect(boardToFile(sourcesOf(again(saved), 'b'))).toEqual(saved)
  })
})

describe('whom cards are for', () => {
  const withValues: FileBoard = {
    ...full,
    cards: full.cards.map((card, index) => ({
      ...card,
      value: ['time', 'first', 'whose', 'gone'][index] ?? null,
    })),
  }
  it('is found again by its words and the customer, and by words alone only where they are one', () => {
    const sources = sourcesOf(withValues)
    const served = (file: FileBoard) =>
      file.cards.map(({ title, value }) => [title, file.values.find((one) => one.key === value)])
    expect(Object.fromEntries(served(boardToFile(sources)))).toEqual({
      '=SUM(A1) in the title, with "quotes"': { key: 'value-1', name: 'On time', customer: 'Paint shop' },
      'Went back': { key: 'value-2', name: 'A good part, first time', customer: 'Press shop' },
      '-1': undefined,
      'Put away': undefined,
    })
    const [head = [], ...rows] = cardTable(sources)
    expect(rows.map((row) => row[head.indexOf('For')]).sort()).toEqual([
      '',
      '',
      'A good part, first time · Press shop',
      'On time · Paint shop',
    ])
  })
  it('is named as left behind where the team has nothing of these words', () => {
    const remarksWith = (values: typeof known) => {
      const read = openFile(bytes(writeBoardJson(withValues, 0)), { ...options, values }, ports)
      if (!read.ok || read.value.kind !== 'boards') throw new Error('no board')
      return read.value.boards[0]?.remarks
    }
    expect(remarksWith(known)).toEqual([{ kind: 'left', what: 'values', count: 2 }])
    expect(remarksWith([])).toEqual([{ kind: 'left', what: 'values', count: 4 }])
  })
})

describe('tables', () => {
  const sources = sourcesOf(full)
  it('the days in columns are those of the first entry, without what lies behind where a card stands', () => {
    const [head, ...rows] = flowTable(sources)
    expect(head).toEqual([
      'ID',
      'Link',
      'Title',
      'To choose from',
      'Paint',
      'Check',
      'Done',
      'Type',
      'Class of service',
      'Tags',
      'People',
    ])
    const days = Object.fromEntries(rows.map((row) => [row[2], row.slice(3, 7)]))
    expect(days).toEqual({
      '=SUM(A1) in the title, with "quotes"': ['2026-01-01', '2026-01-03', '', ''],
      'Went back': ['2026-01-02', '2026-01-03', '', ''],
      '-1': ['2026-01-02', '2026-01-03', '', '2026-01-07'],
    })
    const board = onBoard(readTable(bytes(csvText([head as string[], ...rows], { markFormulas: true }))))
    expect(board.columns.map((column) => column.name)).toEqual(['To choose from', 'Paint', 'Check', 'Done'])
    expect([...board.cards.values()].map((card) => card.title).sort()).toEqual(Object.keys(days).sort())
    const back = flowTable({ ...sources, board })
    expect(
      back
        .slice(1)
        .map((row) => row.slice(2, 7))
        .sort(),
    ).toEqual(rows.map((row) => row.slice(2, 7)).sort())
  })

  it('every card with its fields comes in again from its table', () => {
    const rows = cardTable(sources)
    expect(formulasIn(rows)).toBe(1)
    const { board } = readTable(bytes(`\uFEFF${csvText(rows, { markFormulas: true })}`))
    const card = board.cards.find((one) => one.size === 3)
    expect(card).toMatchObject({
      title: '=SUM(A1) in the title, with "quotes"',
      description: ['First', 'second'],
      classOfService: 'expedite',
      due: '2026-02-01',
    })
    expect(board.cards.length).toBe(4)
    expect(board.columns.map((column) => column.name).sort()).toEqual(['Done', 'Paint', 'To choose from'])
  })

  it('marks only what a spreadsheet would run, and quotes only what must be', () => {
    const rows = [['=1+1', '-5', '+49', '@x', 'a,b', 'say "hi"', ' x', 'plain']]
    expect(csvText(rows, { markFormulas: true })).toBe(`'=1+1,-5,+49,'@x,"a,b","say ""hi"""," x",plain\r\n`)
    expect(csvText(rows, { markFormulas: false })).toBe(`=1+1,-5,+49,@x,"a,b","say ""hi"""," x",plain\r\n`)
  })
})
