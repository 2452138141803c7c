// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import {
  beginRound,
  leaveOut,
  openedText,
  openHand,
  ruleKey,
  sealHand,
  sealOf,
} from '@yokoten/shared/playbook'
import type { Hand } from '@yokoten/shared/playbook'
import { teamAtHand } from '../test-support/team-at-hand'
import { PokerSection } from './poker-section'
import { hashText } from './use-rounds'

afterEach(cleanup)

type Team = Awaited<ReturnType<typeof teamAtHand>>
const SALT = 'a salt that is long enough'
const words = () => screen.getByRole('region', { name: /^Delegation poker/ }).textContent ?? ''
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))

/** Bo's hand comes from elsewhere: laid, and turned over where `opened` says so. */
async function asBo({ team, handle }: Team, hand: Hand, opened = openedText(SALT, hand)) {
  await act(async () => {
    await team.becomePerson('Bo')
    const sealed = sealOf(hashText, 'r', 'Bo', openedText(SALT, hand))
    handle.run(sealHand, { round: 'r', sealed })
    handle.run(openHand, { round: 'r', opened, players: ['Bo'] })
    await team.becomePerson('Ann')
  })
}

async function round(people: readonly string[], acts: readonly string[] = ['pull', 'spend']) {
  const at = await teamAtHand(people)
  expect(at.handle.run(beginRound, { round: 'r', acts }).ok).toBe(true)
  at.show(<PokerSection />)
  return at
}
const lay = (name: string, card: number) =>
  fireEvent.click(
    within(screen.getByRole('radiogroup', { name })).getByRole('radio', { name: new RegExp(`^${card}:`) }),
  )

describe('a round of delegation poker', () => {
  it('writes only the hash until all have laid, shows nothing of others, and fills the table', async () => {
    const at = await round(['Ann', 'Bo'])
    lay('Pull the next card', 7)
    lay('Spend money', 2)
    press('Lay my cards face down')
    await waitFor(() => expect(words()).toContain('1 of 2 have laid their cards. Waiting for Bo.'))
    const [entry] = at.handle.get().hands.get('r') ?? []
    expect(entry).toMatchObject({ by: 'Ann', opened: '' })
    await asBo(at, { pull: 6, spend: 4 })
    expect(words()).not.toContain('6:')
    press('Turn my cards over')
    await waitFor(() =>
      expect(words()).toContain('Laid: 2: They decide and explain it and 4: We decide together'),
    )
    press('Make these the rules')
    expect(screen.getByRole('alert').textContent).toBe('Choose whose yes it needs.')
    fireEvent.change(screen.getByLabelText('Spend money: how it is done'), { target: { value: 'consent' } })
    press('Make these the rules')
    await waitFor(() => expect(screen.queryByRole('region')).toBeNull())
    const { rules } = at.handle.get()
    expect(rules.get(ruleKey('pull', {}))?.value?.level).toBe('tell')
    expect(rules.get(ruleKey('spend', {}))?.value?.level).toBe('consent')
  })
  it('goes on without somebody who is away, by whoever began it', async () => {
    const at = await round(['Ann', 'Bo', 'Cem'], ['pull'])
    await asBo(at, { pull: 5 })
    lay('Pull the next card', 5)
    press('Lay my cards face down')
    await waitFor(() => expect(words()).toContain('Waiting for Cem.'))
    press('Go on without Cem')
    press('Turn my cards over')
    await waitFor(() => expect(words()).toContain('All laid 5: We decide, after their advice'))
    expect(at.handle.run(leaveOut, { round: 'r', person: 'Cem' }).ok).toBe(true)
  })
  it('says so where the cards wait on another device', async () => {
    const at = await round(['Ann'], ['pull'])
    const sealed = sealOf(hashText, 'r', 'Ann', openedText(SALT, { pull: 3 }))
    act(() => void at.handle.run(sealHand, { round: 'r', sealed }))
    press('Turn my cards over')
    expect((await screen.findByRole('alert')).textContent).toMatch(/^Your cards wait on the device/)
  })
  it('names who turned over something else than they laid', async () => {
    const at = await round(['Ann', 'Bo'], ['pull'])
    await asBo(at, { pull: 1 }, openedText(SALT, { pull: 7 }))
    expect(words()).toContain('What was turned over is not what was laid, and does not count: Bo.')
  })
  it('is only looked at by who has a view invitation', async () => {
    const at = await teamAtHand(['Ann', 'Bo'])
    at.handle.run(beginRound, { round: 'r', acts: ['pull'] })
    at.show(<PokerSection />, { looking: true })
    expect(words()).toContain('0 of 2 have laid their cards')
    expect(screen.queryByRole('radio')).toBeNull()
    expect(screen.queryByRole('button', { name: /^(Lay|Go on|End)/ })).toBeNull()
  })
})
