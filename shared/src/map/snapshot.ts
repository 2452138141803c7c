// The projection of a map document: living icons and arrows, and the figures, recomputed only when data changed.
import { defineDocument, isEqual, type Dirty, type Json, type Table, type Tables } from '../kernel'
import { computeFigures, type EdgeData, type MapFigures, type NodeData } from './figures'
import {
  isMaterialEdge,
  isMaterialNode,
  MAP_ID,
  mapCollections,
  mapRows,
  type EdgeRow,
  type MapRow,
  type NodeRow,
} from './records'

type MapTables = Tables<typeof mapCollections>
type MapDirty = Dirty<typeof mapCollections>

export interface MapSnapshot {
  readonly map: MapRow
  /** The map row is written: the team has said whether it moves parts or information, or named the map. */
  readonly started: boolean
  /** All icons and arrows, archived ones too. */
  readonly nodes: Table<NodeRow>
  readonly edges: Table<EdgeRow>
  /** Living icons, sorted by id. */
  readonly nodeIds: readonly string[]
  /** Living arrows whose two ends are living, sorted by id. */
  readonly edgeIds: readonly string[]
  readonly figures: MapFigures
}

/** The map as it is before anybody wrote to it. */
const UNBORN: MapRow = {
  id: MAP_ID,
  archived: false,
  ...(Object.fromEntries(Object.entries(mapRows.fields).map(([name, spec]) => [name, spec.fallback])) as Omit<
    MapRow,
    'id' | 'archived' | 'variants'
  >),
  variants: {},
}

const sameList = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((item, index) => item === b[index])
const keep = (before: readonly string[] | undefined, now: readonly string[]) =>
  before && sameList(before, now) ? before : now

const NOT_DATA = new Set(['name', 'position', 'label', 'value'])
/** True when two versions of a row give the same figures. */
function sameData(a: object | undefined, b: object | undefined): boolean {
  if (a === b) return true
  if (!a || !b) return false
  const was = a as Readonly<Record<string, Json>>
  const is = b as Readonly<Record<string, Json>>
  return Object.keys(is).every((key) => NOT_DATA.has(key) || isEqual(was[key], is[key]))
}

/** True when no dirty row differs in what figures are made from. */
function sameFigures(previous: MapSnapshot, map: MapRow, tables: MapTables, dirty: MapDirty) {
  if (!sameData(previous.map, map)) return false
  for (const id of dirty.nodes ?? [])
    if (!sameData(previous.nodes.get(id), tables.nodes.get(id))) return false
  for (const id of dirty.edges ?? [])
    if (!sameData(previous.edges.get(id), tables.edges.get(id))) return false
  return true
}

function livingIds(tables: MapTables) {
  const nodeIds = tables.nodes.ids().filter((id) => tables.nodes.get(id)?.archived === false)
  const living = new Set(nodeIds)
  const edgeIds = tables.edges.ids().filter((id) => {
    const edge = tables.edges.get(id)
    return edge?.archived === false && living.has(edge.from) && living.has(edge.to) && edge.from !== edge.to
  })
  return { nodeIds, edgeIds }
}

/** Unchanged parts of the next figures are those of the figures before, so that nothing that shows them renders again. */
function shareFigures(before: MapFigures | undefined, now: MapFigures): MapFigures {
  if (!before) return now
  const share = <T>(was: T, is: T): T => (isEqual(was as Json, is as Json) ? was : is)
  const shareMap = <T>(was: ReadonlyMap<string, T>, is: ReadonlyMap<string, T>): ReadonlyMap<string, T> => {
    const shared = new Map([...is].map(([id, value]) => [id, share(was.get(id) as T, value)]))
    const same =
      sameList([...was.keys()], [...shared.keys()]) &&
      [...shared].every(([id, value]) => was.get(id) === value)
    return same ? was : shared
  }
  return {
    school: now.school,
    time: share(before.time, now.time),
    demand: share(before.demand, now.demand),
    takt: share(before.takt, now.takt),
    path: share(before.path, now.path),
    ladder: share(before.ladder, now.ladder),
    leadTime: share(before.leadTime, now.leadTime),
    processing: share(before.processing, now.processing),
    valueAdding: share(before.valueAdding, now.valueAdding),
    share: share(before.share, now.share),
    turns: share(before.turns, now.turns),
    steps: shareMap(before.steps, now.steps),
    stocks: shareMap(before.stocks, now.stocks),
    bottleneck: share(before.bottleneck, now.bottleneck),
    office: share(before.office, now.office),
  }
}

function figuresOf(map: MapRow, tables: MapTables, nodeIds: readonly string[], edgeIds: readonly string[]) {
  const nodes: NodeData[] = []
  for (const id of nodeIds) {
    const node = tables.nodes.get(id)
    if (node && isMaterialNode(node.kind)) nodes.push(node)
  }
  const edges: EdgeData[] = []
  for (const id of edgeIds) {
    const edge = tables.edges.get(id)
    if (edge && isMaterialEdge(edge.kind)) edges.push(edge)
  }
  return computeFigures(map, nodes, edges)
}

/** The next snapshot: what a projection from nothing would give, sharing whatever did not change. */
export function projectMap(
  previous: MapSnapshot | undefined,
  tables: MapTables,
  dirty: MapDirty,
): MapSnapshot {
  const row = tables.map.get(MAP_ID)
  const map = row ?? UNBORN
  if (previous && sameFigures(previous, map, tables, dirty))
    return { ...previous, map, started: row !== undefined, nodes: tables.nodes, edges: tables.edges }
  const living = livingIds(tables)
  const nodeIds = keep(previous?.nodeIds, living.nodeIds)
  const edgeIds = keep(previous?.edgeIds, living.edgeIds)
  const figures = shareFigures(previous?.figures, figuresOf(map, tables, nodeIds, edgeIds))
  return {
    map,
    started: row !== undefined,
    nodes: tables.nodes,
    edges: tables.edges,
    nodeIds,
    edgeIds,
    figures,
  }
}

export const mapDocument = defineDocument<typeof mapCollections, MapSnapshot>({
  kind: 'map',
  version: 1,
  collections: mapCollections,
  project: projectMap,
  revert: {},
})
