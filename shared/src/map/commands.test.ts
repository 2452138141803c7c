import { describe, expect, it } from 'vitest'
import { connect, labelEdge, setEdgeKind } from './edge-commands'
import { renameMap, setDemand, setSchool, setWorkingTime } from './map-commands'
import {
  addNode,
  clearStockDays,
  insertNode,
  moveNodes,
  renameNode,
  setData,
  setStock,
  setValue,
} from './node-commands'
import { copyNodes, paste } from './paste'
import { NODE_KINDS, variantKey, variantLabel, type NodeKind } from './records'
import { createAcmeSample } from './sample-acme'
import { createMemoryMap } from './test-support/memory-map'

const at = { x: 0, y: 0 }
const withNodes = (...kinds: NodeKind[]) => {
  const map = createMemoryMap()
  kinds.forEach((kind, index) => map.run(addNode, { id: `${kind}-${index}`, kind, position: at }))
  return map
}
const why = (result: { ok: boolean; error?: { reason: string } }) => (result.ok ? 'ok' : result.error?.reason)
const written = (result: { ok: true; value: readonly unknown[] } | { ok: false; error: unknown }) =>
  result.ok ? result.value.length : -1

describe('icons', () => {
  it('are added where they are put, with tidy words', () => {
    const map = createMemoryMap()
    map.run(addNode, {
      id: 'a',
      kind: 'process',
      position: { x: 10.4, y: Number.NaN },
      name: '  Spot   weld ',
    })
    expect(map.get().nodes.get('a')).toMatchObject({
      name: 'Spot weld',
      position: { x: 10, y: 0 },
      kind: 'process',
    })
    expect(why(map.run(addNode, { id: 'a', kind: 'note', position: at }))).toBe('id-taken')
    expect(why(map.run(addNode, { id: 'a/b', kind: 'note', position: at }))).toBe('id-taken')
  })
  it('after a step come with their push arrow; a note does not', () => {
    const map = withNodes('process', 'note')
    map.run(addNode, { id: 'next', kind: 'inventory', position: at, after: 'process-0' })
    expect(map.get().edgeIds.map((id) => map.get().edges.get(id))).toMatchObject([
      { kind: 'push', from: 'process-0', to: 'next' },
    ])
    map.run(addNode, { id: 'more', kind: 'process', position: at, after: 'note-1' })
    expect(map.get().edgeIds).toHaveLength(1)
  })
  it('a move to where it already is writes nothing, an icon that is gone is left out', () => {
    const map = withNodes('process')
    expect(
      written(
        map.run(moveNodes, {
          moves: [
            { id: 'process-0', x: 0.2, y: 0 },
            { id: 'gone', x: 1, y: 1 },
          ],
        }),
      ),
    ).toBe(0)
  })
  it('an unknown icon is a clear answer', () => {
    const map = createMemoryMap()
    expect(why(map.run(renameNode, { node: 'x', name: 'y' }))).toBe('no-such-icon')
    expect(why(map.run(setStock, { node: 'x', stock: null }))).toBe('no-such-icon')
  })
  it('inserted into an arrow make two of it', () => {
    const map = withNodes('process', 'process')
    map.run(connect, { id: 'e', kind: 'pull', from: 'process-0', to: 'process-1' })
    map.run(insertNode, { id: 'mid', kind: 'inventory', position: at, edge: 'e' })
    expect(map.get().edgeIds.map((id) => map.get().edges.get(id))).toMatchObject([
      { kind: 'pull', from: 'process-0', to: 'mid' },
      { kind: 'pull', from: 'mid', to: 'process-1' },
    ])
    expect(why(map.run(insertNode, { kind: 'inventory', position: at, edge: 'e' }))).toBe('no-such-arrow')
  })
  it('inserted into an arrow move on what stands behind it, and nothing before it', () => {
    const map = createMemoryMap()
    map.run(addNode, { id: 'a', kind: 'process', position: { x: 0, y: 0 } })
    map.run(addNode, { id: 'b', kind: 'process', position: { x: 200, y: 0 }, after: 'a' })
    map.run(addNode, { id: 'c', kind: 'inventory', position: { x: 400, y: 0 }, after: 'b' })
    map.run(addNode, { id: 'control', kind: 'production-control', position: { x: 400, y: -200 } })
    const [edge = ''] = map.get().edgeIds.filter((id) => map.get().edges.get(id)?.to === 'b')
    map.run(insertNode, { id: 'mid', kind: 'inventory', position: { x: 150, y: 0 }, edge, shift: 80 })
    const x = (id: string) => map.get().nodes.get(id)?.position.x
    expect(['a', 'mid', 'b', 'c', 'control'].map(x)).toEqual([0, 150, 280, 480, 400])
  })
})

