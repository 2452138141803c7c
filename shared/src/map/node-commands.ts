// Commands on icons: put them on the map, move, name, fill their data boxes, put them away and take them back.
import { create, defineCommand, ok, put, refused, set, type Change } from '../kernel'
import { fieldKind, isDataField, type DataField } from './fields'
import type { Stock } from './parse-stock'
import { amountSchema, LARGEST, type Source, type Unit } from './quantity'
import { edgeRows, nodeRows, variantKey, type NodeKind, type NodeRow, type Position } from './records'
import { idOr, isLivingNode, isUsableId, NODES_LIMIT, tidyPosition, tidyText } from './rules'
import type { MapSnapshot } from './snapshot'
import * as v from 'valibot'

export type NoSuchIcon = { readonly reason: 'no-such-icon' }

export interface AddNodeArgs {
  /** Chosen by the caller who wants to select the new icon at once. */
  readonly id?: string
  readonly kind: NodeKind
  readonly position: Position
  readonly name?: string
  /** A step or stock that this one follows: a push arrow is drawn too, where one may be. */
  readonly after?: string
}
export type AddRefused =
  { readonly reason: 'id-taken' } | { readonly reason: 'too-many'; readonly most: number }

export const addNode = defineCommand<MapSnapshot, AddNodeArgs, AddRefused>(
  'map.addNode',
  (snapshot, { id: given, kind, position, name = '', after }, context) => {
    const id = idOr(given, context)
    if (!isUsableId(id) || snapshot.nodes.has(id)) return refused({ reason: 'id-taken' })
    if (snapshot.nodes.size >= NODES_LIMIT) return refused({ reason: 'too-many', most: NODES_LIMIT })
    const changes = [
      create(nodeRows, id, { kind, name: tidyText(name, kind), position: tidyPosition(position) }),
    ]
    const before = after === undefined ? undefined : snapshot.nodes.get(after)
    const joins = (end: NodeKind) => end === 'process' || end === 'inventory'
    if (after !== undefined && before && !before.archived && joins(before.kind) && joins(kind))
      changes.push(create(edgeRows, context.id(), { kind: 'push', from: after, to: id }))
    return ok(changes)
  },
)

/** Moves icons to where they were let go: one act however many there are. Icons that are gone are left out. */
export const moveNodes = defineCommand<
  MapSnapshot,
  { moves: readonly { id: string; x: number; y: number }[] },
  never
>('map.moveNodes', (snapshot, { moves }) => {
  const changes: Change[] = []
  for (const { id, x, y } of moves) {
    const at = snapshot.nodes.get(id)?.position
    const to = tidyPosition({ x, y })
    if (at && (at.x !== to.x || at.y !== to.y)) changes.push(set(nodeRows, id, 'position', to))
  }
  return ok(changes)
})

export const renameNode = defineCommand<MapSnapshot, { node: string; name: string }, NoSuchIcon>(
  'map.renameNode',
  (snapshot, { node, name }) => {
    const row = snapshot.nodes.get(node)
    if (!row) return refused({ reason: 'no-such-icon' })
    const tidy = tidyText(name, row.kind)
    return ok(tidy === row.name ? [] : [set(nodeRows, node, 'name', tidy)])
  },
)

/** Says which of the team's values a step serves, by its id in the directory; null: not said. */
export const setValue = defineCommand<
  MapSnapshot,
  { node: string; value: string | null },
  NoSuchIcon | { readonly reason: 'not-a-step' }
>('map.setValue', (snapshot, { node, value }) => {
  const row = snapshot.nodes.get(node)
  if (!row) return refused({ reason: 'no-such-icon' })
  if (row.kind !== 'process' || value === '') return refused({ reason: 'not-a-step' })
  return ok(row.value === value ? [] : [set(nodeRows, node, 'value', value)])
})

/** A number as given: the value, its unit, and how it was got where that is said. */
export interface Given {
  readonly value: number
  readonly unit: Unit
  readonly source?: Source
  /** Number of observations behind it. */
  readonly n?: number
}
export type DataRefused =
  | NoSuchIcon
  | { readonly reason: 'no-such-field' }
  | { readonly reason: 'out-of-range'; readonly most: number }
  | { readonly reason: 'wrong-unit' }

const sameNumber = (a: NodeRow[DataField], b: Given | null): boolean =>
  a === null || b === null
    ? a === b
    : a.value === b.value && a.unit === b.unit && a.source === b.source && a.n === b.n

/** Fills one field of a data box; null: not known. Who said it and when is kept beside the number. */
export const setData = defineCommand<
  MapSnapshot,
  { node: string; field: DataField; quantity: Given | null },
  DataRefused
>('map.setData', (snapshot, { node, field, quantity }, context) => {
  const row = snapshot.nodes.get(node)
  if (!row) return refused({ reason: 'no-such-icon' })
  if (!isDataField(field)) return refused({ reason: 'no-such-field' })
  if (sameNumber(row[field], quantity)) return ok([])
  if (quantity === null) return ok([set(nodeRows, node, field, null)])
  const { units, most = LARGEST } = fieldKind(field)
  if (!units.includes(quantity.unit)) return refused({ reason: 'wrong-unit' })
  if (!v.is(amountSchema, quantity.value) || quantity.value > most)
    return refused({ reason: 'out-of-range', most })
  return ok([set(nodeRows, node, field, { ...quantity, by: context.person, at: context.stamp().at })])
})

