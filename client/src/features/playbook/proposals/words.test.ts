import { decisionsIn } from '@yokoten/shared/playbook'
import type { VoiceKind } from '@yokoten/shared/playbook'
import {
  CHANGE_LIMIT,
  createSmallPlaybook,
  MONDAY,
  SPEND,
  valueAt,
} from '@yokoten/shared/playbook/test-support'
import type { SmallPlaybook } from '@yokoten/shared/playbook/test-support'
import { expect, it } from 'vitest'
import {
  askWords,
  momentWords,
  outcomeWords,
  permitWords,
  spanWords,
  standingOf,
  waitingWords,
} from './words'

const DAY = 86_400_000

function proposed(level: 'consent' | 'vote' | 'advice'): SmallPlaybook & { readonly id: string } {
  const small = createSmallPlaybook()
  small.rule('change-limit', valueAt(level))
  return Object.assign(small, { id: small.propose(CHANGE_LIMIT) })
}

function said(small: SmallPlaybook) {
  const saying = { nameOf: (id: string) => id, zone: 'UTC', now: small.now }
  const [decision] = decisionsIn(small.playbook, { at: small.now, isSure: true })
  if (!decision) throw new Error('nothing was proposed')
  return {
    ask: askWords(decision, saying),
    wanted: waitingWords('vote', decision, saying),
    outcome: outcomeWords(decision, saying),
    standing: standingOf(decision),
  }
}

it('says when in the team’s zone, near days by their name', () => {
  const words = (at: number) => momentWords(at, { zone: 'UTC', now: MONDAY })
  expect(words(MONDAY)).toMatch(/^today /)
  expect(words(MONDAY + DAY)).toMatch(/^tomorrow /)
  expect(words(MONDAY + 3 * DAY)).toMatch(/^Thursday /)
  expect(words(MONDAY + 20 * DAY)).toMatch(/22/)
  expect(words(Number.MAX_SAFE_INTEGER)).toMatch(/\d/)
})

it('says of a consent who was heard, who objects, and what is missing', () => {
  const small = proposed('consent')
  expect(said(small).ask).toMatch(/^ann proposes it\. Goes ahead today .+ unless someone objects\.$/)
  expect(said(small).outcome).toMatch(/^1 of 4 have been heard, and 3 are needed\. Then it goes ahead/)
  small.hour = 9
  expect(said(small)).toMatchObject({
    standing: 'stuck',
    outcome: expect.stringMatching(/^2 more people have to be heard\./),
  })
  small.hour = 1
  small.say(small.id, 'ben', 'object', 'One press only')
  expect(said(small)).toMatchObject({
    standing: 'stuck',
    outcome: expect.stringContaining('ben objects: “One press only”'),
  })
  small.hour = 2
  for (const [who, kind] of [
    ['ben', 'consent'],
    ['cem', 'seen'],
  ] as const)
    small.say(small.id, who, kind)
  small.hour = 9
  expect(said(small)).toMatchObject({
    standing: 'accepted',
    outcome: expect.stringMatching(/^Accepted today/),
  })
})

it('says where silence does not count, and promises nothing before enough have been heard', () => {
  const small = createSmallPlaybook()
  small.rule('spend', valueAt('consent'))
  const id = small.propose(SPEND)
  expect(said(small).ask).toMatch(
    /^ann proposes it\. Silence does not count here: say by today .+ what you think\.$/,
  )
  for (const who of ['ben', 'cem']) small.say(id, who, 'consent')
  expect(said(small).outcome).toMatch(/^3 of 4 have been heard\. Without an objection it goes ahead/)
})

it('asks until its time is over, and then says who is missing', () => {
  const small = proposed('vote')
  expect(said(small).wanted).toMatch(/^ann asks for a vote until /)
  small.say(small.id, 'ann', 'yes')
  small.hour = 9
  expect(said(small).wanted).toMatch(/^2 more people have to be heard\./)
})

it('says of a vote how it stands and how it ended', () => {
  const small = proposed('vote')
  const votes: readonly (readonly [string, VoiceKind])[] = [
    ['ann', 'yes'],
    ['ben', 'no'],
    ['cem', 'no'],
  ]
  for (const [who, kind] of votes) small.say(small.id, who, kind)
  expect(said(small).outcome).toBe('1 for it, 2 against. 3 of at least 3 have voted.')
  small.hour = 9
  expect(said(small)).toMatchObject({ standing: 'ended', outcome: 'Not accepted: 1 for it, 2 against.' })
})

it('says of advice that it was asked for and how much came', () => {
  const small = proposed('advice')
  expect(said(small).outcome).toBe('Nobody has given advice yet.')
  small.say(small.id, 'ben', 'advice', 'Wait')
  expect(said(small).outcome).toBe('One person has answered.')
})

it('answers Can I in one sentence', () => {
  const nameOf = (id: string) => id
  const answer = { level: 'tell' as const, tells: [], yesFrom: [], isSilent: true }
  expect(permitWords(answer, undefined, { nameOf })).toBe('Yes. Do it, and the team is told.')
  expect(permitWords({ ...answer, tells: ['ben', 'cem'] }, undefined, { nameOf })).toBe(
    'Yes. Do it, and ben and cem will be told.',
  )
  expect(permitWords({ ...answer, level: 'yes' }, 'The plant manager', { nameOf })).toBe(
    'With a yes from The plant manager.',
  )
  expect(permitWords({ ...answer, level: 'yes' }, undefined, { nameOf })).toMatch(/nobody on the team/)
  const consent = { ...answer, level: 'consent' as const }
  expect(permitWords(consent, undefined, { nameOf })).toMatch(/unless someone objects/)
  expect(permitWords({ ...consent, isSilent: false }, undefined, { nameOf })).toMatch(/enough have said/)
})

it('says spans in the unit that fits', () => {
  expect([0, 1 / 24, 1, 3].map(spanWords)).toEqual(['1 minute', '1 hour', '24 hours', '3 days'])
})
