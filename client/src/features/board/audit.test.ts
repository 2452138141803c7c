// @vitest-environment happy-dom
// The audit of all acts on the board: each has a label, a way by pointer, one by touch and one by keyboard.
import type { BoardSnapshot } from '@yokoten/shared/board'
import { createSmallBoard } from '@yokoten/shared/board/test-support'
import { expect, it } from 'vitest'
import { clashes } from '../../input'
import type { Action } from '../../input'
import { isTextId } from '../../text'
import type { DocumentHandle } from '../../session/api'
import { boardActions } from './actions'
import type { BoardActs } from './acts'
import { cardMenu } from './finding/card-menu'
import { boardMenu, IN_BAR, IN_THUMB } from './parts/board-menu'

const small = createSmallBoard()
const nothing = () => undefined
const acts: readonly Action[] = boardActions({
  handle: { get: () => small.board } as DocumentHandle<BoardSnapshot>,
  acts: {} as BoardActs,
  canWrite: true,
  me: 'ann',
  takeNext: nothing,
  openCard: nothing,
  openWall: nothing,
})
/** The shortcuts of the app itself, which stay possible on every page. */
const app: Action = {
  id: 'app',
  label: 'app',
  keys: ['Mod+K', '?', 'Alt+1', 'Alt+2', 'Alt+3', 'Mod+,'],
  run: nothing,
}

const ids = (groups: readonly (readonly { readonly id: string }[])[]) => groups.flat().map((one) => one.id)
const ofCard = ids(cardMenu(acts).map((group) => group.entries))
const laptopMenu = ids(boardMenu(acts, false))
const phoneMenu = ids(boardMenu(acts, true))

/** Where an act is found: none of the ways is written down for an act alone, all follow from what draws it. */
function ways(act: Action) {
  const inFilter = act.id.startsWith('board.view.') ? 'the filter' : undefined
  const card = ofCard.includes(act.id) ? 'the menu of the card' : undefined
  return {
    pointer:
      card ??
      inFilter ??
      (IN_BAR.includes(act.id) ? 'the bar' : laptopMenu.includes(act.id) ? 'the menu' : ''),
    touch:
      (card && 'the card held, then the bar of chosen cards') ??
      inFilter ??
      (IN_THUMB.includes(act.id) ? 'under the thumb' : phoneMenu.includes(act.id) ? 'the menu' : ''),
    keyboard: act.keys?.join(' or ') ?? 'the palette',
  }
}

it.each(acts.map((act) => [act.id, act] as const))('%s has a label and a way for every hand', (id, act) => {
  expect(act.label).toMatch(/^\p{Lu}/u)
  expect(isTextId(act.label)).toBe(false)
  expect(act.group).toBeDefined()
  expect(ways(act)).toEqual({
    pointer: expect.stringMatching(/./) as string,
    touch: expect.stringMatching(/./) as string,
    keyboard: expect.stringMatching(/./) as string,
  })
  expect(acts.filter((other) => other.id === id)).toHaveLength(1)
})
it('binds no key twice, those of the app included', () => {
  expect(clashes([app, ...acts])).toEqual([])
})
it('has two acts with one label nowhere', () => {
  const labels = acts.map((act) => act.label)
  expect(labels.filter((label, index) => labels.indexOf(label) !== index)).toEqual([])
})
it('shows the great acts on a phone under the thumb, and no act twice', () => {
  expect([...phoneMenu, ...IN_THUMB].sort()).toEqual([...new Set([...phoneMenu, ...IN_THUMB])].sort())
  expect(phoneMenu).toContain('board.add')
})
