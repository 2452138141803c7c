import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { initialsOf } from './initials'

const of = (...names: string[]): string[] => [
  ...initialsOf(names.map((name, index) => ({ id: String(index), name }))).values(),
]

describe('initials', () => {
  it('are those of the first and the last name', () => {
    expect(of('Ann Kowalska', 'Dee van der Rohe', 'Jean-Luc', 'émile zola', 'Cher')).toEqual([
      'AK',
      'DR',
      'JL',
      'ÉZ',
      'CH',
    ])
  })
  it('work in other scripts and without letters', () => {
    expect(of('山田 太郎', 'Мария Иванова', '🙂', '')).toEqual(['山太', 'МИ', '?', '?2'])
  })
  it('tell namesakes apart, and the earlier one keeps theirs', () => {
    expect(of('Ann King', 'Al Kent', 'Ann King', 'Bo', 'Bo', 'Bo')).toEqual([
      'AK',
      'AE',
      'AI',
      'BO',
      'B',
      'B2',
    ])
  })
  it('are short, the same for the same list, and unlike each other', () => {
    const names = fc.array(fc.oneof(fc.string({ unit: 'binary', maxLength: 12 }), fc.constant('Ann King')), {
      maxLength: 40,
    })
    fc.assert(
      fc.property(names, (list) => {
        const given = of(...list)
        expect(new Set(given).size).toBe(list.length)
        for (const initials of given) expect(initials.normalize('NFC').length).toBeGreaterThan(0)
        expect(of(...list.slice(0, -1))).toEqual(given.slice(0, Math.max(0, list.length - 1)))
      }),
    )
  })
})
