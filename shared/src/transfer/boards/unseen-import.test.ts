// Cards of an import that never stood, written in parts and left there: nothing that a person reads knows of them.
import { expect, it } from 'vitest'
import { createSmallBoard } from '../../board/test-support'
import {
  createAgeing,
  createCalendar,
  historyOf,
  lastActsOn,
  pullCard,
  searchCards,
  weekDone,
} from '../../board'
import type { BoardSnapshot } from '../../board'
import { boardToFile, cardTable, flowTable } from '../export'
import { emptyBoard, plainCard, plainColumn, plainStep } from './file-board'
import { joinBoard, joinTargetOf } from './join-board'
import { takeIn, takeInPart } from './take-in'

const AT = Date.UTC(2026, 0, 5)
const DAY = 86_400_000

const more = {
  ...emptyBoard('From elsewhere'),
  columns: [plainColumn('a', 'Doing'), plainColumn('b', 'Done')],
  people: [{ key: 'p', name: 'Kim' }],
  cards: Array.from({ length: 12 }, (_, index) => ({
    ...plainCard({
      key: `k${index}`,
      title: `Sprocket ${index}`,
      at: AT,
      journey: [
        { ...plainStep('a', 'added', AT), by: 'p' },
        ...(index > 0 ? [{ ...plainStep('b', 'finished', AT + DAY), by: 'p' }] : []),
      ],
    }),
    comments: [{ words: 'Looks worn', by: 'p', at: AT }],
    people: [{ person: 'p', state: 'on' as const, by: '', at: AT }],
  })),
}

function read(board: BoardSnapshot, hidden: readonly string[]) {
  const calendar = createCalendar('UTC')
  const sources = {
    board,
    name: 'Press line',
    nameOf: () => undefined,
    valueOf: () => undefined,
    wordsOf: () => [],
    timeText: String,
    dayText: String,
    linkOf: () => '',
  }
  const ageing = createAgeing(calendar)(board)
  return {
    counts: [board.cards.size, board.journeys.size, board.archivedCards.length, board.homeless.length],
    used: board.columns.map(({ doing, done, used }) => [doing, done, used]),
    limits: [...board.limits.values()],
    found: ['Sprocket', 'worn', 'Kim'].flatMap((words) => searchCards(board, words)),
    file: boardToFile(sources),
    tables: [cardTable(sources), flowTable(sources)],
    histories: [...board.cards.ids()].map((card) => historyOf(board, card)),
    hidden: hidden.flatMap((card) => historyOf(board, card)),
    ageing: [ageing.finished, [...ageing.left]],
    week: weekDone(ageing.finished, calendar, AT + 2 * DAY),
    acts: lastActsOn(board, AT + 90 * DAY).get('ann'),
  }
}

it('an import that never stood is in no count, search, export, history or ageing', () => {
  const small = createSmallBoard()
  small.run(pullCard, { card: 'c1' })
  const options = { salt: 's', person: 'ann', now: AT, reasons: [], untitled: '?' }
  const { parts, ...whole } = joinBoard(more, joinTargetOf(small.board), {}, options)
  const before = small.board
  const known = new Set(before.cards.ids())
  for (const changes of parts) small.run(takeInPart, { changes })
  const hidden = [...small.board.basis.tables.cards.ids()].filter((card) => !known.has(card))
  expect(hidden).toHaveLength(12)
  const seen = read(small.board, hidden)
  expect(seen).toEqual(read(before, hidden))
  expect(read(small.document.rebuilt(), hidden)).toEqual(seen)
  // Everything that was compared would show them.
  small.run(takeIn, whole)
  const standing = read(small.board, hidden)
  for (const key of [
    'counts',
    'used',
    'found',
    'file',
    'tables',
    'histories',
    'hidden',
    'ageing',
    'week',
  ] as const)
    expect(standing[key], key).not.toEqual(seen[key])
})
