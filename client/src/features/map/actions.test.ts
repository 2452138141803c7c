import { describe, expect, it, vi } from 'vitest'
import { addNode } from '@yokoten/shared/map'
import { clashes } from '../../input'
import { mapActions } from './actions'
import { archiveSelected, copySelected, duplicateSelected, pasteCopied } from './selection'
import { createFakeAcme, createFakeMap } from './test-support/fake-map'
import { chooseEnd, placeAt } from './tools'

const actionsOf = (fake: ReturnType<typeof createFakeMap>) =>
  mapActions({
    room: fake.room,
    undo: vi.fn(),
    redo: vi.fn(),
    fit: vi.fn(),
    zoom: vi.fn(),
    placeInMiddle: vi.fn(),
  })

describe('acts on the map', () => {
  it('have no two meanings for one key', () => expect(clashes(actionsOf(createFakeMap()))).toEqual([]))
  it('change nothing for who only looks', () => {
    const ids = actionsOf(createFakeMap('view')).map((action) => action.id)
    expect(ids).toContain('map.fit')
    expect(ids.filter((id) => /tool|undo|archive|paste|duplicate/.test(id))).toEqual([])
  })
  it('put away what is selected and let go of it', () => {
    const fake = createFakeAcme()
    const id = fake.idOf('Stamping')
    fake.room.ui.select([id])
    archiveSelected(fake.room)
    expect(fake.handle.get().nodes.get(id)?.archived).toBe(true)
    expect(fake.room.ui.getState().nodes.size).toBe(0)
  })
  it('copy, paste and double, with the copies selected', () => {
    const fake = createFakeAcme()
    const before = fake.handle.get().nodeIds.length
    fake.room.ui.select([fake.idOf('Stamping')])
    copySelected(fake.room)
    pasteCopied(fake.room)
    duplicateSelected(fake.room)
    const { nodeIds, nodes } = fake.handle.get()
    expect(nodeIds).toHaveLength(before + 2)
    const [copy] = fake.room.ui.getState().nodes
    expect(copy !== undefined && nodes.get(copy)?.name).toBe('Stamping')
  })
})

describe('tools', () => {
  it('a step put to the right of the selected one follows it with a push arrow', () => {
    const { room, handle } = createFakeMap()
    placeAt(room, 'process', { x: 100, y: 100 })
    const [first] = room.ui.getState().nodes
    placeAt(room, 'inventory', { x: 300, y: 100 })
    const [second] = room.ui.getState().nodes
    placeAt(room, 'process', { x: 0, y: 100 })
    const { edgeIds, edges } = handle.get()
    expect(edgeIds.map((id) => edges.get(id))).toMatchObject([{ kind: 'push', from: first, to: second }])
    expect(room.ui.getState().tool).toBe('select')
  })
  it('join two icons chosen one after the other, and stay in hand; a refusal is said', () => {
    const { room, handle, refusals } = createFakeMap()
    for (const id of ['a', 'b']) room.act(addNode, { id, kind: 'process', position: { x: 0, y: 0 } })
    room.ui.take('push')
    chooseEnd(room, 'a')
    expect(room.ui.getState().arrowFrom).toBe('a')
    chooseEnd(room, 'b')
    expect(handle.get().edgeIds).toHaveLength(1)
    expect(room.ui.getState()).toMatchObject({ tool: 'push', arrowFrom: undefined })
    chooseEnd(room, 'a')
    chooseEnd(room, 'b')
    expect(refusals).toEqual(['already-joined'])
  })
})
