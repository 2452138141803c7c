// @vitest-environment happy-dom
import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { addCard, boardDocument, createBoard, editCard, moveCard } from '@yokoten/shared/board'
import { addNode, mapDocument, setValue } from '@yokoten/shared/map'
import { addCustomer, addDocument, addGoal, addPerson, addValue, archiveValue } from '@yokoten/shared/team'
import { createDeviceOn, createMemoryPorts } from '../../../session'
import { testPaths } from '../test-support/paths'
import { LinePage } from './line-page'

async function pressLine() {
  const team = await createDeviceOn(createMemoryPorts()).create('Press line 2')
  team.directory.run(addPerson, { id: 'ann', name: 'Ann' })
  await team.becomePerson('ann')
  const { directory } = team
  directory.run(addCustomer, { id: 'shop', name: 'Press shop' })
  directory.run(addValue, { id: 'first', words: 'First time', customer: 'shop' })
  directory.run(addValue, { id: 'time', words: 'On time', customer: 'shop' })
  directory.run(addGoal, { id: 'scrap', what: 'Scrap', from: '4 %', to: '1 %', value: 'first' })
  const board = await team.open(boardDocument, 'board/b1')
  board.run(createBoard, { key: 'PL', columns: ['Choose', 'Doing', 'Done'], reasons: [] })
  for (const card of ['c1', 'c2', 'c3']) board.run(addCard, { card, title: `Card ${card}` })
  board.run(editCard, { card: 'c1', value: 'first' })
  board.run(editCard, { card: 'c3', value: 'first' })
  board.run(moveCard, { card: 'c3', to: board.get().columns[2]?.id ?? '' })
  const map = await team.open(mapDocument, 'map/m1')
  map.run(addNode, { id: 'weld', kind: 'process', name: 'Weld', position: { x: 0, y: 0 } })
  map.run(addNode, { id: 'coils', kind: 'inventory', name: 'Coils', position: { x: 0, y: 0 } })
  map.run(setValue, { node: 'weld', value: 'first' })
  directory.run(addDocument, { id: 'b1', kind: 'board', name: 'Press 2' })
  directory.run(addDocument, { id: 'm1', kind: 'map', name: 'Brackets' })
  directory.run(addDocument, { id: 'b2', kind: 'board', name: 'Not yet here' })
  return { team, board, map }
}

let line: Awaited<ReturnType<typeof pressLine>>
beforeEach(async () => {
  line = await pressLine()
  render(<LinePage team={line.team} paths={testPaths} proposedFor={(value) => <p>Proposed for {value}</p>} />)
})
afterEach(async () => {
  cleanup()
  await line.team.close()
})
const value = (name: string) => within(screen.getByRole('article', { name }))
const nothing = () => within(screen.getByRole('region', { name: /nothing/ }))
const hrefs = (part: Pick<typeof screen, 'queryAllByRole'>) =>
  part.queryAllByRole('link').map((link) => link.getAttribute('href'))

it('shows what serves what across boards and maps, what serves nothing, and what it has read', async () => {
  expect(nothing().getByText(/^Reading: 0 of 3 boards and maps\./)).toBeTruthy()
  await waitFor(() => expect(screen.getByText(/^Read: all 3 boards and maps\./)).toBeTruthy())
  expect(screen.getByText(/Not on this device yet: Not yet here\./)).toBeTruthy()
  expect(hrefs(value('First time'))).toEqual(['/board/b1?card=c1', '/map/m1?step=weld'])
  expect(value('First time').getByText('Goal: Scrap 4 % → 1 %')).toBeTruthy()
  expect(value('First time').getByText('and 1 finished card')).toBeTruthy()
  expect(value('First time').getByText('Proposed for first')).toBeTruthy()
  expect(value('On time').getByText('No open card and no step serves this.')).toBeTruthy()
  expect(screen.getByRole('heading', { name: '1 serves nothing yet' })).toBeTruthy()
  expect(hrefs(nothing())).toEqual(['/board/b1?card=c2'])
  expect(screen.getByText('2 of 3 open cards and map steps point at what a customer values.')).toBeTruthy()
})
it('follows a card that is pointed elsewhere, and a value that is put away', async () => {
  await waitFor(() => expect(screen.getByText(/^Read: all 3 boards and maps\./)).toBeTruthy())
  act(() => void line.board.run(editCard, { card: 'c2', value: 'time' }))
  await waitFor(() => expect(hrefs(value('On time'))).toEqual(['/board/b1?card=c2']))
  expect(screen.getByRole('heading', { name: 'Serves nothing: none' })).toBeTruthy()
  act(() => void line.team.directory.run(archiveValue, { id: 'time' }))
  expect(screen.queryByRole('article', { name: 'On time' })).toBeNull()
  expect(nothing().getByText(/served “On time”, put away since/)).toBeTruthy()
})