describe('data boxes', () => {
  it('keep who said a number and when, and write an equal number once', () => {
    const map = withNodes('process')
    const quantity = { value: 39, unit: 's', source: 'observed', n: 12 } as const
    const args = { node: 'process-0', field: 'cycleTime', quantity } as const
    expect(written(map.run(setData, args))).toBe(1)
    expect(written(map.run(setData, args))).toBe(0)
    expect(map.get().nodes.get('process-0')?.cycleTime).toMatchObject({ ...quantity, by: 'ann' })
    map.run(setData, { ...args, quantity: null })
    expect(map.get().nodes.get('process-0')?.cycleTime).toBeNull()
  })
  it('refuse what cannot be', () => {
    const map = withNodes('process')
    const set = (field: 'uptime' | 'cycleTime', value: number, unit: 's' | '%') =>
      why(map.run(setData, { node: 'process-0', field, quantity: { value, unit } }))
    expect(set('uptime', 101, '%')).toBe('out-of-range')
    expect(set('cycleTime', -1, 's')).toBe('out-of-range')
    expect(set('cycleTime', Number.NaN, 's')).toBe('out-of-range')
    expect(set('cycleTime', 1, '%')).toBe('wrong-unit')
  })
  it('stock by variant: what is unchanged is not written, what is gone is taken out, days stay until cleared', () => {
    const map = withNodes('inventory')
    const node = 'inventory-0'
    const stock = (L: number, R?: number) => ({
      kind: 'pieces' as const,
      parts: [{ label: 'L', pieces: L }, ...(R === undefined ? [] : [{ label: 'R', pieces: R }])],
    })
    map.run(setStock, { node, stock: { kind: 'days', days: 4 } })
    expect(written(map.run(setStock, { node, stock: stock(10, 20) }))).toBe(2)
    expect(written(map.run(setStock, { node, stock: stock(10, 21) }))).toBe(1)
    expect(written(map.run(setStock, { node, stock: stock(10) }))).toBe(1)
    expect(map.get().nodes.get(node)).toMatchObject({
      stock: { L: { pieces: 10 } },
      stockDays: { value: 4, unit: 'd' },
    })
    map.run(clearStockDays, { node })
    expect(map.get().nodes.get(node)?.stockDays).toBeNull()
    map.run(setStock, { node, stock: null })
    expect(map.get().nodes.get(node)?.stock).toEqual({})
  })
  it('pieces replace days and days pieces in one act where that is meant', () => {
    const map = withNodes('inventory')
    const node = 'inventory-0'
    map.run(setStock, { node, stock: { kind: 'days', days: 4 } })
    const pieces = { kind: 'pieces' as const, parts: [{ label: '', pieces: 920 }] }
    expect(written(map.run(setStock, { node, stock: pieces, replaces: true }))).toBe(2)
    expect(map.get().nodes.get(node)).toMatchObject({ stock: { _: { pieces: 920 } }, stockDays: null })
    map.run(setStock, { node, stock: { kind: 'days', days: 2 }, replaces: true })
    expect(map.get().nodes.get(node)).toMatchObject({ stock: {}, stockDays: { value: 2 } })
  })
  it('names of variants survive as keys', () => {
    for (const label of ['', 'LH', 'left/right', 'ü %']) {
      expect(variantKey(label)).not.toContain('/')
      expect(variantLabel(variantKey(label))).toBe(label)
    }
    expect(variantLabel('%E0%A4%A')).toBe('%E0%A4%A')
  })
})

describe('arrows', () => {
  it('join what can be joined, and say why not otherwise', () => {
    const map = withNodes('process', 'inventory', 'note', 'production-control')
    const join = (kind: 'push' | 'manual-information', from: string, to: string) =>
      why(map.run(connect, { kind, from, to }))
    expect(join('push', 'process-0', 'inventory-1')).toBe('ok')
    expect(join('push', 'process-0', 'inventory-1')).toBe('already-joined')
    expect(join('push', 'process-0', 'process-0')).toBe('to-itself')
    expect(join('push', 'process-0', 'note-2')).toBe('not-joinable')
    expect(join('push', 'production-control-3', 'process-0')).toBe('no-material-there')
    expect(join('manual-information', 'production-control-3', 'process-0')).toBe('ok')
    expect(join('push', 'process-0', 'gone')).toBe('no-such-icon')
  })
  it('change kind within their sort', () => {
    const map = withNodes('process', 'process')
    map.run(connect, { id: 'e', kind: 'push', from: 'process-0', to: 'process-1' })
    expect(why(map.run(setEdgeKind, { edge: 'e', kind: 'pull' }))).toBe('ok')
    expect(why(map.run(setEdgeKind, { edge: 'e', kind: 'manual-information' }))).toBe('other-sort')
    expect(why(map.run(labelEdge, { edge: 'x', label: '' }))).toBe('no-such-arrow')
    expect(map.get().edges.get('e')?.kind).toBe('pull')
  })
})

