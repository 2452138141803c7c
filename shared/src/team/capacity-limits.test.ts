import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayFromIso } from '../kernel'
import { teamWeek } from './capacity'
import { setUsualWeek } from './capacity-commands'
import { suggestLimits, suggestPart, suggestWhole } from './capacity-limits'
import type { WorkStep } from './capacity-limits'
import { addSkill, declareSkill } from './skill-commands'
import { createSmallTeam } from './test-support/small-team'

const monday = dayFromIso('2026-11-16')
const FULL = [8, 8, 8, 8, 8, 0, 0]
const HALF = [4, 4, 4, 4, 4, 0, 0]
const step = (column: string, ...skills: string[]): WorkStep => ({ column, skills })

function suggest(small: ReturnType<typeof createSmallTeam>, ...steps: WorkStep[]) {
  return suggestLimits(small.team, teamWeek(small.team, monday), steps)
}

describe('suggested limits', () => {
  it('are the hands that are free for a column: 3 full and 1 half over two columns', () => {
    const small = createSmallTeam('ann', 'bo', 'cy', 'dee', 'eve')
    for (const person of ['ann', 'bo', 'cy']) small.run(setUsualWeek, { person, hours: FULL })
    small.run(setUsualWeek, { person: 'dee', hours: HALF })
    const found = suggest(small, step('set-up'), step('check'))
    // (3 x 40 + 20) h of 40 open hours = 3.5 people, half of their time for each column.
    expect(found.get('check')).toMatchObject({
      hands: 1.75,
      alone: 2,
      pairs: 1,
      openHours: 40,
      unsaid: ['eve'],
    })
    expect(found.get('check')?.shares).toContainEqual({ person: 'dee', hours: 20, among: 2 })
    expect(suggest(small, step('set-up')).get('set-up')).toMatchObject({ hands: 3.5, alone: 4, pairs: 2 })
  })
  it('look at who can: one able person makes one slot, learners none of their own', () => {
    const small = createSmallTeam('ann', 'bo', 'cy')
    for (const person of ['ann', 'bo', 'cy']) small.run(setUsualWeek, { person, hours: FULL })
    small.run(addSkill, { id: 'die', name: 'Die setting' })
    small.run(declareSkill, { skill: 'die', level: 'teach' }, 'ann')
    small.run(declareSkill, { skill: 'die', level: 'learning' }, 'bo')
    const found = suggest(small, step('set-up', 'die'), step('check'))
    expect(found.get('set-up')).toMatchObject({ hands: 0.5, alone: 1, pairs: 1, learners: ['bo'] })
    // Ann divides her time, the others are here for nothing else.
    expect(found.get('check')).toMatchObject({ hands: 2.5, alone: 3, pairs: 2 })
  })
  it('are not made where nobody is here, or nobody who can', () => {
    const small = createSmallTeam('ann')
    expect(suggest(small, step('a')).size).toBe(0)
    small.run(setUsualWeek, { person: 'ann', hours: FULL })
    small.run(addSkill, { id: 'die', name: 'Die setting' })
    expect([...suggest(small, step('a'), step('b', 'die')).keys()]).toEqual(['a'])
  })
  it('keep their laws for every team', () => {
    const week = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 7, maxLength: 7 })
    const person = fc.record({ hours: week, can: fc.boolean() })
    fc.assert(
      fc.property(
        fc.array(person, { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 1, max: 4 }),
        fc.boolean(),
        (people, columns, isSkilled) => {
          const names = people.map((_, index) => `p${index}`)
          const small = createSmallTeam(...names)
          small.run(addSkill, { id: 's', name: 'Skill' })
          people.forEach(({ hours, can }, index) => {
            small.run(setUsualWeek, { person: `p${index}`, hours })
            if (can) small.run(declareSkill, { skill: 's', level: 'can' }, `p${index}`)
          })
          const steps = Array.from({ length: columns }, (_, index) =>
            isSkilled && index === 0 ? step('c0', 's') : step(`c${index}`),
          )
          const now = teamWeek(small.team, monday)
          const found = [...suggestLimits(small.team, now, steps).values()]
          const served = new Set(found.flatMap((one) => one.shares.map((share) => share.person)))
          const hands = found.reduce((sum, one) => sum + one.hands, 0)
          const present = now.people
            .filter((one) => served.has(one.person))
            .reduce((sum, one) => sum + one.hours / now.openHours, 0)
          // Nobody is counted twice, and nobody who can do something is left out.
          expect(hands).toBeCloseTo(served.size === 0 ? 0 : present, 6)
          for (const one of found) {
            expect(one.pairs).toBeGreaterThanOrEqual(1)
            expect(one.alone).toBeGreaterThanOrEqual(one.pairs)
            expect(one.alone).toBeLessThanOrEqual(one.shares.length)
            expect(one.alone).toBeGreaterThanOrEqual(one.hands - 1e-6)
          }
          const slots = found.reduce((sum, one) => sum + one.alone, 0)
          expect(slots).toBeLessThan(hands + found.length + 1e-6)
        },
      ),
      { numRuns: 200 },
    )
  })
  it('do not depend on whether hours are counted in hours or shifts', () => {
    const weeks = fc.array(fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 7, maxLength: 7 }), {
      minLength: 1,
      maxLength: 4,
    })
    fc.assert(
      fc.property(weeks, (all) => {
        const limits = [1, 2].map((scale) => {
          const small = createSmallTeam(...all.map((_, index) => `p${index}`))
          all.forEach((hours, index) =>
            small.run(setUsualWeek, { person: `p${index}`, hours: hours.map((one) => one * scale) }),
          )
          return [...suggest(small, step('a'), step('b')).values()].map((one) => [one.alone, one.pairs])
        })
        expect(limits[1]).toEqual(limits[0])
      }),
    )
  })
})

describe('the suggested limit of a whole board', () => {
  it('counts everybody once who can do any of it', () => {
    const small = createSmallTeam('ann', 'bo', 'cy', 'dee', 'eve')
    for (const person of ['ann', 'bo', 'cy']) small.run(setUsualWeek, { person, hours: FULL })
    small.run(setUsualWeek, { person: 'dee', hours: HALF })
    small.run(addSkill, { id: 'die', name: 'Die setting' })
    small.run(declareSkill, { skill: 'die', level: 'can' }, 'ann')
    small.run(declareSkill, { skill: 'die', level: 'learning' }, 'bo')
    const week = teamWeek(small.team, monday)
    const both = suggestWhole(small.team, week, [step('set-up', 'die'), step('check')])
    // (3 x 40 + 20) h of 40 open hours.
    expect(both).toMatchObject({ hands: 3.5, alone: 4, pairs: 2, learners: [], unsaid: ['eve'] })
    const setUp = suggestWhole(small.team, week, [step('set-up', 'die')])
    expect(setUp).toMatchObject({ hands: 1, alone: 1, learners: ['bo'] })
    expect(suggestWhole(small.team, week, [])).toBeUndefined()
  })
  it('is divided by what the team finishes', () => {
    const small = createSmallTeam('ann', 'bo', 'cy', 'dee')
    for (const person of ['ann', 'bo', 'cy', 'dee']) small.run(setUsualWeek, { person, hours: FULL })
    const whole = suggestWhole(small.team, teamWeek(small.team, monday), [step('make')])
    if (!whole) throw new Error('nobody is here')
    expect(suggestPart(whole, 0.3)).toMatchObject({ hands: 1.2, alone: 2, pairs: 1 })
    expect(suggestPart(whole, 0)).toMatchObject({ alone: 1, pairs: 1 })
    expect(suggestPart(whole, 1)).toEqual(whole)
  })
})
