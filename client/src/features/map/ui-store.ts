// What the map's screen remembers for itself: the tool in hand, what is selected, what is open. Never a copy of a row.
import type { EdgeKind, NodeKind } from '@yokoten/shared/map'
import { createStore, type StoreApi } from 'zustand/vanilla'

export type Tool = 'select' | NodeKind | EdgeKind

const PLACED: readonly string[] = [
  'process',
  'inventory',
  'supplier',
  'customer',
  'production-control',
  'kaizen-burst',
  'note',
] satisfies NodeKind[]
export const isPlaceTool = (tool: Tool): tool is NodeKind => PLACED.includes(tool)
export const isArrowTool = (tool: Tool): tool is EdgeKind => tool !== 'select' && !isPlaceTool(tool)

export interface MapUi {
  readonly tool: Tool
  readonly nodes: ReadonlySet<string>
  readonly edges: ReadonlySet<string>
  /** Where the arrow being drawn starts, once that is chosen. */
  readonly arrowFrom: string | undefined
  /** The icon whose name is typed next, as soon as it stands. */
  readonly naming: string | undefined
  readonly open: 'none' | 'demand' | 'node' | 'edge' | 'figures'
  readonly figuresShown: boolean
}

export interface MapUiStore extends StoreApi<MapUi> {
  take(tool: Tool): void
  select(nodes: Iterable<string>, edges?: Iterable<string>): void
}

const EMPTY: ReadonlySet<string> = new Set()

export function createMapUi(): MapUiStore {
  const store = createStore<MapUi>(() => ({
    tool: 'select',
    nodes: EMPTY,
    edges: EMPTY,
    arrowFrom: undefined,
    naming: undefined,
    open: 'none',
    figuresShown: true,
  }))
  return {
    ...store,
    take: (tool) => store.setState({ tool, arrowFrom: undefined }),
    select(nodes, edges = EMPTY) {
      store.setState({ nodes: new Set(nodes), edges: new Set(edges) })
    },
  }
}
