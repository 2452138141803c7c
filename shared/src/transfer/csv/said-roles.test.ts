import { expect, it } from 'vitest'
import type { ColumnRole } from '../../board'
import { openFile } from '../opening'
import { options, ports } from '../opening/test-support/public-files'
import { csvToBoard, suggestedMapping } from './csv-to-board'

const ROWS = [
  'Title,Stage,start date,finish date',
  'Bracket,Stage 2,2026-03-02,2026-03-06',
  'Hinge,Stage 1,2026-03-03,',
  'Rack,Stage 3,2026-03-01,2026-03-09',
].join('\n')

function read(roles: Readonly<Record<string, ColumnRole>>) {
  const file = openFile(new TextEncoder().encode(ROWS), options, ports)
  if (!file.ok || file.value.kind !== 'table') throw new Error('no table')
  const table = file.value.file
  const board = csvToBoard(table, { ...suggestedMapping(table), roles }, 'x', options)
  if (!board.ok) throw new Error('problems')
  const { columns, settings, cards } = board.value.board
  const nameOf = (key: string) => columns.find((column) => column.key === key)?.name
  return {
    columns: columns.map(({ name }) => name),
    roles: settings.map(({ value }) => value),
    remarks: JSON.stringify(board.value.remarks),
    journeys: cards.map(({ journey }) =>
      journey.map((step) => `${nameOf(step.column)} ${new Date(step.at).toISOString().slice(0, 10)}`),
    ),
  }
}

it('leaves dates out of the journeys that no column is for, and says so', () => {
  const board = read({})
  expect(board.roles).toEqual(['backlog', 'backlog', 'backlog'])
  expect(board.remarks).toContain('dates-against-state')
  expect(board.journeys.map((steps) => steps.length)).toEqual([1, 1, 1])
})
it('takes them in once it is said what the columns are for', () => {
  const board = read({ 'Stage 1': 'active', 'Stage 2': 'active', 'Stage 3': 'done' })
  expect(board.columns).toEqual(['Stage 1', 'Stage 2', 'Stage 3'])
  expect(board.roles).toEqual(['active', 'active', 'done'])
  expect(board.journeys).toEqual([
    ['Stage 2 2026-03-02'],
    ['Stage 1 2026-03-03'],
    ['Stage 1 2026-03-01', 'Stage 3 2026-03-09'],
  ])
})
it('asks nothing of names that only look like something', () => {
  expect(read({ toString: 'done', 'Stage 9': 'done' } as Record<string, ColumnRole>).roles).toEqual([
    'backlog',
    'backlog',
    'backlog',
  ])
})
