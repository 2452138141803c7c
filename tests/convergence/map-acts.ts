// What people do on a map, at random: icons, arrows, numbers, and taking back.
import {
  addNode,
  archive,
  connect,
  DATA_FIELD_NAMES,
  EDGE_KINDS,
  fieldKind,
  insertNode,
  labelEdge,
  moveNodes,
  NODE_KINDS,
  renameMap,
  renameNode,
  restore,
  SCHOOLS,
  setData,
  setDemand,
  setEdgeKind,
  setSchool,
  setStock,
  setWorkingTime,
} from '@yokoten/shared/map'
import type { MapSnapshot } from '@yokoten/shared/map'
import type { DocumentHandle } from '../../client/src/session/api'
import type { Chance } from '../support/virtual-chance'

type Map = DocumentHandle<MapSnapshot>

const pickOr = <T>(chance: Chance, items: readonly T[]): T | undefined =>
  items.length > 0 ? chance.pick(items) : undefined
const word = (chance: Chance) => chance.pick(['Press', 'Weld', 'Assemble', 'Ship', ''])
const place = (chance: Chance) => ({ x: chance.below(2_000), y: chance.below(1_000) })

function addIcon(map: Map, chance: Chance): void {
  const after = pickOr(chance, map.get().nodeIds)
  const kind = chance.pick(NODE_KINDS)
  map.run(addNode, {
    kind,
    position: place(chance),
    name: word(chance),
    ...(after === undefined ? {} : { after }),
  })
}

function fillNumber(map: Map, chance: Chance, node: string): void {
  const field = chance.pick(DATA_FIELD_NAMES)
  const unit = chance.pick(fieldKind(field).units)
  const quantity = chance.happens(0.1) ? null : { value: chance.below(100), unit }
  map.run(setData, { node, field, quantity })
}

function sayStock(map: Map, chance: Chance, node: string): void {
  const parts = [{ label: chance.pick(['', 'L', 'R']), pieces: chance.below(5_000) }]
  const stock = chance.pick([null, { kind: 'pieces', parts }, { kind: 'days', days: 3 }] as const)
  map.run(setStock, { node, stock })
}

const onEdge = (map: Map, chance: Chance, edge: string) => {
  const kind = chance.below(3)
  if (kind === 0) map.run(labelEdge, { edge, label: word(chance) })
  else if (kind === 1) map.run(setEdgeKind, { edge, kind: chance.pick(EDGE_KINDS) })
  else map.run(insertNode, { kind: 'inventory', position: place(chance), edge })
}

function onWhole(map: Map, chance: Chance): void {
  const kind = chance.below(4)
  if (kind === 0) map.run(renameMap, { name: word(chance) })
  else if (kind === 1) map.run(setSchool, { school: chance.pick(SCHOOLS) })
  else if (kind === 2)
    map.run(setDemand, { parts: [{ label: word(chance), pieces: chance.below(9_000) }], per: 'day' })
  else map.run(setWorkingTime, { shiftsPerDay: 1 + chance.below(3) })
}

/** One act by somebody who looks at this map. */
export function actOnMap(map: Map, chance: Chance): void {
  const node = pickOr(chance, map.get().nodeIds)
  const edge = pickOr(chance, map.get().edgeIds)
  const kind = chance.below(20)
  if (node === undefined || kind < 4) addIcon(map, chance)
  else if (kind < 8) map.run(moveNodes, { moves: [{ id: node, ...place(chance) }] })
  else if (kind < 9) map.run(renameNode, { node, name: word(chance) })
  else if (kind < 12) fillNumber(map, chance, node)
  else if (kind < 13) sayStock(map, chance, node)
  else if (kind < 15)
    map.run(connect, { kind: chance.pick(EDGE_KINDS), from: node, to: chance.pick(map.get().nodeIds) })
  else if (kind < 16 && edge !== undefined) onEdge(map, chance, edge)
  else if (kind < 17)
    map.run(chance.happens(0.7) ? archive : restore, {
      nodes: [node],
      edges: edge === undefined ? [] : [edge],
    })
  else if (kind < 18) onWhole(map, chance)
  else if (kind < 19) map.undo()
  else map.redo()
}
