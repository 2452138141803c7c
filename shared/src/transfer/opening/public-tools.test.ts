// Public files of other tools come in with the counts and dates that were published or counted without this app.
import { describe, expect } from 'vitest'
import type { ReadBoard } from '../boards'
import { cardBy, json, onBoard, opened, tool } from './test-support/public-files'

describe('other tools', () => {
  const only = (bytes: Uint8Array): ReadBoard => {
    const result = opened(bytes)
    if (result.kind !== 'boards') throw new Error('not boards')
    return result.boards[0] as ReadBoard
  }
  tool('wekan-export-2swimlanes.json', (bytes) => {
    const board = onBoard(only(bytes))
    expect(board.columns.map(({ name, used }) => [name, used])).toEqual([
      ['To Do', 1],
      ['Done', 1],
    ])
    expect([...board.basis.tables.lanes.values()].map((lane) => lane.name).sort()).toEqual([
      'Swimlane 1',
      'Swimlane 2',
    ])
    const { journey } = cardBy(board, 'Card in swimlane 2')
    expect(board.basis.tables.lanes.get(journey?.last.to.lane ?? '')?.name).toBe('Swimlane 2')
  })
  tool('nextcloud-deck-export.json', (bytes) => {
    const result = opened(bytes)
    if (result.kind !== 'boards') throw new Error('not boards')
    const file = JSON.parse(new TextDecoder().decode(bytes)) as {
      boards: Record<
        string,
        {
          title: string
          stacks: Record<string, { title: string; cards?: { title: string; archived: boolean }[] }>
        }
      >
    }
    expect(result.boards.map((one) => one.board.name)).toEqual(
      Object.values(file.boards).map((one) => one.title),
    )
    for (const [index, one] of Object.values(file.boards).entries()) {
      const board = onBoard(result.boards[index] as ReadBoard)
      for (const stack of Object.values(one.stacks))
        expect(board.columns.find((column) => column.name === stack.title)?.used).toBe(
          (stack.cards ?? []).filter((card) => !card.archived).length,
        )
    }
  })
  tool('jira-rss-export.xml', (bytes) => {
    const board = onBoard(only(bytes))
    const { card, journey } = cardBy(board, 'Investigate feature')
    expect([card.due, new Date(card.at).toISOString()]).toEqual(['2021-11-12', '2021-09-24T21:19:44.000Z'])
    expect(board.columnsById.get(journey?.column ?? '')?.name).toBe('To Do')
    expect(Object.keys(card.tags).map((tag) => board.tags.get(tag)?.name)).toEqual(['PM'])
    expect([...board.comments.values()].map(({ words }) => words.slice(0, 25))).toEqual([
      'Kicking off Project Areca',
    ])
    expect(board.basis.tables.types.get(card.type ?? '')?.name).toBe('Epic')
    expect(cardBy(board, 'Investigate feature area').journey && board.cards.size).toBe(2)
  })
  tool('focalboard-1board.board.jsonl', (bytes) => {
    const read = only(bytes)
    const facts = json('3-other-tools/focalboard.facts.json') as {
      boards: {
        cards: number
        cardTitles: string[]
        checkboxes: number
        views: unknown[]
        byType: Record<string, number>
      }[]
    }
    const [fact] = facts.boards
    const board = onBoard(read)
    expect([...board.cards.values()].map((card) => card.title).sort()).toEqual(fact?.cardTitles.toSorted())
    expect(board.columns.map((column) => column.name)).toEqual([
      'To do 🔥',
      'Next up',
      'Later',
      'Completed 🙌',
    ])
    expect([...board.cards.values()].flatMap((card) => Object.keys(card.checklist)).length).toBe(
      fact?.checkboxes,
    )
    expect(read.remarks).toContainEqual({
      kind: 'left',
      what: 'attachments',
      count: fact?.byType['block:image'],
    })
  })
})
