import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareRanked, isRank, rankBetween } from './rank'

describe('rank', () => {
  it('lies strictly between its neighbours, however often one inserts at the same place', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(), fc.uint8Array({ minLength: 3, maxLength: 3 })), { maxLength: 60 }),
        (inserts) => {
          const ranks: string[] = []
          for (const [where, bytes] of inserts) {
            const index = where % (ranks.length + 1)
            const rank = rankBetween(ranks[index - 1] ?? null, ranks[index] ?? null, () => bytes)
            expect(isRank(rank)).toBe(true)
            ranks.splice(index, 0, rank)
          }
          expect([...ranks].sort((a, b) => (a < b ? -1 : 1))).toEqual(ranks)
          expect(new Set(ranks).size).toBe(ranks.length)
        },
      ),
    )
  })
  it('takes equal or crossed neighbours as no upper neighbour', () => {
    const random = () => Uint8Array.of(1, 2, 3)
    const first = rankBetween(null, null, random)
    expect(rankBetween(first, first, random) > first).toBe(true)
  })
  it('does not take foreign text for a rank', () => {
    for (const text of ['', '0', 'a', 'a0\n', 'z1', 'a10', 'ä1', 'a'.repeat(300)])
      expect(isRank(text)).toBe(false)
  })
  it('breaks ties by id', () => {
    expect(compareRanked({ rank: 'a1', id: 'x' }, { rank: 'a1', id: 'y' })).toBe(-1)
  })
})
