// Copying a piece of a map as plain values, and pasting it there or on another map with fresh ids.
import { create, defineCommand, ok, refused, type Change } from '../kernel'
import { DATA_FIELD_NAMES } from './fields'
import { edgeRows, nodeRows, type EdgeRow, type NodeRow, type Position } from './records'
import { NODES_LIMIT, tidyPosition } from './rules'
import type { MapSnapshot } from './snapshot'

/** Icons with the arrows between them, as they were when copied. */
export interface Clip {
  readonly nodes: readonly NodeRow[]
  readonly edges: readonly EdgeRow[]
}

/** What is copied: the living icons named, and the arrows that have both ends among them. */
export function copyNodes(snapshot: MapSnapshot, ids: readonly string[]): Clip {
  const nodes = ids.flatMap((id) => {
    const node = snapshot.nodes.get(id)
    return node && !node.archived ? [node] : []
  })
  const copied = new Set(nodes.map((node) => node.id))
  const edges = snapshot.edgeIds.flatMap((id) => {
    const edge = snapshot.edges.get(id)
    return edge && copied.has(edge.from) && copied.has(edge.to) ? [edge] : []
  })
  return { nodes, edges }
}

/** Pastes a clip, moved by `by`. Numbers keep who said them and when. */
export const paste = defineCommand<
  MapSnapshot,
  { clip: Clip; by: Position },
  { readonly reason: 'too-many'; readonly most: number }
>('map.paste', (snapshot, { clip, by }, context) => {
  if (snapshot.nodes.size + clip.nodes.length > NODES_LIMIT)
    return refused({ reason: 'too-many', most: NODES_LIMIT })
  const fresh = new Map(clip.nodes.map((node) => [node.id, context.id()]))
  const changes: Change[] = clip.nodes.map((node) => {
    const data = Object.fromEntries(
      DATA_FIELD_NAMES.flatMap((name) => (node[name] ? [[name, node[name]]] : [])),
    )
    return create(nodeRows, fresh.get(node.id) ?? context.id(), {
      kind: node.kind,
      name: node.name,
      position: tidyPosition({ x: node.position.x + by.x, y: node.position.y + by.y }),
      ...(node.value === null ? {} : { value: node.value }),
      ...(node.stockDays ? { stockDays: node.stockDays } : {}),
      ...data,
      stock: node.stock,
    })
  })
  for (const { kind, from, to, label } of clip.edges) {
    const start = fresh.get(from)
    const end = fresh.get(to)
    if (start && end) changes.push(create(edgeRows, context.id(), { kind, from: start, to: end, label }))
  }
  return ok(changes)
})
