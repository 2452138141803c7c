import { expect, it } from 'vitest'
import { teamActs } from './acts'
import { INVITATION_DAYS, invitePerson, invitedAt, withdrawInvitation } from './invitations'
import { asPerson, createSmallTeam, TEST_NOW } from './test-support/small-team'

const DAY = 86_400_000

it('says whom an invitation is for, and refuses one for nobody', () => {
  const small = createSmallTeam('ann', 'bo')
  small.run(invitePerson, { name: '  Bea  Rossi ' }, 'bo')
  expect(small.team.invited).toMatchObject([{ name: 'Bea Rossi', by: 'bo', at: TEST_NOW, archived: false }])
  expect(small.run(invitePerson, { name: ' ' })).toMatchObject({ error: { reason: 'name-empty' } })
  expect(small.run(invitePerson, { name: 'x'.repeat(121) })).toMatchObject({
    error: { reason: 'name-too-long' },
  })
  expect(small.team.invited).toHaveLength(1)
})
it('can be shown for two weeks, the latest first', () => {
  const small = createSmallTeam('ann')
  small.run(invitePerson, { name: 'Bea' }, 'ann', TEST_NOW)
  small.run(invitePerson, { name: 'Cem' }, 'ann', TEST_NOW + DAY)
  const namesAt = (now: number) => invitedAt(small.team.invited, now).map(({ name }) => name)
  expect(namesAt(TEST_NOW + 2 * DAY)).toEqual(['Cem', 'Bea'])
  expect(namesAt(TEST_NOW + INVITATION_DAYS * DAY - 1)).toEqual(['Cem', 'Bea'])
  expect(namesAt(TEST_NOW + INVITATION_DAYS * DAY)).toEqual(['Cem'])
  expect(namesAt(TEST_NOW + (INVITATION_DAYS + 1) * DAY)).toEqual([])
})
it('is taken back once', () => {
  const small = createSmallTeam('ann')
  small.run(invitePerson, { name: 'Bea' })
  const id = small.team.invited[0]?.id ?? ''
  small.run(withdrawInvitation, { id })
  expect(small.team.invited).toEqual([])
  expect(small.run(withdrawInvitation, { id })).toMatchObject({ error: { reason: 'unknown' } })
})
it('is an act about which a team may agree; taking it back is none', () => {
  const small = createSmallTeam('ann')
  const made = invitePerson.decide(small.team, { name: 'Bea' }, asPerson('ann'))
  expect(made.ok && teamActs(small.team, made.value, 'ann')).toEqual([{ kind: 'invite-person' }])
  small.run(invitePerson, { name: 'Bea' })
  const id = small.team.invited[0]?.id ?? ''
  const back = withdrawInvitation.decide(small.team, { id }, asPerson('ann'))
  expect(back.ok && teamActs(small.team, back.value, 'ann')).toEqual([])
})
