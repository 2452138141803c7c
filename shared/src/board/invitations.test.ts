import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  acceptInvitation,
  declineInvitation,
  pulledByAccepting,
  seeAnswer,
  withdrawInvitation,
} from './commands/invitations'
import { archiveCard, inviteToCard, joinCard, leaveCard } from './commands/edit-card'
import { moveCard, pullCard } from './commands/move-card'
import { newsFor } from './invitations'
import { createSmallBoard } from './test-support/small-board'

const kinds = (small: ReturnType<typeof createSmallBoard>, person: string) =>
  newsFor(small.board, person).map(({ kind, card, other }) => `${kind} ${card} ${other}`)

it('who is invited to a card that waits pulls it by saying yes, and who asked hears of it once', () => {
  const small = createSmallBoard()
  small.run(inviteToCard, { card: 'c2', person: 'dee' })
  expect(kinds(small, 'dee')).toEqual(['asked c2 ann'])
  expect(small.board.cards.get('c2')?.people.dee?.state).toBe('invited')
  expect(pulledByAccepting(small.board, 'c2')).toBe(small.doing)
  small.run(acceptInvitation, { card: 'c2' }, small.dee)
  expect(small.board.journeys.get('c2')).toMatchObject({ column: small.doing })
  expect(small.board.journeys.get('c2')?.last).toMatchObject({ kind: 'invited', by: 'dee', with: 'ann' })
  expect(kinds(small, 'dee')).toEqual([])
  expect(kinds(small, 'ann')).toEqual(['accepted c2 dee'])
  small.run(seeAnswer, { card: 'c2', person: 'dee' })
  expect(kinds(small, 'ann')).toEqual([])
  expect(small.board.invitations).toEqual([])
})

it('who is invited to work that is going on joins it, and nobody leaves it for that', () => {
  const small = createSmallBoard()
  small.run(pullCard, { card: 'c1' })
  small.run(inviteToCard, { card: 'c1', person: 'dee' })
  expect(pulledByAccepting(small.board, 'c1')).toBeNull()
  small.run(acceptInvitation, { card: 'c1' }, small.dee)
  const people = small.board.cards.get('c1')?.people
  expect([people?.ann?.state, people?.dee?.state]).toEqual(['on', 'on'])
  // The first move made on the invitation is one; what follows is pulled.
  small.run(moveCard, { card: 'c1', to: small.check }, small.dee)
  expect(small.board.journeys.get('c1')?.last).toMatchObject({ kind: 'invited', with: 'ann' })
  small.run(moveCard, { card: 'c1', to: small.doing }, small.dee)
  small.run(moveCard, { card: 'c1', to: small.check }, small.dee)
  expect(small.board.journeys.get('c1')?.last.kind).toBe('pulled')
})

it('not now takes the person off the card and is told to who asked; asking again takes the answer back', () => {
  const small = createSmallBoard()
  small.run(inviteToCard, { card: 'c2', person: 'dee' })
  small.run(declineInvitation, { card: 'c2' }, small.dee)
  expect(small.board.cards.get('c2')?.people).toEqual({})
  expect(kinds(small, 'ann')).toEqual(['declined c2 dee'])
  small.run(inviteToCard, { card: 'c2', person: 'dee' })
  expect(kinds(small, 'ann')).toEqual([])
  expect(kinds(small, 'dee')).toEqual(['asked c2 ann'])
  small.run(withdrawInvitation, { card: 'c2', person: 'dee' })
  expect(small.board.invitations).toEqual([])
  expect(small.run(acceptInvitation, { card: 'c2' }, small.dee).ok).toBe(true)
  expect(small.board.cards.get('c2')?.people).toEqual({})
})

it('a full column refuses the pull, and the invitation stays until there is room', () => {
  const small = createSmallBoard()
  small.run(pullCard, { card: 'c1' })
  small.run(pullCard, { card: 'c3' })
  small.run(inviteToCard, { card: 'c2', person: 'dee' })
  const refusal = small.run(acceptInvitation, { card: 'c2' }, small.dee)
  expect(refusal).toMatchObject({ ok: false, error: { reason: 'why-needed' } })
  expect(kinds(small, 'dee')).toEqual(['asked c2 ann'])
  small.run(acceptInvitation, { card: 'c2', pull: false }, small.dee)
  expect(small.board.cards.get('c2')?.people.dee?.state).toBe('on')
  expect(small.board.journeys.get('c2')?.column).toBe(small.todo)
})

it('handing over asks: the giver leaves, and the receiver is on it when they say so', () => {
  const small = createSmallBoard()
  small.run(pullCard, { card: 'c1' })
  small.run(moveCard, { card: 'c1', to: small.doing, handTo: 'dee' })
  expect(small.board.journeys.get('c1')?.last).toMatchObject({ kind: 'handed-over', by: 'ann', with: 'dee' })
  expect(small.board.cards.get('c1')?.people).toMatchObject({ dee: { state: 'invited', by: 'ann' } })
  expect(small.board.cards.get('c1')?.people.ann).toBeUndefined()
  small.run(acceptInvitation, { card: 'c1' }, small.dee)
  expect(small.board.cards.get('c1')?.people.dee?.state).toBe('on')
  expect(kinds(small, 'ann')).toEqual(['accepted c1 dee'])
})

it('the list of open invitations kept along is the one found by looking at every card', () => {
  const act = fc.tuple(fc.nat(6), fc.nat(3), fc.boolean())
  fc.assert(
    fc.property(fc.array(act, { maxLength: 20 }), (acts) => {
      const small = createSmallBoard()
      for (const [what, which, isDee] of acts) {
        const card = `c${which + 1}`
        const who = isDee ? small.dee : small.ann
        const other = isDee ? 'ann' : 'dee'
        ;[
          () => small.run(inviteToCard, { card, person: other }, who),
          () => small.run(acceptInvitation, { card, why: 'so' }, who),
          () => small.run(declineInvitation, { card }, who),
          () => small.run(seeAnswer, { card, person: other }, who),
          () => small.run(joinCard, { card }, who),
          () => small.run(leaveCard, { card }, who),
          () => small.run(archiveCard, { card }, who),
        ][what]?.()
      }
      expect(small.board.invitations).toEqual(small.document.rebuilt().invitations)
    }),
    { numRuns: 200 },
  )
})
