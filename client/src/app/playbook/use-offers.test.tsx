// @vitest-environment happy-dom
import { act, cleanup, renderHook } from '@testing-library/react'
import { addHat, answerTurn, offerTurn, withdrawTurn } from '@yokoten/shared/playbook'
import { afterEach, expect, it } from 'vitest'
import { teamAtHand } from '../../features/playbook/test-support/team-at-hand'
import { useOffers } from './use-offers'

afterEach(cleanup)

it('counts the turns that wait for the person at this device, and nobody else’s', async () => {
  const { team, handle } = await teamAtHand(['Ann', 'Bo'])
  const { result } = renderHook(() => useOffers(team, handle))
  await act(async () => {
    handle.run(addHat, { id: 'f', kind: 'facilitator', does: '' })
    for (const turn of ['one', 'two', 'three']) handle.run(offerTurn, { turn, hat: 'f', person: 'Bo' })
    handle.run(offerTurn, { hat: 'f', person: 'Ann' })
    handle.run(withdrawTurn, { turn: 'three' })
  })
  expect(result.current).toBe(0)
  await act(() => team.becomePerson('Bo'))
  expect(result.current).toBe(2)
  await act(async () => void handle.run(answerTurn, { turn: 'one', accept: false }))
  expect(result.current).toBe(1)
})
