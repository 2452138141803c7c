// A map for component tests: the real document on Yjs, no storage, no network, one person.
import * as Y from 'yjs'
import { execute, openProjection } from '@yokoten/shared/doc'
import { createHybridClock, createId, ok, refused, type RandomBytes } from '@yokoten/shared/kernel'
import { createAcmeSample, mapDocument, type MapSnapshot } from '@yokoten/shared/map'
import { teamDocument } from '@yokoten/shared/team'
import type { DocumentHandle, Presence, Sharing } from '../../../session/api'
import { createCell } from '../../../session/readable'
import type { MapRoom } from '../map-context'
import { createPeersOnMap } from '../peers-on-map'
import { createMapUi } from '../ui-store'

const quiet: Sharing = {
  connection: 'offline',
  changed: 0,
  kept: 0,
  files: 0,
  otherDevices: 0,
  storage: 'ok',
  badFrames: 0,
  trouble: undefined,
  caughtUp: true,
}

function seeded(seed: number): RandomBytes {
  let state = seed
  return (length) =>
    Uint8Array.from({ length }, () => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
      return (state >>> 16) & 0xff
    })
}

export function createFakeMap(mode: 'edit' | 'view' = 'edit') {
  const doc = new Y.Doc()
  const projection = openProjection(doc, mapDocument, { freeze: true })
  const clock = createHybridClock(() => 1_800_000_000_000)
  const random = seeded(7)
  const peers = createCell<ReadonlyMap<number, Presence>>(new Map())
  const handle: DocumentHandle<MapSnapshot> = {
    id: 'map/m',
    kind: 'map',
    writable: mode === 'edit' ? true : 'view-only',
    get: () => projection.get(),
    subscribe: (listener) => projection.subscribe(listener),
    run(command, args) {
      if (mode === 'view') return refused({ reason: 'view-only' })
      const decided = command.decide(projection.get(), args, {
        person: 'ann',
        stamp: () => clock.stamp(),
        id: () => createId(random),
        random,
      })
      if (!decided.ok) return decided
      const written = execute(doc, mapDocument, decided.value, command.name)
      return written.ok ? ok(undefined) : refused({ reason: 'newer-version' })
    },
    item: () => undefined,
    undo: () => ({ done: false, reason: 'nothing' }),
    redo: () => ({ done: false, reason: 'nothing' }),
    undoState: createCell({ undo: undefined, redo: undefined }),
    peers: { ...peers, show: () => undefined },
    sharing: createCell(quiet),
    undoWrites: () => [],
    texts: { ids: () => [], words: () => '', subscribe: () => () => undefined },
    prose: () => ({ fragment: undefined, awareness: undefined, writable: false, who: () => undefined }),
    release: () => undefined,
  }
  const refusals: string[] = []
  const room: MapRoom = {
    handle,
    run: handle.run,
    ui: createMapUi(),
    peers: createPeersOnMap(handle.peers),
    canEdit: mode === 'edit',
    isCoarse: false,
    directory: openProjection(new Y.Doc(), teamDocument),
    nameOf: (person) => (person === 'ann' ? 'Ann Keller' : undefined),
    act(command, args) {
      const done = handle.run(command, args)
      if (!done.ok) refusals.push(done.error.reason)
      return done.ok
    },
  }
  /** The id of the icon with this name. */
  const idOf = (name: string): string => {
    const map = handle.get()
    const id = map.nodeIds.find((node) => map.nodes.get(node)?.name === name)
    if (id === undefined) throw new Error(`no ${name}`)
    return id
  }
  return { handle, room, peers, refusals, idOf }
}

export function createFakeAcme() {
  const fake = createFakeMap()
  fake.room.act(createAcmeSample, {})
  return fake
}
