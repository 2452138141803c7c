// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { boardDocument, createBoard } from '@yokoten/shared/board'
import { addPerson } from '@yokoten/shared/team'
import { afterEach, expect, it } from 'vitest'
import { createDeviceOn, createMemoryPorts } from '../../../session'
import { Board } from '../board-page'
import { useBoardUi } from '../ui-store'

afterEach(cleanup)

it('is done with when everything that was changed in it has been asked of the team', async () => {
  const team = await createDeviceOn(createMemoryPorts()).create('Press line 2')
  team.directory.run(addPerson, { id: 'ann', name: 'Ann' })
  await team.becomePerson('ann')
  const handle = await team.open(boardDocument, 'board/one')
  handle.run(createBoard, { key: 'PL', columns: ['Choose', 'Doing', 'Done'], reasons: ['Safety'] })
  const asked: string[] = []
  team.agree({
    permit: () => ({ level: 'consent', rule: null, tells: [], yesFrom: [] }),
    tell: () => undefined,
    ask: ({ command }) => asked.push(command.name),
  })
  await act(async () => void render(<Board handle={handle} team={team} />))
  act(() => useBoardUi.getState().open({ kind: 'structure' }))
  const full = await screen.findByLabelText('When no slot is free, on this board')
  fireEvent.change(full, { target: { value: 'forbidden' } })
  const whole = screen.getByRole('textbox', { name: 'Cards in work, whole board' })
  fireEvent.change(whole, { target: { value: '4' } })
  fireEvent.blur(whole)
  fireEvent.click(screen.getByRole('button', { name: 'Save' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(asked).toEqual(['board.setWhenFull', 'board.setLimit'])
  await team.close()
})
