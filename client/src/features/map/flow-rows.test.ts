import { describe, expect, it } from 'vitest'
import { moveNodes, renameNode, setData } from '@yokoten/shared/map'
import { nextEdges, nextNodes, type MapNode } from './flow-rows'
import { createFakeAcme } from './test-support/fake-map'

const NOBODY = {
  selected: new Set<string>(),
  places: new Map<string, { x: number; y: number }>(),
  isCoarse: false,
}
const changed = (before: readonly { id: string }[], after: readonly { id: string }[]) => {
  const known = new Map(before.map((item) => [item.id, item]))
  return after.filter((item) => known.get(item.id) !== item).map((item) => item.id)
}

describe('icons for the canvas', () => {
  it('moving one icon makes one new object, typing a number none', () => {
    const { handle, room, idOf } = createFakeAcme()
    const first = nextNodes([], handle.get(), NOBODY)
    const edges = nextEdges([], handle.get(), new Set())
    const weld = idOf('Spot weld 1')
    room.act(moveNodes, { moves: [{ id: weld, x: 400, y: 500 }] })
    const second = nextNodes(first, handle.get(), NOBODY)
    expect(changed(first, second)).toEqual([weld])
    expect(nextEdges(edges, handle.get(), new Set())).toBe(edges)
    room.act(setData, { node: weld, field: 'cycleTime', quantity: { value: 1, unit: 's' } })
    expect(nextNodes(second, handle.get(), NOBODY)).toBe(second)
  })
  it('where an icon is held on this screen counts before where the document has it', () => {
    const { handle, idOf } = createFakeAcme()
    const id = idOf('Stamping')
    const nodes = nextNodes([], handle.get(), { ...NOBODY, places: new Map([[id, { x: 1, y: 2 }]]) })
    expect(nodes.find((node) => node.id === id)?.position).toEqual({ x: 1, y: 2 })
  })
  it('Tab visits them from top to bottom, left to right', () => {
    const { handle } = createFakeAcme()
    const names = nextNodes([], handle.get(), NOBODY).map((node) => handle.get().nodes.get(node.id)?.name)
    expect(names.slice(0, 3)).toEqual(['Michigan Steel Co.', 'Production control', 'State Street Assembly'])
    expect(names.filter((name) => name?.startsWith('Assembly'))).toEqual(['Assembly 1', 'Assembly 2'])
  })
  it('on a coarse pointer only what is selected can be dragged', () => {
    const { handle, idOf } = createFakeAcme()
    const id = idOf('Stamping')
    const nodes = nextNodes([], handle.get(), { ...NOBODY, selected: new Set([id]), isCoarse: true })
    expect(nodes.filter((node: MapNode) => node.draggable).map((node) => node.id)).toEqual([id])
  })
  it('a renamed icon is announced by its new name, its arrows too', () => {
    const { handle, room, idOf } = createFakeAcme()
    const id = idOf('Stamping')
    room.act(renameNode, { node: id, name: 'Press' })
    expect(nextNodes([], handle.get(), NOBODY).find((node) => node.id === id)?.ariaLabel).toBe(
      'Process: Press',
    )
    const labels = nextEdges([], handle.get(), new Set()).map((edge) => edge.ariaLabel)
    expect(labels.filter((label) => label?.includes('Process: Press'))).toHaveLength(3)
  })
  it('a push into a stock goes on under it, the last one ends there', () => {
    const { handle, idOf } = createFakeAcme()
    const edges = nextEdges([], handle.get(), new Set()).filter((edge) => edge.data?.kind === 'push')
    const last = edges.find((edge) => edge.target === idOf('Finished goods'))
    expect(last?.data?.goesOn).toBe(false)
    expect(edges.filter((edge) => edge.data?.goesOn)).toHaveLength(4)
  })
})
