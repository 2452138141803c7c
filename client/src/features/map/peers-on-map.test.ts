import { expect, it, vi } from 'vitest'
import type { Presence } from '../../session/api'
import { createPeersOnMap } from './peers-on-map'
import { createFakeMap } from './test-support/fake-map'

const bo: Presence = { person: 'bo', name: 'Bo', colour: '#7a3e9d' }

it('a moving pointer tells nobody but the pointers', () => {
  const { handle, peers } = createFakeMap()
  const on = createPeersOnMap(handle.peers)
  peers.set(new Map([[1, { ...bo, looking: { room: 'map', item: 'a' }, cursor: { x: 1, y: 1 } }]]))
  const heard = vi.fn()
  const stops = [on.people, on.atIcon, on.dragged].map((part) => part.subscribe(heard))
  peers.set(new Map([[1, { ...bo, looking: { room: 'map', item: 'a' }, cursor: { x: 2, y: 9 } }]]))
  expect(heard).not.toHaveBeenCalled()
  expect(on.atIcon.get().get('a')?.name).toBe('Bo')
  peers.set(new Map([[1, { ...bo, dragging: { item: 'b', x: 5, y: 6 } }]]))
  expect(heard).toHaveBeenCalledTimes(2)
  expect(on.dragged.get().get('b')).toEqual({ x: 5, y: 6 })
  expect([...on.people.get().keys()]).toEqual(['bo'])
  for (const stop of stops) stop()
  peers.set(new Map())
  expect(heard).toHaveBeenCalledTimes(2)
  expect(on.people.get().size).toBe(0)
})