/**
 * Says what lies in an inventory, in pieces by variant or in days; null: not known. `replaces`: pieces take the place of
 * days that were said, and days that of pieces; otherwise both stay, so that they can be compared.
 */
export const setStock = defineCommand<
  MapSnapshot,
  { node: string; stock: Stock | null; source?: Source; replaces?: boolean },
  NoSuchIcon | { readonly reason: 'out-of-range'; readonly most: number }
>('map.setStock', (snapshot, { node, stock, source, replaces = false }, context) => {
  const row = snapshot.nodes.get(node)
  if (!row) return refused({ reason: 'no-such-icon' })
  const days = stock?.kind === 'days' ? stock.days : undefined
  const parts = stock?.kind === 'pieces' ? stock.parts : []
  const numbers = [...(days === undefined ? [] : [days]), ...parts.map((part) => part.pieces)]
  if (!numbers.every((number) => v.is(amountSchema, number)))
    return refused({ reason: 'out-of-range', most: LARGEST })
  const said = { ...(source === undefined ? {} : { source }), by: context.person, at: context.stamp().at }
  const changes: Change[] = []
  if (days !== undefined && (row.stockDays?.value !== days || row.stockDays.unit !== 'd'))
    changes.push(set(nodeRows, node, 'stockDays', { value: days, unit: 'd', ...said }))
  if (days === undefined && row.stockDays !== null && (replaces || stock === null))
    changes.push(set(nodeRows, node, 'stockDays', null))
  if (days !== undefined && !replaces) return ok(changes)
  const wanted = new Map(parts.map((part) => [variantKey(part.label), part.pieces]))
  for (const key of Object.keys(row.stock))
    if (!wanted.has(key)) changes.push(put(nodeRows, node, 'stock', key, null))
  for (const [key, pieces] of wanted)
    if (row.stock[key]?.pieces !== pieces)
      changes.push(put(nodeRows, node, 'stock', key, { pieces, ...said }))
  return ok(changes)
})

/** Forgets the days somebody said, so that the counted pieces stand alone. */
export const clearStockDays = defineCommand<MapSnapshot, { node: string }, NoSuchIcon>(
  'map.clearStockDays',
  (snapshot, { node }) => {
    const row = snapshot.nodes.get(node)
    if (!row) return refused({ reason: 'no-such-icon' })
    return ok(row.stockDays === null ? [] : [set(nodeRows, node, 'stockDays', null)])
  },
)

interface Picked {
  readonly nodes: readonly string[]
  readonly edges: readonly string[]
}

const setArchived = (snapshot: MapSnapshot, { nodes, edges }: Picked, archived: boolean): Change[] => [
  ...nodes.flatMap((id) =>
    snapshot.nodes.get(id)?.archived === !archived ? [set(nodeRows, id, 'archived', archived)] : [],
  ),
  ...edges.flatMap((id) =>
    snapshot.edges.get(id)?.archived === !archived ? [set(edgeRows, id, 'archived', archived)] : [],
  ),
]

/** Puts icons and arrows away. Arrows at an icon that is away are not shown, and come back with it. */
export const archive = defineCommand<MapSnapshot, Picked, never>('map.archive', (snapshot, picked) =>
  ok(setArchived(snapshot, picked, true)),
)

export const restore = defineCommand<MapSnapshot, Picked, never>('map.restore', (snapshot, picked) =>
  ok(setArchived(snapshot, picked, false)),
)

/** Steps and stock that stand at or to the right of one of them, moved on. */
function shiftRight(snapshot: MapSnapshot, from: string, by: number): Change[] {
  const edgeX = snapshot.nodes.get(from)?.position.x ?? Infinity
  return snapshot.nodeIds.flatMap((id) => {
    const node = snapshot.nodes.get(id)
    if (!node || (node.kind !== 'process' && node.kind !== 'inventory') || node.position.x < edgeX) return []
    return [set(nodeRows, id, 'position', tidyPosition({ x: node.position.x + by, y: node.position.y }))]
  })
}

/**
 * Puts a step or stock between two that are joined: the arrow is replaced by two of its kind. `shift`: steps and stock
 * from the arrow's end rightwards make room by so many pixels. One act, so that undo takes it back whole.
 */
export const insertNode = defineCommand<
  MapSnapshot,
  {
    id?: string
    kind: 'process' | 'inventory'
    position: Position
    name?: string
    edge: string
    shift?: number
  },
  AddRefused | { readonly reason: 'no-such-arrow' }
>('map.insertNode', (snapshot, { id: given, kind, position, name = '', edge, shift = 0 }, context) => {
  const id = idOr(given, context)
  if (!isUsableId(id) || snapshot.nodes.has(id)) return refused({ reason: 'id-taken' })
  if (snapshot.nodes.size >= NODES_LIMIT) return refused({ reason: 'too-many', most: NODES_LIMIT })
  const split = snapshot.edges.get(edge)
  if (!split || split.archived || !isLivingNode(snapshot, split.from) || !isLivingNode(snapshot, split.to))
    return refused({ reason: 'no-such-arrow' })
  return ok([
    create(nodeRows, id, { kind, name: tidyText(name), position: tidyPosition(position) }),
    set(edgeRows, edge, 'archived', true),
    create(edgeRows, context.id(), { kind: split.kind, from: split.from, to: id }),
    create(edgeRows, context.id(), { kind: split.kind, from: id, to: split.to }),
    ...(shift > 0 ? shiftRight(snapshot, split.to, shift) : []),
  ])
})
