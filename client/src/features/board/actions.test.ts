// @vitest-environment happy-dom
import { bulkArchive, moveCard } from '@yokoten/shared/board'
import type { BoardSnapshot } from '@yokoten/shared/board'
import { createSmallBoard } from '@yokoten/shared/board/test-support'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { clashes } from '../../input'
import type { Action } from '../../input'
import type { DocumentHandle } from '../../session/api'
import { boardActions } from './actions'
import type { BoardActs } from './acts'
import { useBoardUi } from './ui-store'

const small = createSmallBoard()
small.run(moveCard, { card: 'c2', to: small.doing })
const acts = { move: vi.fn(), archive: vi.fn(), undo: vi.fn(), redo: vi.fn(), sayDone: vi.fn() }
const run = vi.fn(() => ({ ok: true }))
const openCard = vi.fn()
const offered = (canWrite: boolean): readonly Action[] =>
  boardActions({
    handle: { get: () => small.board, run } as unknown as DocumentHandle<BoardSnapshot>,
    acts: acts as unknown as BoardActs,
    canWrite,
    me: 'ann',
    takeNext: vi.fn(),
    openCard,
  })
const action = (id: string): Action => {
  const found = offered(true).find((one) => one.id === id)
  if (!found) throw new Error(`${id} is not offered`)
  return found
}
const focus = (card: string) => {
  const element = document.body.appendChild(document.createElement('div'))
  element.dataset.card = card
  element.tabIndex = 0
  element.focus()
}

beforeEach(() => {
  vi.clearAllMocks()
  document.body.replaceChildren()
})
afterEach(() => useBoardUi.getState().leave())

/** The shortcuts of the app itself, which stay possible on every page. */
const ofTheApp = ['Mod+K', '?', 'Alt+1', 'Alt+2', 'Alt+3', 'Mod+,']

it('fights with no other action over a key, be it on the board or in the app', () => {
  const app: Action = { id: 'app', label: 'app', keys: ofTheApp, run: () => undefined }
  expect(clashes([app, ...offered(true)])).toEqual([])
  expect(clashes([app, ...offered(false)])).toEqual([])
})
it('offers a viewer nothing that changes the board', () =>
  expect(offered(false).map((one) => one.id)).toEqual([
    'board.search',
    'board.open',
    'board.serves',
    'board.copyLink',
    'board.filter',
    'board.view.mine',
    'board.view.ageing',
    'board.view.blocked',
    'board.copyView',
    'board.showAll',
    'board.archive',
  ]))
it('offers acts on a card only while one has the focus', () => {
  const onCards = ['board.open', 'board.move', 'board.moveLeft', 'board.archiveIt'].map(action)
  expect(onCards.map((one) => one.isEnabled?.())).toEqual([false, false, false, false])
  focus('c2')
  expect(onCards.map((one) => one.isEnabled?.())).toEqual([true, true, true, true])
})
it.each([
  ['board.moveRight', { card: 'c2', to: small.doing, half: 'done' }],
  ['board.moveLeft', { card: 'c2', to: small.todo, half: 'doing' }],
])('%s goes to the next half or column', (id, args) => {
  focus('c2')
  action(id).run()
  expect(acts.move).toHaveBeenCalledExactlyOnceWith(args)
})
it('moves a card past its neighbour, and not beyond the ends', () => {
  const [first = '', second = ''] = small.board.columnsById.get(small.todo)?.doing ?? []
  focus(first)
  action('board.moveUp').run()
  expect(acts.move).not.toHaveBeenCalled()
  action('board.moveDown').run()
  expect(acts.move).toHaveBeenCalledExactlyOnceWith({
    card: first,
    to: small.todo,
    half: 'doing',
    at: { after: second },
  })
})
it('asks what stops, with the card that has the focus', () => {
  focus('c2')
  action('board.stop').run()
  expect(useBoardUi.getState().ask).toEqual({ kind: 'stop', card: 'c2' })
})
it('archives all that are chosen, wherever the focus is, and else the card that has it', () => {
  focus('c2')
  action('board.archiveIt').run()
  expect(acts.archive).toHaveBeenCalledWith('c2')
  useBoardUi.getState().choose(['c1', 'c3'], true)
  action('board.archiveIt').run()
  expect(acts.archive).toHaveBeenCalledOnce()
  expect(run).toHaveBeenCalledWith(bulkArchive.command, { cards: ['c1', 'c3'] })
})
