import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lineBalance, operatorsNeeded } from './balance'
import { batchPieces, capacityPerShift, effectiveCycleSeconds, everyPartEvery, wholePieces } from './capacity'
import { inventoryDays } from './inventory-days'
import { activityRatio, rolledShare } from './office'
import { processShare, relativeChange } from './process-share'
import { kanbanPerShift, pitchSeconds, taktSeconds, turnsPerYear, workingTime } from './takt'
import { leadTimeDays, processingSeconds, type Rung } from './timeline'
import { ok } from '../kernel'

const value = (answer: { ok: true; value: number } | { ok: false; error: unknown }): number => {
  if (!answer.ok) throw new Error(JSON.stringify(answer.error))
  return answer.value
}
const wait = (days: number): Rung => ({
  node: `w${days}`,
  kind: 'wait',
  days,
  seconds: undefined,
  missing: false,
})
const lead = (...days: number[]): number => {
  const sum = leadTimeDays(days.map(wait))
  if (!sum.ok) throw new Error(sum.error.reason)
  return sum.value.value
}
const YEAR = { daysPerYear: 240 }

describe('worked examples', () => {
  it('Acme, flow and pull: 2, 1.5, 0, 4.5 d are 8.0 d and 30 turns', () => {
    expect(lead(2, 1.5, 0, 4.5)).toBe(8)
    expect(value(turnsPerYear(ok(8), YEAR))).toBe(30)
  })
  it('Acme, levelled: 1.5, 1, 0, 2 d and 169 s are 4.5 d, 53 turns, -80.9 %, 0.0435 % of 24-hour days', () => {
    expect(lead(1.5, 1, 0, 2)).toBe(4.5)
    expect(Math.round(value(turnsPerYear(ok(4.5), YEAR)))).toBe(53)
    expect((value(relativeChange(23.6196, 4.5)) * 100).toFixed(1)).toBe('-80.9')
    expect((value(processShare(169, 4.5, 86_400)) * 100).toFixed(4)).toBe('0.0435')
  })
  it('Acme, design: 187 s of work need 3.12 operators, improve first; pitch 20 min; 23 kanban a shift', () => {
    const needed = operatorsNeeded(187, 60)
    expect(needed.ok && needed.value.people.toFixed(2)).toBe('3.12')
    expect(needed.ok && needed.value.advice).toBe('improve-first')
    expect(operatorsNeeded(168, 56)).toEqual(ok({ people: 3, advice: 'exact' }))
    expect(pitchSeconds(60, 20)).toBe(20 * 60)
    expect(value(kanbanPerShift(460, 20))).toBe(23)
  })
  it('operators: remainder up to .3 improve, to .5 wait, above add', () => {
    const advice = (work: number) => {
      const needed = operatorsNeeded(work, 100)
      return needed.ok && needed.value.advice
    }
    expect([329, 330, 350, 351].map(advice)).toEqual([
      'improve-first',
      'do-not-add-yet',
      'do-not-add-yet',
      'add',
    ])
  })
  it('EPEI: 440 of 500 used, 60 left, 180 of changeovers: 3 days', () => {
    expect(value(everyPartEvery([45, 60, 75], 500, [170, 150, 120]))).toBe(3)
    expect(everyPartEvery([45], 440, [170, 150, 120])).toEqual({ ok: false, error: { reason: 'no-room' } })
    expect(batchPieces(3, 920)).toBe(2760)
  })
  it('balance: sum 290, 4.83 operators, one over takt, 80.6 % on takt, 78.0 % on the bottleneck', () => {
    const balance = lineBalance([60, 56, 62, 40, 47, 25], ok(60))
    expect(balance.sumS).toBe(290)
    expect(balance.over).toBe(1)
    expect((value(balance.onTakt) * 100).toFixed(1)).toBe('80.6')
    expect((value(balance.onBottleneck) * 100).toFixed(1)).toBe('78.0')
    const needed = operatorsNeeded(290, 60)
    expect(needed.ok && needed.value.people.toFixed(2)).toBe('4.83')
  })
  it('rolled %C&A: 79 %, 73 %, 38 %', () => {
    const rolled = (...shares: number[]) => Math.round(value(rolledShare(shares)) * 100)
    expect(rolled(0.95, 0.9, 0.92)).toBe(79)
    expect(rolled(0.9, 0.9, 0.9)).toBe(73)
    expect(rolled(0.85, 0.85, 0.85, 0.85, 0.85, 0.85)).toBe(38)
    expect(rolledShare([0.9, undefined])).toEqual({ ok: false, error: { reason: 'no-complete-accurate' } })
  })
  it('office: value-adding 3 months in 25 is 12 %', () => expect(value(activityRatio(3, 25))).toBe(0.12))
})

