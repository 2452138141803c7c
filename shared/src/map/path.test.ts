import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findPath, type PathEdge, type PathNode } from './path'

const process = (id: string, seconds = 1): PathNode => ({ id, kind: 'process', days: 0, seconds })
const stock = (id: string, days = 1): PathNode => ({ id, kind: 'inventory', days, seconds: 0 })
const supplier: PathNode = { id: 'supplier', kind: 'supplier', days: 0, seconds: 0 }
const customer: PathNode = { id: 'customer', kind: 'customer', days: 0, seconds: 0 }
const edges = (...ways: string[]): PathEdge[] =>
  ways.flatMap((way) => {
    const stops = way.split(' ')
    return stops.slice(1).map((to, index) => ({ id: `${stops[index]}>${to}`, from: stops[index] ?? '', to }))
  })
const NOTHING = { parallel: [], deadEnds: [], apart: [], loops: [] }

describe('the path', () => {
  it('follows the arrows from supplier to customer, and counts neither', () => {
    expect(findPath([customer, process('b'), stock('a'), supplier], edges('supplier a b customer'))).toEqual({
      ...NOTHING,
      ids: ['a', 'b'],
    })
  })
  it('without a customer goes to where the arrows end', () => {
    expect(findPath([stock('a'), process('b'), stock('c')], edges('a b c')).ids).toEqual(['a', 'b', 'c'])
  })
  it('sums the longest of several ways and names the others', () => {
    const nodes = [supplier, customer, process('a'), stock('long', 3), stock('short', 1), process('z')]
    expect(findPath(nodes, edges('supplier a long z customer', 'a short z'))).toEqual({
      ...NOTHING,
      ids: ['a', 'long', 'z'],
      parallel: ['short'],
    })
  })
  it('leaves out a dead end and says so', () => {
    expect(
      findPath(
        [supplier, customer, process('a'), stock('scrap', 99)],
        edges('supplier a customer', 'a scrap'),
      ),
    ).toEqual({ ...NOTHING, ids: ['a'], deadEnds: ['scrap'] })
  })
  it('leaves out what is joined to nothing and says so', () => {
    expect(findPath([process('a'), process('b'), stock('lost')], edges('a b'))).toEqual({
      ...NOTHING,
      ids: ['a', 'b'],
      apart: ['lost'],
    })
    expect(findPath([process('a'), stock('b')], [])).toEqual({ ...NOTHING, ids: [], apart: ['a', 'b'] })
  })
  it('leaves out the arrow of a rework loop and says so', () => {
    const nodes = [supplier, customer, process('a'), process('b'), process('c')]
    expect(findPath(nodes, edges('supplier a b c customer', 'c a'))).toEqual({
      ...NOTHING,
      ids: ['a', 'b', 'c'],
      loops: ['c>a'],
    })
  })
  it('opens a circle without a beginning at the same place everywhere', () => {
    expect(findPath([process('b'), process('a'), process('c')], edges('a b c a'))).toEqual({
      ...NOTHING,
      ids: ['a', 'b', 'c'],
      loops: ['c>a'],
    })
  })
  it('ignores an arrow to itself and arrows to icons that are not there', () => {
    expect(findPath([process('a'), process('b')], edges('a a', 'a b', 'b gone')).ids).toEqual(['a', 'b'])
  })
  it('ends on any graph, with every step in exactly one list, in any order of the input', () => {
    const ids = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'supplier', 'customer')
    const nodes = [
      process('a', 3),
      stock('b', 2),
      process('c'),
      stock('d', 5),
      process('e'),
      stock('f'),
      supplier,
      customer,
    ]
    fc.assert(
      fc.property(fc.array(fc.tuple(ids, ids), { maxLength: 20 }), fc.integer(), (pairs, seed) => {
        const arrows = pairs.map(([from, to], index) => ({ id: `e${index}`, from, to }))
        const path = findPath(nodes, arrows)
        const all = [...path.ids, ...path.parallel, ...path.deadEnds, ...path.apart].sort()
        expect(all).toEqual(['a', 'b', 'c', 'd', 'e', 'f'])
        const turned = [
          ...arrows.slice(Math.abs(seed) % (arrows.length + 1)),
          ...arrows.slice(0, Math.abs(seed) % (arrows.length + 1)),
        ]
        expect(findPath([...nodes].reverse(), turned)).toEqual(path)
      }),
    )
  })
  it('goes through a chain of 5,000 steps without running out of stack', () => {
    const chain = Array.from({ length: 5000 }, (_, index) => process(`p${String(index).padStart(4, '0')}`))
    const arrows = chain
      .slice(1)
      .map((node, index) => ({ id: `e${index}`, from: chain[index]?.id ?? '', to: node.id }))
    expect(findPath(chain, arrows).ids).toHaveLength(5000)
  })
})
