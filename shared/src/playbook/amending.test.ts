import { expect, it } from 'vitest'
import { changedGround } from './applying'
import { amendProposal, linkProposal } from './commands/proposals'
import type { AmendArgs } from './commands/proposals'
import { byStep, decisionsIn, waitingBy } from './measures'
import { commandOf, currentVersion, inWording, titleOf } from './proposals'
import { CHANGE_LIMIT, createSmallPlaybook, ROSTER, SPEND, valueAt } from './test-support'

const LIMIT = { name: 'board.setLimit', version: 1, document: 'board/b' }
const SPLIT = { name: 'board.splitColumn', version: 1, document: 'board/b' }

function proposed() {
  const small = createSmallPlaybook()
  small.rule('change-limit', valueAt('consent'))
  const id = small.propose(CHANGE_LIMIT, { title: 'Limit to 4', command: LIMIT, args: { limit: 4 } })
  const amend = (more: Partial<AmendArgs> = {}, who = 'ann') =>
    small.run(
      amendProposal,
      { proposal: id, args: { limit: 5 }, ground: { a: 1 }, reason: 'So', zone: 'UTC', ...more },
      who,
    )
  return { small, id, amend }
}

const instead = (act: AmendArgs['instead'] & object) => ({ instead: act })

it('a wording may be another act of the same kind under the same rule, and is carried out as that', () => {
  const { small, id, amend } = proposed()
  expect(amend({ title: 'Limit to 5' }).ok).toBe(true)
  const done = amend({
    title: 'Split it',
    args: { split: true },
    ...instead({ act: { kind: 'change-limit', column: 'd' }, command: SPLIT, roster: ROSTER }),
  })
  expect(done.ok).toBe(true)
  const one = small.case(id)
  const version = currentVersion(one)
  expect([titleOf(one, version), commandOf(one, version)]).toEqual(['Split it', SPLIT])
  expect(one.versions.map((each) => titleOf(one, each))).toEqual(['Limit to 4', 'Limit to 5', 'Split it'])
  expect(one.versions.map((each) => commandOf(one, each)?.name)).toEqual([
    'board.setLimit',
    'board.setLimit',
    'board.splitColumn',
  ])
  expect(inWording(one, version).proposal).toMatchObject({ id, title: 'Split it', command: SPLIT })
  expect(changedGround(version.ground, { a: 1 })).toEqual([])
  // What is left unsaid stays as the wording before it has it.
  expect(amend({ args: { split: false } }).ok).toBe(true)
  const last = currentVersion(small.case(id))
  expect([titleOf(one, last), commandOf(one, last)]).toEqual(['Split it', SPLIT])
})

it('an act under another rule does not slip in as a wording', () => {
  const { small, amend } = proposed()
  small.rule('change-limit', valueAt('vote'), { column: 'd' })
  const other = (act: typeof CHANGE_LIMIT) => amend(instead({ act, command: LIMIT, roster: ROSTER }))
  const refusal = { ok: false, error: { reason: 'another-rule' } }
  expect(other({ kind: 'change-limit', column: 'd' })).toEqual(refusal)
  expect(other({ kind: 'change-columns', column: 'c' })).toEqual(refusal)
  expect(other({ kind: 'change-limit', column: 'c' }).ok).toBe(true)
  // The rule by which it is decided may have been set anew since: P1.
  small.rule('change-limit', valueAt('tell'))
  expect(other({ kind: 'change-limit', column: 'c' }).ok).toBe(true)
})

it('nor does one that silence cannot decide where silence counts', () => {
  const small = createSmallPlaybook()
  small.rule('change-policy', valueAt('consent'))
  const id = small.propose({ kind: 'change-policy', about: 'pull' }, { title: 'Pull freely' })
  const amend = (about: string) =>
    small.run(amendProposal, {
      proposal: id,
      args: {},
      ground: {},
      reason: '',
      zone: 'UTC',
      instead: { act: { kind: 'change-policy', about }, command: LIMIT, roster: ROSTER },
    })
  expect(amend('spend')).toEqual({ ok: false, error: { reason: 'another-rule' } })
  expect(amend('archive').ok).toBe(true)
})

it('only its proposer gives it another wording, and that has a title', () => {
  const { amend } = proposed()
  expect(amend({}, 'ben')).toEqual({ ok: false, error: { reason: 'not-yours' } })
  expect(amend({ title: '  ' })).toEqual({ ok: false, error: { reason: 'empty' } })
})

it('anybody ties it to something and takes that out again, also what it was opened with', () => {
  const small = createSmallPlaybook()
  small.rule('change-limit', valueAt('consent'))
  const id = small.propose(CHANGE_LIMIT, { links: ['board:b', 'card:b/c1'] })
  const link = (what: string, isLinked: boolean, who = 'ben') =>
    small.run(linkProposal, { proposal: id, link: what, isLinked }, who)
  expect(link('step:m/s', true).ok).toBe(true)
  expect(link('card:b/c1', false).ok).toBe(true)
  expect(small.case(id).links).toEqual(['board:b', 'step:m/s'])
  expect(small.playbook.casesById.get(id)).toEqual(small.document.rebuilt().casesById.get(id))
  expect(link('step:m/s', false).ok).toBe(true)
  expect(link('card:b/c1', true, 'cem').ok).toBe(true)
  expect(small.case(id).links).toEqual(['board:b', 'card:b/c1'])
  const before = small.playbook
  expect(link('card:b/c1', true).ok).toBe(true)
  expect(small.playbook.tables.links).toEqual(before.tables.links)
  expect(small.run(linkProposal, { proposal: 'x', link: 'value:v', isLinked: true })).toEqual({
    ok: false,
    error: { reason: 'proposal-gone' },
  })
})

it('waiting for a yes is counted under the steps of today, whenever they were tied to it', () => {
  const small = createSmallPlaybook()
  small.rule('spend', valueAt('yes', { yesFrom: { kind: 'person', id: 'ben' } }))
  const id = small.propose(SPEND)
  small.run(linkProposal, { proposal: id, link: 'step:m/stamping', isLinked: true })
  small.hour = 48
  const decisions = decisionsIn(small.playbook, { at: small.now, isSure: true })
  expect([...waitingBy(decisions, small.now, byStep)]).toEqual([['m/stamping', { yeses: 1, days: 2 }]])
})
