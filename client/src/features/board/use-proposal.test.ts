import { clearBlocker, dayFromIso, moveCard, pullCard, raiseBlocker, spokenId } from '@yokoten/shared/board'
import { createSmallBoard } from '@yokoten/shared/board/test-support'
import { expect, it } from 'vitest'
import { nextOffer } from './use-proposal'

const situation = { today: dayFromIso('2026-03-02'), cycle: null }
const offer = (small: ReturnType<typeof createSmallBoard>, person: string) =>
  nextOffer(small.board, person, situation)

it('the button says what it will do, and to which card', () => {
  const small = createSmallBoard()
  const said = (card: string) => spokenId(small.board, card)
  expect(offer(small, 'ann')).toMatchObject({ act: 'pull', label: `Pull ${said('c1')}` })
  small.run(pullCard, { card: 'c1' })
  small.run(pullCard, { card: 'c2' })
  expect(offer(small, 'dee')).toMatchObject({ act: 'help', label: `Help finish ${said('c1')}` })
  small.run(raiseBlocker, { blocker: 'b1', card: 'c2', reason: 'tool' })
  expect(offer(small, 'dee')).toMatchObject({
    act: 'unblock',
    blocker: 'b1',
    label: `Help unblock ${said('c2')}`,
  })
  small.run(clearBlocker, { blocker: 'b1' })
  small.run(moveCard, { card: 'c1', to: small.doing, half: 'done' })
  expect(offer(small, 'dee')).toMatchObject({ act: 'pull', label: `Pull ${said('c1')}` })
})

it('with all slots full of cards of one’s own, it asks to finish the oldest', () => {
  const small = createSmallBoard()
  small.run(pullCard, { card: 'c1' })
  small.run(pullCard, { card: 'c2' })
  expect(offer(small, 'ann')).toMatchObject({
    act: 'finish',
    card: 'c1',
    label: `Finish ${spokenId(small.board, 'c1')}`,
    why: 'All slots are full. Finishing yours frees one.',
  })
})

it('with room and no card that waits, it says that there is nothing to pull', () => {
  const small = createSmallBoard()
  for (const card of ['c2', 'c3', 'c4']) small.run(moveCard, { card, to: small.done })
  small.run(pullCard, { card: 'c1' })
  expect(offer(small, 'ann')).toMatchObject({
    act: 'finish',
    card: 'c1',
    why: 'There is nothing to pull. Finish what is yours.',
  })
})
