import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DATA_FIELD_NAMES } from './fields'
import { parseNumber, parseQuantity } from './parse-quantity'
import { parseParts, parseStock } from './parse-stock'

const read = (...args: Parameters<typeof parseQuantity>) => {
  const result = parseQuantity(...args)
  return result.ok ? result.value && `${result.value.value} ${result.value.unit}` : result.error.reason
}

describe('numbers as typed', () => {
  it.each([
    ['39', 39],
    ['1,200', 1200],
    ['18,400', 18_400],
    ['1 200', 1200],
    ['1’200', 1200],
    ['1.234.567', 1_234_567],
    ['2.5', 2.5],
    ['2,5', 2.5],
    ['.5', 0.5],
    ['12,34,5', undefined],
    ['1.2.3', undefined],
    ['', undefined],
  ])('%j is %j', (typed, number) => expect(parseNumber(typed)).toBe(number))
})

describe('quantities as typed', () => {
  it.each([
    ['cycleTime', '39', '39 s'],
    ['cycleTime', '10 min', '10 min'],
    ['cycleTime', '1h', '1 h'],
    ['cycleTime', '1:30', '90 s'],
    ['cycleTime', '1 h 30 min', '90 min'],
    ['cycleTime', '2 min 5', '125 s'],
    ['cycleTime', '1 h 30', '90 min'],
    ['cycleTime', '1 d 2 h', 'not-a-number'],
    ['changeover', '10', '10 min'],
    ['changeover', '0', '0 min'],
    ['changeover', '5 m', '5 min'],
    ['uptime', '85 %', '85 %'],
    ['uptime', '85', '85 %'],
    ['uptime', '850', 'too-large'],
    ['uptime', '10 min', 'wrong-unit'],
    ['cycleTime', '-3', 'negative'],
    ['cycleTime', 'fast', 'not-a-number'],
    ['cycleTime', '10 bananas', 'wrong-unit'],
    ['operators', '1.5', '1.5 count'],
    ['epei', '2 weeks', '2 wk'],
    ['distance', '12 m', '12 m'],
    ['leadTime', '3', '3 d'],
    ['cycleTime', '', null],
  ] as const)('%s %j is %s', (field, typed, expected) => {
    expect(read(field, typed)).toBe(expected)
  })
  it('a bare number keeps the unit that was there', () => {
    expect(read('cycleTime', '3', 'min')).toBe('3 min')
    expect(read('cycleTime', '3', '%')).toBe('3 s')
  })
  it('never throws, and what it reads is a finite number that is not negative', () => {
    fc.assert(
      fc.property(fc.constantFrom(...DATA_FIELD_NAMES), fc.string(), (field, typed) => {
        const result = parseQuantity(field, typed)
        if (result.ok && result.value) {
          expect(Number.isFinite(result.value.value)).toBe(true)
          expect(result.value.value).toBeGreaterThanOrEqual(0)
        }
      }),
    )
  })
})

describe('stock as typed', () => {
  const stock = (typed: string) => {
    const result = parseStock(typed)
    if (!result.ok) return result.error.reason
    if (result.value === null) return null
    return result.value.kind === 'days'
      ? `${result.value.days} days`
      : result.value.parts.map((part) => `${part.label}=${part.pieces}`).join(' ')
  }
  it.each([
    ['4600 L, 2400 R', 'L=4600 R=2400'],
    ['4,600 L · 2,400 R', 'L=4600 R=2400'],
    ['LH 4600; RH 2400', 'LH=4600 RH=2400'],
    ['4600 + 2400', '1=4600 2=2400'],
    ['7,000', '=7000'],
    ['7000 pieces', '=7000'],
    ['5 days', '5 days'],
    ['4.6 d', '4.6 days'],
    ['4600 L, 2400 L', 'twice'],
    ['many', 'not-a-number'],
    ['-5', 'negative'],
    ['', null],
  ])('%j is %j', (typed, expected) => expect(stock(typed)).toBe(expected))
  it('demand by variant', () => {
    const parts = parseParts('12,000 LH + 6,400 RH')
    expect(parts.ok && parts.value).toEqual([
      { label: 'LH', pieces: 12_000 },
      { label: 'RH', pieces: 6400 },
    ])
    expect(parseParts(' , ').ok).toBe(false)
  })
  it('never throws', () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        expect(typeof parseStock(typed).ok).toBe('boolean')
      }),
    )
  })
})
