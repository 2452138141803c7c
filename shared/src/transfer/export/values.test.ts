// Whom cards are for, in files: named by words, found again by words.
import { describe, expect, it } from 'vitest'
import type { FileBoard } from '../boards'
import { openFile } from '../opening'
import { options, ports } from '../opening/test-support/public-files'
import { writeBoardJson } from './board-json'
import { boardToFile } from './board-to-file'
import { cardTable } from './tables'
import { full, known, sourcesOf } from './test-support/paint-shop'

const bytes = (text: string) => new TextEncoder().encode(text)

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
