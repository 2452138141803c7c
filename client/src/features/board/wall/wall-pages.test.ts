import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FITS, nextShown, pagesOf, partOf, turnOf } from './wall-pages'
import type { Shown } from './wall-pages'

const list = (length: number) => Array.from({ length }, (_, index) => index)

describe('pages of the wall', () => {
  it('show every item of every list before the board changes', () => {
    const length = fc.integer({ min: 0, max: 40 })
    fc.assert(
      fc.property(length, length, length, (stops, rooms, ages) => {
        const figures = { stops: list(stops), rooms: list(rooms), ages: list(ages) } as never
        const pages = pagesOf(figures)
        for (const [all, fits] of [
          [list(stops), FITS.stops],
          [list(rooms), FITS.rooms],
          [list(ages), FITS.ages],
        ] as const) {
          const seen = new Set<number>()
          for (let page = 0; page < pages; page++) {
            const part = partOf(all, fits, page)
            expect(part.items.length).toBeLessThanOrEqual(fits)
            if (all.length > 0) expect(part.items.length).toBeGreaterThan(0)
            for (const item of part.items) seen.add(item)
          }
          expect([...seen].sort((a, b) => a - b)).toEqual(all)
        }
      }),
    )
  })
  it('say which part of a list this is', () => {
    expect(partOf(list(9), 4, 2)).toEqual({ items: [8], from: 9, to: 9, of: 9 })
    expect(partOf(list(3), 4, 1)).toMatchObject({ items: [0, 1, 2], from: 1, to: 3 })
  })
})

describe('turning', () => {
  const pages = new Map([
    ['a', 2],
    ['b', 1],
    ['c', 3],
  ])
  it('goes through all pages of all boards and comes back', () => {
    const start: Shown = { board: 'a', page: 0 }
    const seen: string[] = []
    let shown = start
    do {
      seen.push(`${shown.board}${shown.page}`)
      shown = nextShown(['a', 'b', 'c'], pages, shown)
    } while ((shown.board !== start.board || shown.page !== start.page) && seen.length < 20)
    expect(seen).toEqual(['a0', 'a1', 'b0', 'c0', 'c1', 'c2'])
  })
  it('stays where there is one page, and goes on where a board was put away or has shrunk', () => {
    expect(nextShown(['b'], pages, { board: 'b', page: 0 })).toEqual({ board: 'b', page: 0 })
    expect(nextShown(['a', 'c'], pages, { board: 'b', page: 0 })).toEqual({ board: 'a', page: 0 })
    expect(nextShown(['a', 'b'], pages, { board: 'a', page: 7 })).toEqual({ board: 'b', page: 0 })
    expect(nextShown([], pages, { board: 'a', page: 1 })).toEqual({ board: 'a', page: 0 })
  })
  it('begins with the board that was asked for', () => {
    expect(turnOf(['a', 'b', 'c'], 'b')).toEqual(['b', 'c', 'a'])
    expect(turnOf(['a', 'b'], 'gone')).toEqual(['a', 'b'])
    expect(turnOf(['a', 'b'], undefined)).toEqual(['a', 'b'])
  })
})
