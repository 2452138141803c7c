import { expect, it } from 'vitest'
import { amendProposal, decideAfterAdvice } from './commands/proposals'
import { CHANGE_LIMIT, createSmallPlaybook, PEOPLE, valueAt } from './test-support/small-playbook'
import type { SmallPlaybook } from './test-support/small-playbook'
import { waitingFor } from './waiting'

const wantedOf = (small: SmallPlaybook, person: string) =>
  waitingFor(small.playbook, person, { at: small.now, isSure: true }).map((one) => one.wanted)
const all = (small: SmallPlaybook) => PEOPLE.map((person) => wantedOf(small, person).join())

it('a consent waits for every other member until they have said something to this wording', () => {
  const small = createSmallPlaybook()
  small.rule('change-limit', valueAt('consent'))
  const id = small.propose(CHANGE_LIMIT)
  expect(all(small)).toEqual(['', 'consent', 'consent', 'consent'])
  small.say(id, 'ben', 'seen')
  small.say(id, 'cem', 'consent')
  expect(all(small)).toEqual(['', 'consent', '', 'consent'])
  small.say(id, 'dee', 'object')
  expect(all(small)).toEqual(['amend', 'consent', '', ''])
  small.hour = 1
  small.run(amendProposal, { proposal: id, args: {}, ground: {}, reason: 'Better', zone: 'UTC' })
  expect(all(small)).toEqual(['', 'consent', 'consent', 'consent'])
  small.hour = 200
  expect(all(small)).toEqual(['', '', '', ''])
})

it('advice waits for those whom the rule names, and then for who asked', () => {
  const small = createSmallPlaybook()
  small.rule('change-limit', valueAt('advice', { tells: [{ kind: 'person', id: 'ben' }] }))
  const id = small.propose(CHANGE_LIMIT)
  expect(all(small)).toEqual(['', 'advise', '', ''])
  small.say(id, 'ben', 'advice', 'Wait for the new press')
  expect(all(small)).toEqual(['decide', '', '', ''])
  expect(small.run(decideAfterAdvice, { proposal: id }).ok).toBe(true)
  expect(all(small)).toEqual(['', '', '', ''])
})

it('advice that does not come waits for who asked once its time is over', () => {
  const small = createSmallPlaybook()
  small.rule('change-limit', valueAt('advice'))
  small.propose(CHANGE_LIMIT)
  expect(all(small)).toEqual(['', 'advise', 'advise', 'advise'])
  small.hour = 8
  expect(wantedOf(small, 'ann')).toEqual(['decide'])
})

it('a vote is the proposer’s too, and a yes waits for those who can give it, or to be written down', () => {
  const small = createSmallPlaybook()
  small.rule('change-limit', valueAt('vote'))
  const vote = small.propose(CHANGE_LIMIT)
  expect(all(small)).toEqual(['vote', 'vote', 'vote', 'vote'])
  small.say(vote, 'ann', 'yes')
  expect(wantedOf(small, 'ann')).toEqual([])
  small.rule('spend', valueAt('yes', { yesFrom: { kind: 'skill', id: 'weld' } }))
  small.propose({ kind: 'spend', amount: 40 })
  expect(wantedOf(small, 'ben')).toEqual(['vote', 'answer'])
  expect(wantedOf(small, 'cem')).toEqual(['vote'])
  small.rule('archive', valueAt('yes', { yesFrom: { kind: 'outside', id: 'The plant manager' } }))
  small.propose({ kind: 'archive' })
  expect(wantedOf(small, 'ann')).toEqual(['write-down'])
})

it('what ends first comes first', () => {
  const small = createSmallPlaybook()
  small.rule('change-limit', valueAt('consent', { hours: 20 }))
  small.rule('archive', valueAt('vote', { hours: 4 }))
  small.propose(CHANGE_LIMIT)
  small.propose({ kind: 'archive' })
  expect(wantedOf(small, 'ben')).toEqual(['vote', 'consent'])
})
