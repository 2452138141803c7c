import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { boardDocument } from '@yokoten/shared/board'
import { applyUpdates, openProjection } from '@yokoten/shared/doc'
import * as Y from 'yjs'
import { trelloText } from './test-support/trello-file'
import { zipSync } from 'fflate'
import { createImportJob } from './import-job'
import { fileRefusalWords, summaryWords } from './words'

const options = {
  salt: 'salt',
  person: 'ann',
  now: 1_800_000_000_000,
  timeZone: 'UTC',
  reasons: ['Safety'],
  untitled: 'Without a title',
  words: {
    strayColumn: 'Others',
    untitled: 'Without a title',
    waiting: 'To choose from',
    doing: 'Doing',
    done: 'Done',
    id: 'ID',
  },
}
const bytes = (text: string) => new TextEncoder().encode(text)
const opened = (file: Uint8Array, name = 'file') => {
  const job = createImportJob(options)
  const look = job.open(file, name)
  if (!look.ok) throw new Error(look.error.reason)
  return { job, look: look.value }
}
function boardIn(update: Uint8Array) {
  const doc = new Y.Doc()
  expect(applyUpdates(doc, [update], undefined)).toEqual([])
  const projection = openProjection(doc, boardDocument)
  expect(projection.problems()).toEqual([])
  return projection.get()
}

const DATA = `${fileURLToPath(new URL('../../../../../', import.meta.url))}shared/data/3-other-tools/`

describe('import', () => {
  it('builds the whole board as one update that a fresh document can open', () => {
    const { job } = opened(bytes(trelloText))
    const steps: [number, number][] = []
    const update = job.build((done, of) => steps.push([done, of]))
    expect(steps.at(-1)).toEqual([3, 3])
    const board = boardIn(update)
    expect(board.columns.map((column) => column.name)).toEqual(['To do', 'Doing', 'Done'])
    expect([...board.cards.values()].map((card) => card.title).sort()).toEqual([
      'Clean the booth',
      'Mix colour 4',
    ])
  })

  it('says what is taken and what is not, and is silent about what is not there', () => {
    const { look } = opened(bytes(trelloText))
    if (look.kind !== 'boards') throw new Error(look.kind)
    const words = summaryWords(look.summary)
    expect(words.taken).toContain('3 columns')
    expect(words.taken).toContain('2 cards, 1 of them put away')
    expect(words.taken).toContain('1 move of 1 card, as their journeys')
    expect(words.taken).toContain('1 limit as slots')
    expect(words.left).toEqual(['2 attachments without a web address'])
    expect(words.notes).toEqual([])
    expect([...words.taken, ...words.left].filter((line) => /\b0\b/.test(line))).toEqual([])
  })

  it('refuses a bad file in a sentence that says where', () => {
    const refusal = (file: Uint8Array) => {
      const read = createImportJob(options).open(file, 'file')
      return read.ok ? undefined : fileRefusalWords(read.error)
    }
    expect(refusal(bytes(''))).toBe('This file is empty.')
    expect(refusal(bytes(trelloText.slice(0, -40)))).toMatch(/^The end of this file is missing/)
    expect(refusal(bytes('{"name":"x","lists":[]}'))).toBe('This is not a Trello board: it has no “cards”.')
    expect(refusal(bytes('{"lists":[{"id":1}],"cards":[]}'))).toMatch(
      /“lists\[0\]\.id” is missing or not as it should be/,
    )
    expect(refusal(bytes('id;name\n1;"2'))).toMatch(/a quotation mark in line 2 is never closed/)
    expect(refusal(bytes('id;name\n1;2\n3;4;5'))).toMatch(/line 3 has 3 cells, where there are 2 columns/)
    expect(refusal(zipSync({ 'notes.txt': bytes('x') }))).toBe('There is no board in this archive.')
    expect(refusal(zipSync({ 'b/board.jsonl': bytes(`{"type":"board","data":{"id":"b"}}\n{"type":`) }))).toBe(
      'This file cannot be read: line 2 is not as it should be.',
    )
    expect(refusal(zipSync({ 'b/board.jsonl': bytes('x') }).slice(0, 30))).toMatch(/^This archive is damaged/)
  })

  it('does not unpack an archive that is small and unfolds into too much', () => {
    const bomb = zipSync({ 'b/board.jsonl': new Uint8Array(130 * 1024 * 1024) })
    expect(bomb.length).toBeLessThan(1_000_000)
    const read = createImportJob(options).open(bomb, 'bomb')
    expect(read.ok ? undefined : read.error.reason).toBe('zip-too-large')
  })

  it('takes every board of a Focalboard archive with the counts of its facts', () => {
    if (!existsSync(DATA)) return console.warn(`left out: ${DATA} is not there`)
    const { job, look } = opened(readFileSync(`${DATA}focalboard-6boards.boardarchive`))
    if (look.kind !== 'boards') throw new Error(look.kind)
    const facts = JSON.parse(readFileSync(`${DATA}focalboard.facts.json`, 'utf8')) as {
      boards: { boardId: string; cards: number; checkboxes: number; cardTitles: string[]; views: unknown[] }[]
    }
    // The archive's folders in their order.
    const inOrder = facts.boards.toSorted((a, b) => (a.boardId < b.boardId ? -1 : 1))
    expect(look.names.length).toBe(inOrder.length)
    for (const [index, fact] of inOrder.entries()) {
      const summary = job.choose(index)
      const of = (what: string) => summary.remarks.find((remark) => remark.what === what)?.count ?? 0
      expect(summary.taken.cards + of('templates')).toBe(fact.cards)
      expect(of('views')).toBe(fact.views.length)
      const board = boardIn(job.build(() => undefined))
      const titles = [...board.cards.values()].map((card) => card.title)
      expect(titles.filter((title) => !fact.cardTitles.includes(title))).toEqual([])
      // Three empty boxes of this board belong to a card that is not in the file.
      const lost = fact.boardId === 'b7wnw9awd4pnefryhq51apbzb4c' ? 3 : 0
      expect(summary.taken.checklistItems).toBe(fact.checkboxes - lost)
    }
  })
})
