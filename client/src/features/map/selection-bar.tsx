// What can be done with what is selected: large enough for a thumb, in the same place for one icon, many, or an arrow.
import { Archive, CopyPlus, ListOrdered, SquarePlus, Type } from 'lucide-react'
import {
  EDGE_KINDS,
  insertNode,
  isMaterialEdge,
  setEdgeKind,
  type EdgeKind,
  type EdgeRow,
} from '@yokoten/shared/map'
import { IconButton } from '../../design/icon-button'
import { Button } from '../../design/button'
import { Menu } from '../../design/menu'
import { text } from '../../text'
import { nameOf } from './figure-words'
import { ROUGH_SIZE } from './flow-rows'
import { useMap, useMapRoom, useUi } from './map-context'
import { archiveSelected, duplicateSelected } from './selection'
import styles from './selection-bar.module.css'
import { ToolIcon } from './tool-icons'

const GRID = 8
/** Pixels around what is put in between: an arrow needs room beside a process, and runs under a stock. */
const ROOM = { process: 64, inventory: 4 } as const

function EdgeActs({ edge }: { edge: EdgeRow }) {
  const room = useMapRoom()
  const { act, ui } = room
  const isMaterial = isMaterialEdge(edge.kind)
  const kinds = EDGE_KINDS.filter((kind) => isMaterialEdge(kind) === isMaterial)
  const canInsert = isMaterial && edge.kind !== 'shipment'
  const insert = (kind: 'process' | 'inventory') => {
    const ends = [edge.from, edge.to].flatMap((id) => room.handle.get().nodes.get(id) ?? [])
    const [from, to] = ends
    if (!from || !to) return
    const { width } = ROUGH_SIZE[kind]
    const right = from.position.x + ROUGH_SIZE[from.kind].width
    const gap = to.position.x - right
    const isOnward = gap > -GRID
    const shift = isOnward ? Math.max(0, Math.ceil((width + ROOM[kind] - gap) / GRID) * GRID) : 0
    const x = isOnward ? right + (gap + shift - width) / 2 : (right + to.position.x - width) / 2
    act(insertNode, { kind, edge: edge.id, position: { x, y: to.position.y }, shift })
    ui.select([])
  }
  return (
    <>
      <Menu
        label={text('map.act.kind')}
        look="quiet"
        withArrow
        placement="top start"
        button={
          <>
            <ToolIcon tool={edge.kind} />
            {text(`map.kind.${edge.kind}`)}
          </>
        }
        groups={[
          {
            id: 'kinds',
            entries: kinds.map((kind: EdgeKind) => ({
              id: kind,
              label: text(`map.kind.${kind}`),
              isSelected: kind === edge.kind,
              run: () => void act(setEdgeKind, { edge: edge.id, kind }),
            })),
          },
        ]}
      />
      <Button look="quiet" icon={Type} onPress={() => ui.setState({ open: 'edge' })}>
        {text('map.act.label')}
      </Button>
      {canInsert && (
        <Menu
          label={text('map.act.insert')}
          look="quiet"
          icon={SquarePlus}
          placement="top start"
          button={text('map.act.insert')}
          groups={[
            {
              id: 'insert',
              entries: [
                { id: 'stock', label: text('map.act.stockHere'), run: () => insert('inventory') },
                { id: 'process', label: text('map.act.processHere'), run: () => insert('process') },
              ],
            },
          ]}
        />
      )}
    </>
  )
}

export function SelectionBar() {
  const room = useMapRoom()
  const nodes = useUi((state) => state.nodes)
  const edges = useUi((state) => state.edges)
  const isSelecting = useUi((state) => state.tool === 'select')
  const [onlyNode] = nodes
  const [onlyEdge] = edges
  const isOneNode = nodes.size === 1 && edges.size === 0
  const isOneEdge = edges.size === 1 && nodes.size === 0
  const title = useMap((map) => (isOneNode && onlyNode !== undefined ? nameOf(map, onlyNode) : undefined))
  const hasNumbers = useMap((map) => {
    const kind = onlyNode === undefined ? undefined : map.nodes.get(onlyNode)?.kind
    return kind === 'process' || kind === 'inventory'
  })
  const edge = useMap((map) => (isOneEdge && onlyEdge !== undefined ? map.edges.get(onlyEdge) : undefined))
  if (nodes.size + edges.size === 0 || !isSelecting) return null
  return (
    <div className={styles.bar} role="toolbar" aria-label={text('map.selection')}>
      {!edge && (
        <span className={styles.title}>
          {title ?? text('map.selection.count', { count: nodes.size + edges.size })}
        </span>
      )}
      {isOneNode && (
        <Button look="quiet" icon={ListOrdered} onPress={() => room.ui.setState({ open: 'node' })}>
          {text(hasNumbers ? 'map.act.numbers' : 'map.act.details')}
        </Button>
      )}
      {edge && <EdgeActs edge={edge} />}
      {nodes.size > 0 && (
        <IconButton
          icon={CopyPlus}
          label={text('map.act.duplicate')}
          onPress={() => duplicateSelected(room)}
        />
      )}
      <IconButton icon={Archive} label={text('map.act.archive')} onPress={() => archiveSelected(room)} />
    </div>
  )
}
