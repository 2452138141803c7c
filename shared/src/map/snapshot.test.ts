import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Table } from '../kernel'
import { connect, labelEdge } from './edge-commands'
import { setDemand, setSchool, setWorkingTime } from './map-commands'
import { addNode, archive, moveNodes, renameNode, restore, setData, setStock } from './node-commands'
import { EDGE_KINDS, NODE_KINDS } from './records'
import { createAcmeSample } from './sample-acme'
import { createMemoryMap, type MemoryMap } from './test-support/memory-map'

const rows = <T>(table: Table<T>) => Object.fromEntries(table.ids().map((id) => [id, table.get(id)]))
const plain = (map: MemoryMap, which: 'get' | 'rebuilt') => {
  const { nodes, edges, figures, ...rest } = map[which]()
  return {
    ...rest,
    nodes: rows(nodes),
    edges: rows(edges),
    figures: { ...figures, steps: [...figures.steps], stocks: [...figures.stocks] },
  }
}

const name = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f')
const amount = fc.constantFrom(0, 1, 10, 920, 4600)
const act: fc.Arbitrary<(map: MemoryMap) => unknown> = fc.oneof(
  fc.tuple(name, fc.constantFrom(...NODE_KINDS), fc.option(name, { nil: undefined })).map(
    ([id, kind, after]) =>
      (map: MemoryMap) =>
        map.run(addNode, { id, kind, position: { x: 0, y: 0 }, ...(after === undefined ? {} : { after }) }),
  ),
  fc.tuple(name, name, fc.constantFrom(...EDGE_KINDS)).map(
    ([from, to, kind]) =>
      (map: MemoryMap) =>
        map.run(connect, { kind, from, to }),
  ),
  fc.tuple(name, amount).map(
    ([node, value]) =>
      (map: MemoryMap) =>
        map.run(setData, { node, field: 'cycleTime', quantity: { value, unit: 's' } }),
  ),
  fc.tuple(name, amount).map(
    ([node, pieces]) =>
      (map: MemoryMap) =>
        map.run(setStock, { node, stock: { kind: 'pieces', parts: [{ label: 'L', pieces }] } }),
  ),
  fc.tuple(name, amount).map(
    ([id, x]) =>
      (map: MemoryMap) =>
        map.run(moveNodes, { moves: [{ id, x, y: 0 }] }),
  ),
  fc.tuple(name, name).map(
    ([node, to]) =>
      (map: MemoryMap) =>
        map.run(renameNode, { node, name: to }),
  ),
  name.map((node) => (map: MemoryMap) => map.run(archive, { nodes: [node], edges: [] })),
  name.map((node) => (map: MemoryMap) => map.run(restore, { nodes: [node], edges: [] })),
  amount.map(
    (pieces) => (map: MemoryMap) =>
      map.run(setDemand, { parts: pieces ? [{ label: '', pieces }] : [], per: 'day' }),
  ),
  fc
    .constantFrom('rother', 'office')
    .map((school) => (map: MemoryMap) => map.run(setSchool, { school: school as 'rother' | 'office' })),
  fc.constant((map: MemoryMap) => map.run(setWorkingTime, { shiftsPerDay: 2 })),
)

describe('the snapshot', () => {
  it('after any acts is what a projection from nothing gives', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
        const map = createMemoryMap()
        for (const perform of acts) {
          perform(map)
          expect(plain(map, 'get')).toEqual(plain(map, 'rebuilt'))
        }
      }),
      { numRuns: 200 },
    )
  })
  it('never shows NaN or Infinity as a known figure', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
        const map = createMemoryMap()
        for (const perform of acts) perform(map)
        const text = JSON.stringify(plain(map, 'get').figures, (_, value: unknown) =>
          typeof value === 'number' && !Number.isFinite(value) ? 'broken number' : value,
        )
        expect(text).not.toContain('broken number')
      }),
    )
  })
  it('keeps figures, lists and all other rows when one icon is moved or renamed', () => {
    const map = createMemoryMap()
    map.run(createAcmeSample, {})
    const before = map.get()
    const [moved = '', ...others] = before.nodeIds
    map.run(moveNodes, { moves: [{ id: moved, x: 999, y: 1 }] })
    map.run(renameNode, { node: moved, name: 'Elsewhere' })
    map.run(labelEdge, { edge: before.edgeIds[0] ?? '', label: 'fax' })
    const after = map.get()
    expect(after.figures).toBe(before.figures)
    expect(after.nodeIds).toBe(before.nodeIds)
    expect(after.edgeIds).toBe(before.edgeIds)
    expect(after.nodes.get(moved)?.position).toEqual({ x: 999, y: 1 })
    for (const id of others) expect(after.nodes.get(id)).toBe(before.nodes.get(id))
  })
  it('keeps the figures of every other step when one data box changes', () => {
    const map = createMemoryMap()
    map.run(createAcmeSample, {})
    const before = map.get().figures
    const [changed = '', ...others] = [...before.steps.keys()]
    map.run(setData, { node: changed, field: 'cycleTime', quantity: { value: 2, unit: 's' } })
    const after = map.get().figures
    expect(after.steps.get(changed)).not.toBe(before.steps.get(changed))
    for (const id of others) expect(after.steps.get(id)).toBe(before.steps.get(id))
    expect(after.stocks).toBe(before.stocks)
    expect(after.takt).toBe(before.takt)
    expect(after.path).toBe(before.path)
    expect(after.processing.ok && after.processing.value.value).toBe(189)
  })
  it('hides the arrows of an icon that is put away, and shows them again with it', () => {
    const map = createMemoryMap()
    map.run(createAcmeSample, {})
    const { edgeIds, figures } = map.get()
    const step = [...figures.steps.keys()][1] ?? ''
    map.run(archive, { nodes: [step], edges: [] })
    expect(map.get().edgeIds).toHaveLength(edgeIds.length - 3)
    expect(map.get().figures.path.deadEnds.length).toBeGreaterThan(0)
    map.run(restore, { nodes: [step], edges: [] })
    expect(map.get().edgeIds).toEqual(edgeIds)
    expect(plain(map, 'get')).toEqual(plain(map, 'rebuilt'))
  })
})
