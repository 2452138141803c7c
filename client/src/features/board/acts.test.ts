// @vitest-environment happy-dom
import { addCard, boardDocument, createBoard, isPutAway, moveCard } from '@yokoten/shared/board'
import { addPerson } from '@yokoten/shared/team'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { toasts } from '../../design/toasts'
import { createDeviceOn, createMemoryPorts } from '../../session'
import { createBoardActs } from './acts'

async function openBoard() {
  const team = await createDeviceOn(createMemoryPorts()).create('Press line 2')
  team.directory.run(addPerson, { id: 'ann', name: 'Ann' })
  await team.becomePerson('ann')
  const handle = await team.open(boardDocument, 'board/one')
  handle.run(createBoard, { key: 'PL', columns: ['Choose', 'Doing', 'Done'], reasons: ['Safety'] })
  for (const card of ['c1', 'c2']) handle.run(addCard, { card, title: `Card ${card}` })
  return { team, handle, acts: createBoardActs(handle) }
}

let board: Awaited<ReturnType<typeof openBoard>>
beforeEach(async () => {
  board = await openBoard()
})
afterEach(async () => {
  for (const { id } of toasts.get()) toasts.dismiss(id)
  await board.team.close()
})

const offered = () => toasts.get().filter((toast) => toast.action !== undefined)

it('undo beside a sentence takes back what the sentence is about', () => {
  const { acts, handle } = board
  acts.archive('c1')
  expect(isPutAway(handle.get(), 'c1')).toBe(true)
  expect(offered().map(({ words }) => words)).toEqual(['Card archived.'])
  offered()[0]?.action?.run()
  expect(isPutAway(handle.get(), 'c1')).toBe(false)
  expect(offered()).toEqual([])
})

it('undo beside a sentence goes away when something else is done, or that was taken back otherwise', () => {
  const { acts, handle } = board
  acts.archive('c1')
  handle.run(moveCard, { card: 'c2', to: handle.get().columns[1]?.id ?? '' })
  expect(offered()).toEqual([])
  acts.archive('c2')
  expect(offered()).toHaveLength(1)
  acts.undo()
  expect(offered()).toEqual([])
})
