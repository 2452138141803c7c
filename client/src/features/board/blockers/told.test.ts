import { clearBlocker, raiseBlocker, reopenBlocker } from '@yokoten/shared/board'
import type { BlockerRow } from '@yokoten/shared/board'
import { createSmallBoard } from '@yokoten/shared/board/test-support'
import { expect, it } from 'vitest'
import { callOf, isTold } from './told'

const alone = { changed: 0, kept: 1, otherDevices: 0 }
const shared = { changed: 0, kept: 0, otherDevices: 2 }

function raised() {
  const small = createSmallBoard()
  small.run(raiseBlocker, { blocker: 'b1', card: null, reason: 'safety' })
  return { small, row: () => small.board.blockers.get('b1') as BlockerRow }
}

it('nobody is told while no other device holds what this one wrote', () => {
  const { row } = raised()
  const none = new Set<string>()
  expect(isTold(row(), 'ann', none, alone)).toBe(false)
  expect(isTold(row(), 'ann', none, { ...alone, kept: 0 })).toBe(false)
  expect(isTold(row(), 'ann', none, { ...shared, changed: 1 })).toBe(false)
  expect(isTold(row(), 'ann', none, shared)).toBe(true)
})

it('once it was shared, later edits that are still kept here change nothing', () => {
  const { row } = raised()
  expect(isTold(row(), 'ann', new Set([callOf(row())]), alone)).toBe(true)
})

it('what somebody else raised has come from their device', () => {
  expect(isTold(raised().row(), 'dee', new Set(), alone)).toBe(true)
})

it('what stops again is a new call, made by whoever says so', () => {
  const { small, row } = raised()
  const before = new Set([callOf(row())])
  small.run(clearBlocker, { blocker: 'b1' }, small.dee)
  small.run(reopenBlocker, { blocker: 'b1' }, small.dee)
  expect(isTold(row(), 'dee', before, alone)).toBe(false)
  expect(isTold(row(), 'ann', before, alone)).toBe(true)
})
