import { describe, expect, it } from 'vitest'
import { wholePieces } from './capacity'
import { setDemand, setWorkingTime } from './map-commands'
import { setData, setStock } from './node-commands'
import { createAcmeSample } from './sample-acme'
import type { MapSnapshot } from './snapshot'
import { createMemoryMap } from './test-support/memory-map'

function acme() {
  const map = createMemoryMap()
  expect(map.run(createAcmeSample, {}).ok).toBe(true)
  return map
}
const idOf = (snapshot: MapSnapshot, name: string): string => {
  const id = snapshot.nodeIds.find((node) => snapshot.nodes.get(node)?.name === name)
  if (id === undefined) throw new Error(`no ${name}`)
  return id
}
const value = (answer: { ok: true; value: unknown } | { ok: false; error: unknown }) =>
  answer.ok ? answer.value : answer.error
const STEPS = ['Stamping', 'Spot weld 1', 'Spot weld 2', 'Assembly 1', 'Assembly 2']

describe('Acme, current state', () => {
  it('has 27,600 s a shift, 460 pieces a shift, 920 a day and takt 60 s', () => {
    const { time, demand, takt } = acme().get().figures
    expect(time.shiftS).toBe(27_600)
    expect(time.dayS).toBe(55_200)
    expect(value(demand.perDay)).toBe(920)
    expect(value(demand.perShift)).toBe(460)
    expect(value(takt)).toBe(60)
  })
  it('has a lead time of 23.62 days, shown as 23.6, and 188 s of processing, nothing missing', () => {
    const { leadTime, processing, ladder, path } = acme().get().figures
    expect(leadTime.ok && leadTime.value.value).toBeCloseTo(23.6196, 4)
    expect(leadTime.ok && leadTime.value.value.toFixed(1)).toBe('23.6')
    expect(leadTime.ok && leadTime.value.missing).toEqual([])
    expect(processing.ok && processing.value).toEqual({ value: 188, missing: [] })
    expect(ladder.filter((rung) => rung.kind === 'wait').map((rung) => rung.days?.toFixed(1))).toEqual([
      '5.0',
      '7.6',
      '1.8',
      '2.7',
      '2.0',
      '4.5',
    ])
    expect(ladder.flatMap((rung) => rung.seconds ?? [])).toEqual([1, 39, 46, 62, 40])
    expect(path).toMatchObject({ parallel: [], deadEnds: [], apart: [], loops: [] })
  })
  it('has a processing share of 0.0144 % on net days and 0.0092 % on 24-hour days, and says which it shows', () => {
    const map = acme()
    const { share } = map.get().figures
    expect(share.net.ok && (share.net.value * 100).toFixed(4)).toBe('0.0144')
    expect(share.calendar.ok && (share.calendar.value * 100).toFixed(4)).toBe('0.0092')
    expect(share.shown).toBe('net')
    map.run(setWorkingTime, { dayBasis: 'calendar' })
    expect(map.get().figures.share.shown).toBe('calendar')
  })
  it('has capacities of 23,460, 707, 480, 445 and 690 pieces a shift', () => {
    const { nodes, figures } = acme().get()
    expect([...figures.steps.keys()].map((id) => nodes.get(id)?.name)).toEqual(STEPS)
    const capacities = [...figures.steps.values()].map(
      (step) => step.capacity.ok && wholePieces(step.capacity.value),
    )
    expect(capacities).toEqual([23_460, 707, 480, 445, 690])
    const weld1 = [...figures.steps.values()][1]?.capacity
    expect(weld1?.ok && weld1.value).toBeCloseTo(707.69, 2)
  })
  it('turns its stock 10 times a year', () => {
    const { turns } = acme().get().figures
    expect(turns.ok && turns.value).toBeCloseTo(10.16, 2)
  })
  it('has its bottleneck at assembly 1: 28,520 of 27,600 s, C/T over takt by 2 s', () => {
    const snapshot = acme().get()
    const { bottleneck, steps } = snapshot.figures
    const assembly = idOf(snapshot, 'Assembly 1')
    expect(bottleneck).toEqual({ step: assembly, hidden: [], overloaded: [assembly] })
    const figures = steps.get(assembly)
    expect(figures && value(figures.loadS)).toBe(28_520)
    expect(figures?.overTakt).toBe(true)
  })
  it('with two 10-minute changeovers a shift weld 2 needs 27,650 of 27,600 s: hidden by a C/T of 46 s', () => {
    const map = acme()
    const weld = idOf(map.get(), 'Spot weld 2')
    map.run(setData, { node: weld, field: 'changeovers', quantity: { value: 2, unit: 'count' } })
    const { steps, bottleneck } = map.get().figures
    expect(value(steps.get(weld)?.loadS ?? { ok: false, error: 'gone' })).toBeCloseTo(27_650, 6)
    expect(steps.get(weld)).toMatchObject({ availableS: 27_600, overTakt: false, overloaded: true })
    expect(bottleneck.hidden).toEqual([weld])
    expect(bottleneck.overloaded).toEqual([idOf(map.get(), 'Assembly 1'), weld])
    // Once assembly 1 works at the 56 s the design aims for, weld 2 is what holds the line.
    const assembly = idOf(map.get(), 'Assembly 1')
    map.run(setData, { node: assembly, field: 'cycleTime', quantity: { value: 56, unit: 's' } })
    expect(map.get().figures.bottleneck).toEqual({ step: weld, hidden: [weld], overloaded: [weld] })
  })
  it('flags "4,600 pieces = 4.6 days" as inconsistent with a demand of 920 a day', () => {
    const map = acme()
    const stock = [...map.get().figures.stocks.keys()][1] ?? ''
    map.run(setStock, { node: stock, stock: { kind: 'pieces', parts: [{ label: '', pieces: 4600 }] } })
    map.run(setStock, { node: stock, stock: { kind: 'days', days: 4.6 } })
    const figures = map.get().figures.stocks.get(stock)
    expect(figures?.differs).toEqual({ said: 4.6, computed: 5 })
    expect(figures && value(figures.days)).toBe(5)
    map.run(setStock, { node: stock, stock: { kind: 'days', days: 5 } })
    expect(map.get().figures.stocks.get(stock)?.differs).toBeUndefined()
  })
  it('says so when the variants do not add up to the total that is given', () => {
    const map = acme()
    expect(map.get().figures.demand.differs).toBeUndefined()
    map.write([{ kind: 'put', in: 'map', id: 'map', set: 'variants', key: 'LH', value: { pieces: 12_500 } }])
    expect(map.get().figures.demand.differs).toEqual({ total: 18_400, variants: 18_900 })
  })
  it('without demand gives no takt and says why; stock said in days still counts', () => {
    const map = acme()
    map.run(setDemand, { parts: [], per: 'month' })
    const { takt, leadTime, demand } = map.get().figures
    expect(takt).toEqual({ ok: false, error: { reason: 'no-demand' } })
    expect(demand.perDay).toEqual({ ok: false, error: { reason: 'no-demand' } })
    expect(leadTime.ok && leadTime.value).toMatchObject({ value: 5, missing: expect.any(Array) })
    expect(leadTime.ok && leadTime.value.missing).toHaveLength(5)
  })
  it('is drawn on an empty map only', () => {
    const map = acme()
    expect(map.run(createAcmeSample, {})).toEqual({ ok: false, error: { reason: 'not-empty' } })
  })
})
