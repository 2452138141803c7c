import { describe, expect, it } from 'vitest'
import { ACT_KINDS, PERMIT_LEVELS } from '../kernel'
import type { Act } from '../kernel'
import { addAct, setRule, setRules } from './commands/rules'
import { addHat, answerTurn, offerTurn } from './commands/hats'
import { concernOf, permit } from './permit'
import type { Condition } from './records'
import { contradictionsIn, ruleKey } from './rules'
import { FIRST_ACTS, STARTING_SETS, startingRules } from './starting-sets'
import { createSmallPlaybook, ROSTER, valueAt } from './test-support/small-playbook'

const BEN = { kind: 'person', id: 'ben' } as const

const setup = () => {
  const small = createSmallPlaybook()
  const ask = (act: Act, who = 'ann', roster = ROSTER) => permit(small.playbook, act, who, small.now, roster)
  return { small, ask }
}

describe('every act at every level', () => {
  const table = ACT_KINDS.flatMap((kind) => PERMIT_LEVELS.map((level) => [kind, level] as const))
  it.each(table)('%s: %s', (kind, level) => {
    const { small, ask } = setup()
    const value = valueAt(level, level === 'yes' ? { yesFrom: BEN } : {})
    const set = small.run(setRule, { act: kind, condition: {}, value, roster: ROSTER })
    const isHeldUp = kind === 'raise-blocker' && !['free', 'tell'].includes(level)
    expect(set).toEqual(
      isHeldUp ? { ok: false, error: { reason: 'safety-first' } } : { ok: true, value: undefined },
    )
    expect(ask({ kind }).level).toBe(isHeldUp ? 'free' : level)
    expect(ask({ kind }).yesFrom).toEqual(level === 'yes' && !isHeldUp ? ['ben'] : [])
    // Whose yes it needs just does it; an act of another kind is as free as before.
    expect(ask({ kind }, 'ben').level).toBe(isHeldUp || level === 'yes' ? 'free' : level)
    expect(ask({ kind: 'other' })).toMatchObject({ level: 'free', rule: null })
  })

  it('a blocker is never held up, whatever a damaged rule says', () => {
    const { small, ask } = setup()
    const value = valueAt('vote')
    small.document.apply([
      {
        kind: 'append',
        in: 'rules',
        id: 'forged',
        entry: { act: 'raise-blocker', condition: {}, value, parents: [], by: 'eve', at: 1, order: 1 },
      },
    ])
    expect(ask({ kind: 'raise-blocker' }).level).toBe('tell')
  })
})

describe('conditions', () => {
  it.each<[string, Condition, Act, boolean]>([
    ['more than', { moreThan: 50 }, { kind: 'spend', amount: 51 }, true],
    ['not more than', { moreThan: 50 }, { kind: 'spend', amount: 50 }, false],
    ['up to', { upTo: 50 }, { kind: 'spend', amount: 50 }, true],
    ['an amount that is not said', { upTo: 50 }, { kind: 'spend' }, false],
    ['the column', { column: 'c' }, { kind: 'pull', column: 'c' }, true],
    ['another column', { column: 'c' }, { kind: 'pull', column: 'd' }, false],
    ['the class', { classOfService: 'expedite' }, { kind: 'pull', classOfService: 'expedite' }, true],
    ['somebody else', { touches: 'others' }, { kind: 'archive', touches: ['dee'] }, true],
    ['nobody else', { touches: 'others' }, { kind: 'archive' }, false],
    ['who is named', { touches: 'dee' }, { kind: 'archive', touches: ['cem', 'dee'] }, true],
  ])('%s', (_, condition, act, holds) => {
    const { small, ask } = setup()
    small.rule(act.kind, valueAt('consent'), condition)
    expect(ask(act).level).toBe(holds ? 'consent' : 'free')
  })

  it('a narrower rule goes before a wider one, whichever is stricter', () => {
    const { small, ask } = setup()
    small.rule('spend', valueAt('consent'))
    small.rule('spend', valueAt('free'), { upTo: 50 })
    small.rule('spend', valueAt('vote'), { moreThan: 500 })
    expect([40, 200, 900].map((amount) => ask({ kind: 'spend', amount }).level)).toEqual([
      'free',
      'consent',
      'vote',
    ])
    expect(contradictionsIn(small.playbook.rules)).toEqual([])
  })

  it('of two that contradict the stricter holds, and both are named', () => {
    const { small, ask } = setup()
    small.rule('pull', valueAt('tell'), { column: 'c' })
    small.rule('pull', valueAt('consent'), { classOfService: 'expedite' })
    const answer = ask({ kind: 'pull', column: 'c', classOfService: 'expedite' })
    expect(answer.level).toBe('consent')
    expect(answer.contradicting.map((rule) => rule.value.level)).toEqual(['tell'])
    const pairs = contradictionsIn(small.playbook.rules).map((pair) => pair.map((rule) => rule.value.level))
    expect(pairs.map((pair) => pair.sort())).toEqual([['consent', 'tell']])
    expect(ask({ kind: 'pull', column: 'c' }).contradicting).toEqual([])
  })

  it('set apart, the stricter holds until somebody says which', () => {
    const { small, ask } = setup()
    const apart = (level: 'free' | 'consent', order: number) => ({
      kind: 'append' as const,
      in: 'rules',
      id: level,
      entry: {
        act: 'archive',
        condition: {},
        value: valueAt(level),
        parents: [],
        by: 'ann',
        at: order,
        order,
      },
    })
    small.document.apply([apart('consent', 1), apart('free', 2)])
    expect(small.playbook.rules.get(ruleKey('archive', {}))?.disputed).toBe(true)
    expect(ask({ kind: 'archive' }).level).toBe('consent')
    small.rule('archive', valueAt('free'))
    expect(small.playbook.rules.get(ruleKey('archive', {}))?.disputed).toBe(false)
    expect(ask({ kind: 'archive' }).level).toBe('free')
  })

  it('a range that nothing meets is refused', () => {
    const { small } = setup()
    const empty = { act: 'spend', condition: { moreThan: 9, upTo: 9 }, value: valueAt('tell') }
    expect(small.run(setRule, empty)).toEqual({ ok: false, error: { reason: 'empty-range' } })
  })
})

