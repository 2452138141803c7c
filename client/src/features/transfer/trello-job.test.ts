import { describe, expect, it } from 'vitest'
import { boardDocument } from '@yokoten/shared/board'
import { applyUpdates, openProjection } from '@yokoten/shared/doc'
import * as Y from 'yjs'
import { trelloText } from './test-support/trello-file'
import { createTrelloJob } from './trello-job'
import { summaryWords, trelloRefusalWords } from './words'

const options = {
  salt: 'salt',
  person: 'ann',
  now: 1_800_000_000_000,
  timeZone: 'UTC',
  reasons: ['Safety'],
  strayColumn: 'Others',
  untitled: 'Without a title',
}

describe('Trello import', () => {
  it('builds the whole board as one update that a fresh document can open', () => {
    const job = createTrelloJob(options)
    expect(job.read(trelloText).ok).toBe(true)
    const steps: [number, number][] = []
    const update = job.build((done, of) => steps.push([done, of]))
    expect(steps.at(-1)).toEqual([2, 2])
    const doc = new Y.Doc()
    expect(applyUpdates(doc, [update], undefined)).toEqual([])
    const projection = openProjection(doc, boardDocument)
    expect(projection.problems()).toEqual([])
    const board = projection.get()
    expect(board.columns.map((column) => column.name)).toEqual(['To do', 'Doing', 'Done'])
    expect([...board.cards.values()].map((card) => card.title).sort()).toEqual([
      'Clean the booth',
      'Mix colour 4',
    ])
  })

  it('says what is taken and what is not, and is silent about what is not there', () => {
    const summary = createTrelloJob(options).read(trelloText)
    if (!summary.ok) throw new Error(summary.error.reason)
    const words = summaryWords(summary.value)
    expect(words.taken).toContain('3 lists become columns')
    expect(words.taken).toContain('2 cards, 1 of them put away')
    expect(words.taken).toContain('1 move of 1 card, as their journeys')
    expect(words.taken).toContain('1 list limit as slots')
    expect(words.left).toEqual(['2 attachments: the file holds only links to them'])
    expect(words.notes).toEqual([])
    expect([...words.taken, ...words.left].filter((line) => /\b0\b/.test(line))).toEqual([])
  })

  it('refuses a bad file in a sentence that says where', () => {
    const refusal = (text: string) => {
      const read = createTrelloJob(options).read(text)
      return read.ok ? undefined : trelloRefusalWords(read.error)
    }
    expect(refusal('')).toBe('This file is empty.')
    expect(refusal(trelloText.slice(0, -40))).toMatch(/^The end of this file is missing/)
    expect(refusal('{"name":"x","lists":[]}')).toBe('This is not a Trello board: it has no “cards”.')
    expect(refusal('id;name\n1;2')).toMatch(/cannot be read: line 1|not a JSON file/)
    expect(refusal('{"lists":[{"id":1}],"cards":[]}')).toMatch(
      /“lists\[0\]\.id” is missing or not as it should be/,
    )
  })
})
