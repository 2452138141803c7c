import { describe, expect, it } from 'vitest'
import { withdrawProposal } from './commands/proposals'
import { answerRequest, raiseRequest, reopenRequest, resolveRequest } from './commands/requests'
import { planHandOver, setRule } from './commands/rules'
import {
  byKind,
  byMonth,
  byStep,
  costOfRule,
  decisionsIn,
  handOver,
  latencyBy,
  precedentsOf,
  waitingBy,
} from './measures'
import { lastActsIn, latestActs, membersOf } from './members'
import { requestState } from './requests'
import { ruleKey } from './rules'
import {
  CHANGE_LIMIT,
  createSmallPlaybook,
  HOUR,
  MONDAY,
  PEOPLE,
  SPEND,
  valueAt,
} from './test-support/small-playbook'

const DAY = 24 * HOUR

describe('requests', () => {
  const state = (small: ReturnType<typeof createSmallPlaybook>) => {
    const row = small.playbook.requests.get('q')
    return row && requestState(row)
  }
  it('keep the first answer of another, and the last word on whether it is resolved', () => {
    const small = createSmallPlaybook()
    small.run(raiseRequest, { id: 'q', kind: 'help', words: 'Who can set the press?' })
    small.run(answerRequest, { request: 'q' }, 'ann')
    expect(state(small)).toEqual({ isOpen: true, firstResponse: null, resolved: null, reopened: 0 })
    small.hour = 1
    small.run(answerRequest, { request: 'q', words: 'Me' }, 'ben')
    small.hour = 2
    small.run(answerRequest, { request: 'q' }, 'cem')
    small.run(resolveRequest, { request: 'q' }, 'ben')
    expect(state(small)).toEqual({
      isOpen: false,
      firstResponse: MONDAY + HOUR,
      resolved: MONDAY + 2 * HOUR,
      reopened: 0,
    })
    small.hour = -9_999
    small.run(reopenRequest, { request: 'q' }, 'dee')
    expect(state(small)).toMatchObject({ isOpen: true, resolved: null, reopened: 1 })
  })
})

describe('members', () => {
  it('are who did something within four weeks; where nobody did anything, all', () => {
    const last = latestActs(
      new Map([['ann', 10 * DAY]]),
      new Map([
        ['ann', 5 * DAY],
        ['ben', 40 * DAY],
      ]),
    )
    expect(membersOf(PEOPLE, last, 45 * DAY)).toEqual(['ben'])
    expect(membersOf(PEOPLE, last, 30 * DAY)).toEqual(['ann', 'ben'])
    expect(membersOf(PEOPLE, new Map(), 0)).toEqual([...PEOPLE])
  })
  it('are found in the playbook, and a clock far ahead keeps nobody for ever', () => {
    const small = createSmallPlaybook()
    small.run(setRule, { act: 'spend', condition: {}, value: valueAt('tell') }, 'ben')
    expect([...lastActsIn(small.playbook, small.now)]).toEqual([['ben', small.now]])
    expect([...lastActsIn(small.playbook, small.now - DAY)]).toEqual([['ben', small.now - DAY]])
  })
})

describe('measures', () => {
  /** Two yeses for spending: one given after two days, one still waited for since a day. */
  function waited() {
    const small = createSmallPlaybook()
    const rule = valueAt('yes', { yesFrom: { kind: 'outside', id: 'Plant manager' } })
    small.rule('spend', rule)
    const first = small.propose(SPEND, { links: ['step:weld'] })
    small.hour = 48
    small.say(first, 'cem', 'yes')
    const second = small.propose(SPEND)
    small.rule('change-limit', valueAt('consent'))
    const limit = small.propose(CHANGE_LIMIT)
    for (const who of ['ben', 'cem']) small.say(limit, who, 'consent')
    small.hour = 72
    return { small, first, second, limit, now: { at: small.now, isSure: true } }
  }

  it('count waiting for a yes by kind, by step, by month, and what a rule has cost', () => {
    const { small, now } = waited()
    const decisions = decisionsIn(small.playbook, now)
    expect(waitingBy(decisions, now.at, byKind)).toEqual(new Map([['spend', { yeses: 2, days: 3 }]]))
    expect(waitingBy(decisions, now.at, byStep)).toEqual(new Map([['weld', { yeses: 1, days: 2 }]]))
    const isoDay = (time: number) => new Date(time).toISOString().slice(0, 10)
    expect(waitingBy(decisions, now.at, byMonth(isoDay))).toEqual(
      new Map([['2026-03', { yeses: 2, days: 3 }]]),
    )
    const key = ruleKey('spend', {})
    expect(costOfRule(small.playbook.rules, key, decisions, now.at)).toEqual({ yeses: 2, days: 3 })
    expect(costOfRule(small.playbook.rules, 'no rule', decisions, now.at)).toEqual({ yeses: 0, days: 0 })
  })

  it('a wait ends when it is given up', () => {
    const { small, second } = waited()
    small.run(withdrawProposal, { proposal: second })
    small.hour = 200
    const now = { at: small.now, isSure: true }
    expect(waitingBy(decisionsIn(small.playbook, now), now.at, byKind)).toEqual(
      new Map([['spend', { yeses: 2, days: 3 }]]),
    )
  })

  it('give age and latency by kind and level', () => {
    const { small, now, second } = waited()
    const decisions = decisionsIn(small.playbook, now)
    const latency = latencyBy(decisions)
    expect(latency.get('spend')?.get('yes')).toEqual({ decided: 1, median: 2, p85: 2 })
    // Opened on Wednesday at eight, eight working hours: decided at four.
    expect(latency.get('change-limit')?.get('consent')).toEqual({ decided: 1, median: 8 / 24, p85: 8 / 24 })
    const open = decisions.filter(({ isOpen }) => isOpen)
    expect(open.map(({ case: one, days }) => [one.proposal.id, days])).toEqual([[second, 1]])
  })

  it('name what was decided before about the like', () => {
    const { small, now, limit } = waited()
    const decisions = decisionsIn(small.playbook, now)
    expect(precedentsOf(decisions, CHANGE_LIMIT).map(({ case: one }) => one.proposal.id)).toEqual([limit])
    expect(precedentsOf(decisions, SPEND)).toHaveLength(1)
  })

  it('list what still needs a yes, with its plan and cost', () => {
    const { small, now } = waited()
    const plan = { kind: 'ours', day: '2026-12-01' } as const
    small.run(planHandOver, { act: 'spend', condition: {}, value: plan })
    small.run(planHandOver, { act: 'spend', condition: {}, value: plan })
    expect(small.playbook.tables.plans.size).toBe(1)
    expect(handOver(small.playbook, now)).toMatchObject([
      { act: 'spend', plan: { value: plan, disputed: false }, cost: { yeses: 2, days: 3 } },
    ])
    small.rule('spend', valueAt('consent'))
    expect(handOver(small.playbook, now)).toEqual([])
  })
})
