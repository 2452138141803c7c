// Public files of other tools for tests: those in the repository, and those beside it where they are there.
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { createTableDocument } from '../../../board/test-support'
import type { BoardSnapshot } from '../../../board'
import { writeBoard } from '../../boards'
import type { ReadBoard, ReadOptions } from '../../boards'
import { csvToBoard, suggestedMapping } from '../../csv'
import type { CsvMapping } from '../../csv'
import { openFile } from '../open-file'
import type { Opened, OpenPorts } from '../open-file'

const root = fileURLToPath(new URL('../../../../../', import.meta.url))
const fixtures = `${root}tests/fixtures/`
const shared = `${root}../shared/data/`

export const options: ReadOptions = {
  now: Date.UTC(2026, 2, 2, 8),
  timeZone: 'UTC',
  words: {
    strayColumn: 'Without a list',
    untitled: 'Without a title',
    waiting: 'To choose from',
    doing: 'Doing',
    done: 'Done',
    id: 'ID',
  },
}
export const ports: OpenPorts = { unzip: () => undefined }

/** A file of the repository, or one beside it; undefined, said aloud, where that is not there. */
function file(own: string, other: string): Uint8Array | undefined {
  if (existsSync(`${fixtures}${own}`)) return readFileSync(`${fixtures}${own}`)
  if (existsSync(`${shared}${other}`)) return readFileSync(`${shared}${other}`)
  console.warn(`left out: ${shared}${other} is not there`)
  return undefined
}
export const json = (path: string): unknown => {
  const bytes = file(path.replace('2-flow-csv/', 'flow/').replace('3-other-tools/', 'tools/'), path)
  return bytes && JSON.parse(new TextDecoder().decode(bytes))
}

export function opened(bytes: Uint8Array): Opened {
  const result = openFile(bytes, options, ports)
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}
export function tableOf(bytes: Uint8Array) {
  const result = opened(bytes)
  if (result.kind !== 'table') throw new Error('not a table')
  return result.file
}
export function readTable(
  bytes: Uint8Array,
  change: (mapping: CsvMapping) => CsvMapping = (same) => same,
): ReadBoard {
  const table = tableOf(bytes)
  const read = csvToBoard(table, change(suggestedMapping(table)), 'Board', options)
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  return read.value
}
export function onBoard({ board }: ReadBoard): BoardSnapshot {
  const writing = writeBoard(board, {
    salt: 's',
    person: 'ann',
    now: options.now,
    reasons: ['Safety'],
    untitled: 'x',
  })
  const document = createTableDocument()
  let steps = 0
  for (const changes of writing.changes()) {
    document.apply(changes)
    steps++
  }
  expect(steps).toBe(writing.steps)
  expect(document.snapshot.homeless).toEqual([])
  return document.snapshot
}
export const meanings = (bytes: Uint8Array) =>
  Object.fromEntries(tableOf(bytes).columns.map((column) => [column.name, column.meaning]))
export const day = (at: number | null | undefined) =>
  at == null ? '' : new Date(at).toISOString().slice(0, 10)
export const cardBy = (board: BoardSnapshot, title: string) => {
  const card = [...board.cards.values()].find((one) => one.title === title)
  if (!card) throw new Error(`no card ${title}`)
  return { card, journey: board.journeys.get(card.id) }
}
export const idOf = (board: BoardSnapshot, card: string): string => {
  const field = [...board.basis.tables.fields.values()].find((one) => /^(id|.*key)$/iu.test(one.name))
  return String(board.cards.get(card)?.fields[field?.id ?? ''] ?? board.cards.get(card)?.title)
}
const using = (name: string, own: string, other: string, test: (bytes: Uint8Array) => void) =>
  it(name, () => {
    const bytes = file(own, other)
    if (bytes) test(bytes)
  })
export const flow = (name: string, test: (bytes: Uint8Array) => void) =>
  using(name, `flow/${name}`, `2-flow-csv/${name}`, test)
export const tool = (name: string, test: (bytes: Uint8Array) => void) =>
  using(name, `tools/${name}`, `3-other-tools/${name}`, test)
