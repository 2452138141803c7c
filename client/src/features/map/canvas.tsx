// The canvas: React Flow with our icons and arrows, one gesture a tool, and where the others point.
import {
  Background,
  BackgroundVariant,
  ConnectionLineType,
  ConnectionMode,
  ReactFlow,
  useReactFlow,
  type Connection,
} from '@xyflow/react'
import '@xyflow/react/dist/base.css'
import {
  useCallback,
  useEffect,
  useMemo,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
} from 'react'
import { text } from '../../text'
import { Cursors } from './cursors'
import { edgeTypes } from './flow-edge'
import styles from './canvas.module.css'
import { Ladder } from './ladder'
import { useMapRoom, useUi } from './map-context'
import { nodeTypes } from './other-nodes'
import { chooseEnd, joinNodes, placeAt } from './tools'
import { createThrottle } from './throttle'
import { isArrowTool, isPlaceTool } from './ui-store'
import { useFlow } from './use-flow'

const CURSOR_MS = 60
const GRID = 8

interface CanvasProps {
  /** The canvas has its size; choose what is seen first. */
  readonly onInit: () => void
  /** Writes a move that is still being made, before an undo. */
  readonly onReady: (flush: () => void) => void
}

const LABELS = {
  'node.a11yDescription.default': '',
  'node.a11yDescription.keyboardDisabled': '',
  'node.a11yDescription.ariaLiveMessage': () => '',
  'edge.a11yDescription.default': '',
}

export function Canvas({ onInit, onReady }: CanvasProps) {
  const room = useMapRoom()
  const { handle, ui, canEdit } = room
  const flow = useFlow(room)
  const { screenToFlowPosition } = useReactFlow()
  const tool = useUi((state) => state.tool)
  const isSelecting = tool === 'select'
  const { commit } = flow
  useEffect(() => onReady(commit), [onReady, commit])

  const tellCursor = useMemo(
    () =>
      createThrottle(CURSOR_MS, (x: number, y: number) =>
        handle.peers.show({ cursor: screenToFlowPosition({ x, y }) }),
      ),
    [handle, screenToFlowPosition],
  )
  const hideCursor = useCallback(() => {
    tellCursor.cancel()
    handle.peers.show({ cursor: undefined })
  }, [handle, tellCursor])
  useEffect(() => hideCursor, [hideCursor])

  const onConnect = useCallback(({ source, target }: Connection) => joinNodes(room, source, target), [room])
  const place = (event: { clientX: number; clientY: number }) => {
    const inHand = ui.getState().tool
    if (isPlaceTool(inHand))
      placeAt(room, inHand, screenToFlowPosition({ x: event.clientX, y: event.clientY }))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const node = event.target instanceof Element ? event.target.closest('.react-flow__node') : null
    if (node !== event.target || !(node instanceof HTMLElement) || !isArrowTool(ui.getState().tool)) return
    if ((event.key !== 'Enter' && event.key !== ' ') || node.dataset.id === undefined) return
    event.preventDefault()
    event.stopPropagation()
    chooseEnd(room, node.dataset.id)
  }

  return (
    <div
      className={styles.canvas}
      data-tool={isSelecting ? undefined : isPlaceTool(tool) ? 'place' : 'join'}
      onKeyDownCapture={onKeyDown}
      onPointerMove={(event: PointerEvent) =>
        event.pointerType === 'mouse' && tellCursor.call(event.clientX, event.clientY)
      }
      onPointerLeave={hideCursor}
    >
      <ReactFlow
        aria-label={text('map.canvas')}
        ariaLabelConfig={LABELS}
        nodes={flow.nodes}
        edges={flow.edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        onNodesChange={flow.onNodesChange}
        onEdgesChange={flow.onEdgesChange}
        onNodeDragStart={flow.onNodeDragStart}
        onNodeDrag={flow.onNodeDrag}
        onNodeDragStop={flow.onNodeDragStop}
        onSelectionDragStart={flow.onNodeDragStart}
        onSelectionDragStop={flow.onNodeDragStop}
        onConnect={onConnect}
        onPaneClick={(event: MouseEvent) => place(event)}
        onNodeClick={(event, node) => {
          if (isArrowTool(ui.getState().tool)) chooseEnd(room, node.id)
          else place(event)
        }}
        connectionMode={ConnectionMode.Loose}
        connectionLineType={ConnectionLineType.Straight}
        connectOnClick={false}
        nodesConnectable={canEdit && isArrowTool(tool)}
        nodesDraggable={canEdit && isSelecting}
        elementsSelectable={isSelecting}
        edgesFocusable={false}
        deleteKeyCode={null}
        multiSelectionKeyCode={['Meta', 'Control']}
        onlyRenderVisibleElements
        snapToGrid
        snapGrid={[GRID, GRID]}
        panOnScroll
        zoomOnDoubleClick={false}
        minZoom={0.08}
        maxZoom={2.5}
        onInit={onInit}
        proOptions={{ hideAttribution: true }}
      >
        <Background
          variant={BackgroundVariant.Dots}
          gap={24}
          size={1.2}
          color="var(--dots)"
          bgColor="transparent"
        />
        <Ladder />
        <Cursors />
      </ReactFlow>
    </div>
  )
}
