import { describe, expect, it } from 'vitest'
import type { Rung } from '@yokoten/shared/map'
import { ladderPath, ladderShape, type Stand } from './ladder-shape'

const rung = (node: string, kind: Rung['kind']): Rung => ({
  node,
  kind,
  days: 1,
  seconds: 1,
  missing: false,
})
const at = (left: number, bottom = 100): Stand => ({ left, right: left + 80, bottom })
const RUNGS = [rung('a', 'wait'), rung('b', 'work'), rung('c', 'wait')]

describe('the ladder', () => {
  it('meets half-way between icons, below the lowest of them', () => {
    const shape = ladderShape(
      RUNGS,
      new Map([
        ['a', at(0)],
        ['b', at(100, 150)],
        ['c', at(200)],
      ]),
    )
    expect(shape?.y).toBe(202)
    expect(shape?.rungs.map(({ from, to }) => [from, to])).toEqual([
      [-4, 90],
      [90, 190],
      [190, 284],
    ])
    expect(shape && ladderPath(shape)).toBe('M-4 202H90V246H190V202H284')
  })
  it('stands side by side where the icons do not stand in the order of the flow', () => {
    const shape = ladderShape(
      RUNGS,
      new Map([
        ['a', at(300)],
        ['b', at(100)],
        ['c', at(200)],
      ]),
    )
    const rungs = shape?.rungs ?? []
    expect(rungs.map((item) => item.node)).toEqual(['a', 'b', 'c'])
    expect(rungs[0]?.from).toBe(100)
    rungs.slice(1).forEach((item, index) => expect(item.from).toBe(rungs[index]?.to))
  })
  it('is nothing where no icon of it is on the canvas', () => {
    expect(ladderShape(RUNGS, new Map())).toBeUndefined()
    expect(ladderShape([], new Map([['a', at(0)]]))).toBeUndefined()
  })
})