describe('a policy that locks its own change', () => {
  const lock = (yesFrom: { kind: 'person' | 'hat' | 'skill' | 'outside'; id: string }, roster = ROSTER) => ({
    act: 'change-policy',
    condition: {},
    value: valueAt('yes', { yesFrom }),
    roster,
  })

  it.each([
    ['a hat that nobody wears', { kind: 'hat', id: 'chief' }],
    ['a person who left', { kind: 'person', id: 'zoe' }],
    ['a skill that nobody has', { kind: 'skill', id: 'magic' }],
    ['a skill by the name of something that every object has', { kind: 'skill', id: 'constructor' }],
  ] as const)('%s is refused with the reason', (_, named) => {
    const { small } = setup()
    expect(small.run(setRule, lock(named))).toEqual({ ok: false, error: { reason: 'locks-itself', named } })
  })

  it('nobody named is refused', () => {
    const { small } = setup()
    const nobody = { ...lock(BEN), value: valueAt('yes') }
    expect(small.run(setRule, nobody)).toEqual({ ok: false, error: { reason: 'nobody-named' } })
  })

  it('a person who leaves later leaves the team with consent', () => {
    const { small, ask } = setup()
    small.run(setRule, lock(BEN))
    expect(ask({ kind: 'change-policy' })).toMatchObject({ level: 'yes', yesFrom: ['ben'], unlocked: false })
    const without = { ...ROSTER, people: ['ann', 'cem', 'dee'] as unknown as typeof ROSTER.people }
    expect(ask({ kind: 'change-policy' }, 'ann', without)).toMatchObject({ level: 'consent', unlocked: true })
    small.rule('spend', valueAt('yes', { yesFrom: BEN }))
    // Another act waits for a yes that nobody can give until the rule is changed: it is said, not opened.
    expect(ask({ kind: 'spend' }, 'ann', without)).toMatchObject({ level: 'yes', yesFrom: [] })
  })

  it('an outsider may be asked: anyone of the team writes down what they said', () => {
    const { small, ask } = setup()
    expect(small.run(setRule, lock({ kind: 'outside', id: 'Plant manager' })).ok).toBe(true)
    expect(ask({ kind: 'change-policy' })).toMatchObject({ level: 'yes', yesFrom: [], unlocked: false })
  })

  it('a hat counts while it is worn, and not after', () => {
    const { small, ask } = setup()
    small.run(addHat, { id: 'flow', kind: 'flow-keeper', does: 'Looks after the flow', days: 7 })
    small.run(offerTurn, { turn: 't', hat: 'flow', person: 'ben' })
    small.rule('archive', valueAt('yes', { yesFrom: { kind: 'hat', id: 'flow' } }))
    expect(ask({ kind: 'archive' }).yesFrom).toEqual([])
    small.run(answerTurn, { turn: 't', accept: true }, 'ben')
    expect(ask({ kind: 'archive' }).yesFrom).toEqual(['ben'])
    small.hour = 7 * 24
    expect(ask({ kind: 'archive' }).yesFrom).toEqual([])
  })
})

it('says whom to tell, each once and only who is there', () => {
  const { small, ask } = setup()
  const tells = [BEN, { kind: 'skill', id: 'weld' }, { kind: 'person', id: 'zoe' }] as const
  small.rule('archive', valueAt('tell', { tells: [...tells] }))
  expect(ask({ kind: 'archive' }).tells).toEqual(['ben'])
})

it('what silence never decides about is known of every act, of a policy by what it is about', () => {
  const { small } = setup()
  small.run(addAct, { id: 'own', name: 'Change the gas', concern: 'safety' })
  const concern = (act: Act) => concernOf(small.playbook.actsById, act)
  expect(concern({ kind: 'own' })).toBe('safety')
  expect(concern({ kind: 'spend' })).toBe('money')
  expect(concern({ kind: 'invite-person' })).toBe('people')
  expect(concern({ kind: 'change-policy', about: 'own' })).toBe('safety')
  expect(concern({ kind: 'change-policy', about: 'spend' })).toBe('money')
  expect(concern({ kind: 'change-policy', about: 'pull' })).toBe(null)
  expect(concern({ kind: 'toString' })).toBe(null)
})

describe('starting sets', () => {
  it.each(STARTING_SETS)('%s has a rule for every act, refused nowhere and contradicting nothing', (name) => {
    const { small, ask } = setup()
    const rules = startingRules(name, '2026-06-01', { kind: 'outside', id: 'Plant manager' })
    expect(small.run(setRules, { rules, roster: ROSTER }).ok).toBe(true)
    expect(rules.map((rule) => rule.act)).toEqual(ACT_KINDS)
    for (const { act, value } of rules) expect(ask({ kind: act }).level).toBe(value.level)
    expect(contradictionsIn(small.playbook.rules)).toEqual([])
    expect(FIRST_ACTS).toHaveLength(5)
    // Chosen again it writes nothing.
    const before = small.playbook.tables.rules.size
    small.run(setRules, { rules, roster: ROSTER })
    expect(small.playbook.tables.rules.size).toBe(before)
  })
})
