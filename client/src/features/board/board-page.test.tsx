// @vitest-environment happy-dom
import { addCard, boardDocument, createBoard, editCard, moveCard, setLimit } from '@yokoten/shared/board'
import type { BoardSnapshot } from '@yokoten/shared/board'
import { encodeState, execute, openProjection } from '@yokoten/shared/doc'
import { createDevice } from '@yokoten/shared/board/test-support'
import type { Command } from '@yokoten/shared/kernel'
import { addPerson } from '@yokoten/shared/team'
import { act, cleanup, render } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { createDeviceOn, createMemoryPorts } from '../../session'
import { Board } from './board-page'
import type { CardLook } from './card-look'

const drawn = vi.hoisted(() => ({ cards: [] as string[], counts: [] as string[] }))

// All cards are in sight here: a page without a layout has no height to fill.
vi.mock('@tanstack/react-virtual', () => ({
  defaultRangeExtractor: () => [],
  useVirtualizer: ({ count, getItemKey }: { count: number; getItemKey: (index: number) => string }) => ({
    getTotalSize: () => count * 80,
    getVirtualItems: () =>
      Array.from({ length: count }, (_, index) => ({ index, key: getItemKey(index), start: index * 80 })),
    measureElement: () => undefined,
  }),
}))
vi.mock('./parts/card-face', () => ({
  CardFace({ look }: { look: CardLook }) {
    drawn.cards.push(look.title)
    return <p>{look.title}</p>
  },
}))
vi.mock('./parts/slots', () => ({
  Slots({ used, limit }: { used: number; limit: number }) {
    drawn.counts.push(`${used} of ${limit}`)
    return null
  },
}))

const NAME = 'board/one'
const LIMIT = 9

async function openBoard() {
  const team = await createDeviceOn(createMemoryPorts()).create('Press line 2')
  team.directory.run(addPerson, { id: 'ann', name: 'Ann' })
  await team.becomePerson('ann')
  const handle = await team.open(boardDocument, NAME)
  handle.run(createBoard, { key: 'PL', columns: ['Choose', 'Doing', 'Done'], reasons: ['Safety'] })
  for (const column of handle.get().columns)
    handle.run(setLimit, { column: column.id, limit: LIMIT, why: '' })
  for (const card of ['c1', 'c2', 'c3', 'c4']) handle.run(addCard, { card, title: `Card ${card}` })
  const [choose = '', doing = '', done = ''] = handle.get().columns.map((column) => column.id)
  handle.run(moveCard, { card: 'c4', to: doing })
  /** What somebody else does on another device, as it arrives here. */
  async function elsewhere<A, R>(command: Command<BoardSnapshot, A, R>, args: A) {
    const theirs = new Y.Doc()
    Y.applyUpdate(theirs, (await team.exportDocuments()).get(NAME) as Uint8Array)
    const projection = openProjection(theirs, boardDocument)
    const decided = command.decide(projection.get(), args, createDevice('dee', 7, Date.now()))
    if (!decided.ok) throw new Error(JSON.stringify(decided.error))
    execute(theirs, boardDocument, decided.value)
    await act(async () => {
      const merged = await team.mergeDocuments(new Map([[NAME, encodeState(theirs)]]))
      if (!merged.ok) throw new Error(JSON.stringify(merged.error))
    })
  }
  return { team, handle, elsewhere, choose, doing, done }
}

let board: Awaited<ReturnType<typeof openBoard>>
beforeEach(async () => {
  board = await openBoard()
  const { handle, team } = board
  await act(async () => void render(<Board handle={handle} team={team} />))
  drawn.cards = []
  drawn.counts = []
})
afterEach(async () => {
  cleanup()
  await board.team.close()
})

it('draws only the card that somebody else moved, and the counts of the two columns', async () => {
  await board.elsewhere(moveCard, { card: 'c1', to: board.doing })
  expect(board.handle.get().columnsById.get(board.doing)?.doing).toContain('c1')
  expect(new Set(drawn.cards)).toEqual(new Set(['Card c1']))
  expect(drawn.counts.sort()).toEqual([`2 of ${LIMIT}`, `2 of ${LIMIT}`])
})
it('draws only the card whose title somebody else changed, and no count', async () => {
  await board.elsewhere(editCard, { card: 'c2', title: 'Repair lift table' })
  expect(drawn.cards).toEqual(['Repair lift table'])
  expect(drawn.counts).toEqual([])
})
it('draws no card when another one is opened', async () => {
  const card = document.querySelector<HTMLElement>('[data-card="c3"]')
  await act(async () => card?.click())
  expect(location.search).toBe('?card=c3')
  expect(drawn).toEqual({ cards: [], counts: [] })
})
