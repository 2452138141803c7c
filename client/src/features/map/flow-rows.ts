// From rows to what React Flow wants, keeping the object of every icon and arrow that did not change.
import type { Node } from '@xyflow/react'
import type { EdgeRow, MapSnapshot, NodeKind, NodeRow } from '@yokoten/shared/map'
import { text } from '../../text'
import type { ArrowEdge } from './flow-edge'

export type MapNode = Node<Record<string, never>, NodeKind>

/** What an icon measures before it has been measured, in canvas pixels. */
export const ROUGH_SIZE: Readonly<Record<NodeKind, { readonly width: number; readonly height: number }>> = {
  process: { width: 116, height: 148 },
  inventory: { width: 76, height: 128 },
  supplier: { width: 132, height: 84 },
  customer: { width: 132, height: 126 },
  'production-control': { width: 184, height: 62 },
  'kaizen-burst': { width: 120, height: 76 },
  note: { width: 168, height: 64 },
}

const NO_DATA: Record<string, never> = {}

const words = new WeakMap<NodeRow, string>()

/** What an icon is called for those who do not see it. */
export function nodeWords(node: NodeRow | undefined): string {
  if (!node) return ''
  const known = words.get(node)
  if (known !== undefined) return known
  const kind = text(`map.kind.${node.kind}`)
  const fresh =
    node.name === '' ? text('map.node.unnamed', { kind }) : text('map.node.words', { kind, name: node.name })
  words.set(node, fresh)
  return fresh
}

interface Local {
  readonly selected: ReadonlySet<string>
  /** Places that icons have on this screen only: dragged here or by somebody else right now. */
  readonly places: ReadonlyMap<string, { readonly x: number; readonly y: number }>
  /** On a finger's screen an icon moves only once it is selected, so that a pinch may begin on icons. */
  readonly isCoarse: boolean
}

/** Top to bottom in bands, left to right within: the order in which Tab visits the icons. */
const readingOrder = (a: NodeRow, b: NodeRow): number =>
  Math.round(a.position.y / 120) - Math.round(b.position.y / 120) ||
  a.position.x - b.position.x ||
  (a.id < b.id ? -1 : 1)

export function nextNodes(before: readonly MapNode[], map: MapSnapshot, local: Local): MapNode[] {
  const known = new Map(before.map((node) => [node.id, node]))
  const rows = map.nodeIds.flatMap((id) => map.nodes.get(id) ?? []).sort(readingOrder)
  const next = rows.map((row) => {
    const node = known.get(row.id)
    const position = local.places.get(row.id) ?? row.position
    const selected = local.selected.has(row.id)
    const ariaLabel = nodeWords(row)
    const draggable = !local.isCoarse || selected
    if (
      node &&
      (node.draggable ?? true) === draggable &&
      node.type === row.kind &&
      node.selected === selected &&
      node.ariaLabel === ariaLabel &&
      node.position.x === position.x &&
      node.position.y === position.y
    )
      return node
    const size = ROUGH_SIZE[row.kind]
    return {
      ...(node ?? { initialWidth: size.width, initialHeight: size.height, data: NO_DATA }),
      id: row.id,
      type: row.kind,
      position,
      selected,
      ariaLabel,
      draggable,
      ...(row.kind === 'kaizen-burst' ? { zIndex: 5 } : {}),
    } as MapNode
  })
  const isSame = next.length === before.length && next.every((node, index) => node === before[index])
  return isSame ? (before as MapNode[]) : next
}

function goesOn(map: MapSnapshot, edge: EdgeRow, leaving: ReadonlySet<string>): boolean {
  if (edge.kind !== 'push' && edge.kind !== 'pull') return false
  return map.nodes.get(edge.to)?.kind === 'inventory' && leaving.has(`${edge.kind} ${edge.to}`)
}

export function nextEdges(
  before: readonly ArrowEdge[],
  map: MapSnapshot,
  selected: ReadonlySet<string>,
): ArrowEdge[] {
  const known = new Map(before.map((edge) => [edge.id, edge]))
  const rows = map.edgeIds.flatMap((id) => map.edges.get(id) ?? [])
  const leaving = new Set(rows.map((edge) => `${edge.kind} ${edge.from}`))
  const next = rows.map((row) => {
    const edge = known.get(row.id)
    const isSelected = selected.has(row.id)
    const isOpen = goesOn(map, row, leaving)
    const from = nodeWords(map.nodes.get(row.from))
    const to = nodeWords(map.nodes.get(row.to))
    if (
      edge?.data &&
      edge.selected === isSelected &&
      edge.data.kind === row.kind &&
      edge.data.label === row.label &&
      edge.data.goesOn === isOpen &&
      edge.data.from === from &&
      edge.data.to === to
    )
      return edge
    return {
      id: row.id,
      type: row.kind,
      source: row.from,
      target: row.to,
      selected: isSelected,
      ariaLabel: text('map.edge.words', { kind: text(`map.kind.${row.kind}`), from, to }),
      data: { kind: row.kind, label: row.label, goesOn: isOpen, from, to },
    }
  })
  const isSame = next.length === before.length && next.every((edge, index) => edge === before[index])
  return isSame ? (before as ArrowEdge[]) : next
}