describe('the map as a whole', () => {
  it('is born empty by the first word about it', () => {
    const map = createMemoryMap()
    expect(map.get().started).toBe(false)
    const first = map.run(setSchool, { school: 'office' })
    expect(first.ok && first.value[0]).toEqual({ kind: 'create', in: 'map', id: 'map', row: {} })
    expect(map.get()).toMatchObject({ started: true, map: { school: 'office' } })
    expect(written(map.run(setSchool, { school: 'office' }))).toBe(0)
    expect(why(map.run(renameMap, { name: '  ' }))).toBe('no-name')
  })
  it('takes demand by variant or as one number', () => {
    const map = createMemoryMap()
    const parts = [
      { label: 'LH', pieces: 12_000 },
      { label: 'RH', pieces: 6400 },
    ]
    map.run(setDemand, { parts, per: 'month' })
    expect(map.get().map).toMatchObject({
      demand: { pieces: 18_400, per: 'month' },
      variants: { RH: { pieces: 6400 } },
    })
    map.run(setDemand, { parts: [{ label: '', pieces: 920 }], per: 'day' })
    expect(map.get().map).toMatchObject({ demand: { pieces: 920, per: 'day' }, variants: {} })
    expect(why(map.run(setDemand, { parts: [{ label: '', pieces: Infinity }], per: 'day' }))).toBe(
      'out-of-range',
    )
  })
  it('refuses a working time that cannot be, and changes nothing then', () => {
    const map = createMemoryMap()
    expect(why(map.run(setWorkingTime, { shiftsPerDay: 2, shiftSeconds: 0 }))).toBe('out-of-range')
    expect(why(map.run(setWorkingTime, { breaks: { count: 8, seconds: 3600 } }))).toBe('no-time-left')
    expect(map.get().started).toBe(false)
    expect(why(map.run(setWorkingTime, { breaks: { count: 2, seconds: 600 } }))).toBe('ok')
    expect(map.get().figures.time.shiftS).toBe(27_600)
  })
})

describe('what a step serves', () => {
  it('is said of steps only, once, touches no figure and is copied with the step', () => {
    const map = withNodes('process', 'customer')
    const { figures } = map.get()
    expect(why(map.run(setValue, { node: 'process-0', value: 'first-time' }))).toBe('ok')
    expect(map.get().nodes.get('process-0')?.value).toBe('first-time')
    expect(map.get().figures).toBe(figures)
    expect(written(map.run(setValue, { node: 'process-0', value: 'first-time' }))).toBe(0)
    expect(why(map.run(setValue, { node: 'customer-1', value: 'first-time' }))).toBe('not-a-step')
    expect(why(map.run(setValue, { node: 'process-0', value: '' }))).toBe('not-a-step')
    expect(why(map.run(setValue, { node: 'gone', value: null }))).toBe('no-such-icon')
    const other = createMemoryMap()
    other.run(paste, { clip: copyNodes(map.get(), ['process-0']), by: { x: 0, y: 40 } })
    expect(other.get().nodes.get(other.get().nodeIds[0] ?? '')?.value).toBe('first-time')
  })
})

describe('copy and paste', () => {
  it('takes icons with their numbers and the arrows between them, moved, with new ids', () => {
    const map = createMemoryMap()
    map.run(createAcmeSample, {})
    const { path } = map.get().figures
    const clip = copyNodes(map.get(), path.ids.slice(0, 3))
    expect(clip.edges).toHaveLength(2)
    const other = createMemoryMap()
    other.run(paste, { clip, by: { x: 0, y: 400 } })
    const pasted = other.get()
    expect(pasted.figures.path.ids).toHaveLength(3)
    expect([...pasted.figures.steps.values()].map((step) => step.cycleS)).toEqual([1])
    const step = pasted.nodes.get([...pasted.figures.steps.keys()][0] ?? '')
    expect(step).toMatchObject({
      name: 'Stamping',
      uptime: { value: 85, unit: '%' },
      position: { x: 80, y: 780 },
    })
    expect([...pasted.figures.stocks.values()].map((stock) => stock.pieces)).toEqual([undefined, 7000])
  })
  it('every kind of icon can be copied', () => {
    const map = withNodes(...NODE_KINDS)
    expect(copyNodes(map.get(), map.get().nodeIds).nodes).toHaveLength(NODE_KINDS.length)
  })
})
