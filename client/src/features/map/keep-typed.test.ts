import { describe, expect, it } from 'vitest'
import { keepData, keepDays, keepDemand, keepPieces, keepStock } from './keep-typed'
import { createFakeAcme } from './test-support/fake-map'

const stage = () => {
  const fake = createFakeAcme()
  const node = (name: string) => {
    const row = fake.handle.get().nodes.get(fake.idOf(name))
    if (!row) throw new Error(name)
    return row
  }
  return { ...fake, node, run: fake.room.run }
}

describe('what was typed', () => {
  it('is kept with its unit; a bare number keeps the unit that was there', () => {
    const { run, node } = stage()
    expect(keepData(run, node('Stamping'), 'changeover', '2')).toBeUndefined()
    expect(node('Stamping').changeover).toMatchObject({ value: 2, unit: 'h', by: 'ann' })
    expect(keepData(run, node('Stamping'), 'changeover', '')).toBeUndefined()
    expect(node('Stamping').changeover).toBeNull()
  })
  it('is refused in a sentence and changes nothing', () => {
    const { run, node } = stage()
    expect(keepData(run, node('Stamping'), 'uptime', '850')).toBe('The most is 100.')
    expect(keepData(run, node('Stamping'), 'uptime', 'good')).toBe('Type a number, such as 85 %.')
    expect(keepStock(run, node('Coils'), 'lots')).toBe('Type a number, such as 4600 L, 2400 R.')
    expect(keepStock(run, node('Coils'), '5 L, 6 L')).toBe('“L” is there twice.')
    expect(keepDays(run, node('Coils'), '4 kg')).toMatch(/does not fit/)
    expect(keepDemand(run, '-3', 'day')).toBe('This cannot be less than nothing.')
    expect(node('Stamping').uptime?.value).toBe(85)
    expect(node('Coils').stockDays?.value).toBe(5)
  })
  it('stock: pieces and days replace each other in one field, and stand together in two', () => {
    const { run, node } = stage()
    keepStock(run, node('Coils'), '920')
    expect(node('Coils')).toMatchObject({ stock: { _: { pieces: 920 } }, stockDays: null })
    keepDays(run, node('Coils'), '3')
    expect(node('Coils')).toMatchObject({ stock: { _: { pieces: 920 } }, stockDays: { value: 3 } })
    keepPieces(run, node('Coils'), '')
    expect(node('Coils')).toMatchObject({ stock: {}, stockDays: { value: 3 } })
    keepDays(run, node('Coils'), '')
    expect(node('Coils').stockDays).toBeNull()
  })
  it('demand by variant, as one number, or not known', () => {
    const { run, handle } = stage()
    keepDemand(run, '100 A + 50 B', 'day')
    expect(handle.get().figures.demand.perDay).toEqual({ ok: true, value: 150 })
    keepDemand(run, '', 'day')
    expect(handle.get().figures.takt.ok).toBe(false)
  })
})
