// What is saved comes in again as it was: our JSON whole, our tables in what they name.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { FileBoard } from '../boards'
import { openFile } from '../opening'
import { onBoard, opened, options, ports, readTable } from '../opening/test-support/public-files'
import { writeBoardJson } from './board-json'
import { boardToFile } from './board-to-file'
import { csvText, formulasIn } from './csv-text'
import { cardTable, flowTable } from './tables'
import { at, full, sourcesOf } from './test-support/paint-shop'

const bytes = (text: string) => new TextEncoder().encode(text)
function again(file: FileBoard): FileBoard {
  const result = opened(bytes(writeBoardJson(file, 0)))
  if (result.kind !== 'boards') throw new Error(result.kind)
  return result.boards[0]?.board as FileBoard
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
