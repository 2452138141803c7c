// @vitest-environment happy-dom
import { acceptInvitation, declineInvitation, inviteToCard } from '@yokoten/shared/board'
import { createSmallBoard } from '@yokoten/shared/board/test-support'
import { emptyTable } from '@yokoten/shared/kernel'
import type { Person } from '@yokoten/shared/team'
import { expect, it, vi } from 'vitest'
import { createRegistry } from '../../../input/registry'
import type { BoardActs } from '../acts'
import { boardMenu } from '../parts/board-menu'
import { invitationActs, linesFor } from './invitation-lines'

const people = emptyTable<Person>()

it('offers the invited person yes and no for each invitation, with what a yes will do', () => {
  const small = createSmallBoard()
  small.run(inviteToCard, { card: 'c1', person: 'dee' })
  const acts = { enter: vi.fn(), run: vi.fn() }
  const [line] = linesFor(small.board, 'dee')
  if (!line) throw new Error('no invitation')
  const can = invitationActs(line, { acts: acts as unknown as BoardActs, people })
  expect(can.map(({ label }) => label)).toEqual([
    `Pull ${line.spoken}: somebody invites you to ${line.spoken}`,
    `Not now: somebody invites you to ${line.spoken}`,
  ])
  can[0]?.run()
  can[1]?.run()
  expect(acts.enter).toHaveBeenCalledExactlyOnceWith(acceptInvitation, { card: 'c1' })
  expect(acts.run).toHaveBeenCalledExactlyOnceWith(declineInvitation, { card: 'c1' })
  const registry = createRegistry()
  registry.offer(can)
  expect(boardMenu(registry.list(), false).flat()).toEqual([])
})
it('is quiet for whoever is not asked, or is nobody yet', () => {
  const small = createSmallBoard()
  small.run(inviteToCard, { card: 'c1', person: 'dee' })
  expect(linesFor(small.board, 'ann')).toEqual([])
  expect(linesFor(small.board, undefined)).toEqual([])
})