describe('formulas', () => {
  it('effective C/T divides by uptime, yield and machines', () => {
    expect(value(effectiveCycleSeconds(46, { uptime: 0.8 }))).toBeCloseTo(57.5, 10)
    expect(value(effectiveCycleSeconds(60, { uptime: 0.5, yieldShare: 0.8, machines: 3 }))).toBeCloseTo(
      50,
      10,
    )
    expect(effectiveCycleSeconds(46, { uptime: 0 })).toEqual({ ok: false, error: { reason: 'never-runs' } })
  })
  it('capacity is never rounded up, and not lowered by a hair of floating error', () => {
    expect(wholePieces(707.69)).toBe(707)
    expect(wholePieces(value(capacityPerShift(27_600, 46, 0.8)))).toBe(480)
    expect(capacityPerShift(27_600, 0)).toEqual({ ok: false, error: { reason: 'no-cycle-time' } })
  })
  it('sums unrounded', () => {
    expect(lead(0.04, 0.04, 0.04)).toBeCloseTo(0.12, 10)
  })
  it('lead time: a step with its own lead time joins, its seconds do not', () => {
    const rungs: Rung[] = [
      wait(2),
      { node: 'oven', kind: 'work', days: 0.5, seconds: 40, missing: false },
      { node: 'saw', kind: 'work', days: undefined, seconds: 20, missing: false },
    ]
    expect(leadTimeDays(rungs)).toEqual(ok({ value: 2.5, missing: [] }))
    expect(processingSeconds(rungs)).toEqual(ok({ value: 60, missing: [] }))
  })
  it('says what is missing in a sum', () => {
    const blank: Rung = { node: 'x', kind: 'wait', days: undefined, seconds: undefined, missing: true }
    expect(leadTimeDays([wait(2), blank])).toEqual(ok({ value: 2, missing: ['x'] }))
    expect(leadTimeDays([blank])).toEqual({ ok: false, error: { reason: 'no-inventory' } })
    expect(leadTimeDays([])).toEqual({ ok: false, error: { reason: 'no-path' } })
    expect(processingSeconds([blank])).toEqual({ ok: false, error: { reason: 'no-cycle-time' } })
  })
  it('whatever the inputs, a known answer is a finite number', () => {
    const number = fc.oneof(fc.constant(0), fc.double({ min: 0, max: 1e9, noNaN: true }))
    fc.assert(
      fc.property(number, number, number, (a, b, c) => {
        const time = workingTime({
          shiftSeconds: a,
          breaks: { count: b, seconds: c },
          shiftsPerDay: 2,
          workingDaysPerWeek: 5,
          workingDaysPerMonth: 20,
          workingDaysPerYear: 240,
        })
        const answers = [
          taktSeconds(inventoryDays(a, ok(b)), time),
          inventoryDays(a, ok(b)),
          effectiveCycleSeconds(a, { uptime: b, machines: c }),
          capacityPerShift(a, b, c),
          processShare(a, b, c),
          everyPartEvery([a], b, [c]),
          turnsPerYear(ok(a), time),
          lineBalance([a, b, c], ok(b)).onTakt,
          lineBalance([a, b, c], ok(b)).onBottleneck,
        ]
        for (const answer of answers) if (answer.ok) expect(Number.isFinite(answer.value)).toBe(true)
      }),
    )
  })
})
