// What the tools do: put an icon somewhere, join two, and go on from what is selected.
import { createId } from '@yokoten/shared/kernel'
import { addNode, connect, type NodeKind } from '@yokoten/shared/map'
import type { MapRoom } from './map-context'
import { ROUGH_SIZE } from './flow-rows'
import { isArrowTool } from './ui-store'

const random = (n: number): Uint8Array => crypto.getRandomValues(new Uint8Array(n))
const GRID = 8
const snap = (value: number): number => Math.round(value / GRID) * GRID

const isStep = (kind: NodeKind | undefined) => kind === 'process' || kind === 'inventory'

/** The step that a new one follows: the only one selected, where the new one stands to its right. */
function stepBefore({ handle, ui }: MapRoom, kind: NodeKind, x: number): string | undefined {
  const [selected, ...more] = ui.getState().nodes
  if (selected === undefined || more.length > 0 || !isStep(kind)) return undefined
  const node = handle.get().nodes.get(selected)
  return node && isStep(node.kind) && x > node.position.x + ROUGH_SIZE[node.kind].width ? selected : undefined
}

/** Puts an icon with its middle at a point of the canvas, selects it and asks for its name. */
export function placeAt(room: MapRoom, kind: NodeKind, { x, y }: { x: number; y: number }): void {
  const { ui, act } = room
  const size = ROUGH_SIZE[kind]
  const id = createId(random)
  const after = stepBefore(room, kind, x)
  const position = { x: snap(x - size.width / 2), y: snap(y - size.height / 2) }
  if (!act(addNode, { id, kind, position, ...(after === undefined ? {} : { after }) })) return
  ui.setState({
    tool: 'select',
    nodes: new Set([id]),
    edges: new Set(),
    naming: kind === 'inventory' ? undefined : id,
  })
}

/** Joins two icons with the arrow in hand. The tool stays, so that a whole path is drawn in one go. */
export function joinNodes({ ui, act }: MapRoom, from: string, to: string): void {
  const { tool } = ui.getState()
  if (!isArrowTool(tool)) return
  act(connect, { kind: tool, from, to })
  ui.setState({ arrowFrom: undefined })
}

/** The first icon chosen is where the arrow starts, the second where it leads. */
export function chooseEnd(room: MapRoom, node: string): void {
  const { arrowFrom } = room.ui.getState()
  if (arrowFrom === undefined) room.ui.setState({ arrowFrom: node })
  else if (arrowFrom === node) room.ui.setState({ arrowFrom: undefined })
  else joinNodes(room, arrowFrom, node)
}
