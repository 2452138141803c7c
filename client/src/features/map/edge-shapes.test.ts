import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  blockArrow,
  leaving,
  lengthOf,
  lineBetween,
  pullLoop,
  stripes,
  zigZag,
  type Box,
} from './edge-shapes'

const box = (x: number, y: number, kind = 'process'): Box => ({ x, y, width: 100, height: 130, kind })

describe('arrows', () => {
  it('between steps in a row run level, and meet in the middle of the stock between them', () => {
    const stock: Box = { x: 120, y: 0, width: 60, height: 128, kind: 'inventory' }
    const before = lineBetween(box(0, 0), stock, true)
    const after = lineBetween(stock, box(200, 0), true)
    expect(before.from.y).toBe(before.to.y)
    expect(before.to).toEqual(after.from)
    expect(before.to.x).toBe(150)
    expect(after.to).toEqual({ x: 196, y: before.to.y })
  })
  it('between icons one above the other run from the middle of an edge to the middle of an edge', () => {
    const down = lineBetween(box(0, 0), box(300, 300), false)
    expect(down).toEqual({ from: { x: 50, y: 134 }, to: { x: 350, y: 296 } })
    expect(lineBetween(box(300, 300), box(0, 0), false)).toEqual({ from: down.to, to: down.from })
  })
  it('side by side run level where the icons overlap from top to bottom', () => {
    const line = lineBetween(box(0, 0), box(300, 40), false)
    expect(line.from.y).toBe(line.to.y)
    expect(line.from.x).toBe(104)
  })
  it('leave a box just outside its edge, wherever they lead', () => {
    const far = fc.double({ min: -1e5, max: 1e5, noNaN: true })
    fc.assert(
      fc.property(far, far, (x, y) => {
        const point = leaving(box(0, 0), { x, y })
        const inside = point.x > -3.99 && point.x < 103.99 && point.y > -3.99 && point.y < 133.99
        const isCentre = x === 50 && y === 65
        expect(inside).toBe(isCentre)
      }),
    )
  })
  it('are drawn without a broken number, however short', () => {
    const at = fc.double({ min: -2000, max: 2000, noNaN: true })
    fc.assert(
      fc.property(at, at, (x, y) => {
        const length = lengthOf(lineBetween(box(0, 0), box(x, y, 'inventory'), true))
        const drawn = [
          stripes(length, 12),
          blockArrow(length, 5, 12, 9),
          zigZag(length),
          pullLoop(length),
        ].join()
        expect(drawn).not.toMatch(/NaN|Infinity/)
      }),
    )
  })
})
