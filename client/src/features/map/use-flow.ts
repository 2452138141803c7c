// The canvas's icons and arrows, kept in step with the document, the selection and what others drag right now.
import { applyNodeChanges, type EdgeChange, type NodeChange } from '@xyflow/react'
import { moveNodes } from '@yokoten/shared/map'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { ArrowEdge } from './flow-edge'
import { nextEdges, nextNodes, type MapNode } from './flow-rows'
import type { MapRoom } from './map-context'
import { createThrottle } from './throttle'

/** Arrow keys move in steps; they become one act when the keys have been still for this long. */
const STILL_MS = 400
const DRAG_MS = 50

type Places = Map<string, { readonly x: number; readonly y: number }>

export function useFlow({ handle, act, ui, peers, isCoarse }: MapRoom) {
  const [nodes, setNodes] = useState<MapNode[]>(() =>
    nextNodes([], handle.get(), { selected: ui.getState().nodes, places: new Map(), isCoarse }),
  )
  const [edges, setEdges] = useState<ArrowEdge[]>(() => nextEdges([], handle.get(), ui.getState().edges))
  /** Where this person is holding icons, until the document knows. */
  const held = useRef<Places>(new Map())
  const isDragging = useRef(false)
  const still = useRef<ReturnType<typeof setTimeout>>(undefined)

  const refresh = useCallback(() => {
    const map = handle.get()
    const { nodes: selected, edges: selectedEdges } = ui.getState()
    const places: Places = new Map(peers.dragged.get())
    for (const [id, place] of held.current) places.set(id, place)
    setNodes((before) => nextNodes(before, map, { selected, places, isCoarse }))
    setEdges((before) => nextEdges(before, map, selectedEdges))
  }, [handle, ui, peers, isCoarse])

  const commit = useCallback(() => {
    clearTimeout(still.current)
    still.current = undefined
    if (held.current.size === 0) return
    const moves = [...held.current].map(([id, { x, y }]) => ({ id, x, y }))
    held.current = new Map()
    act(moveNodes, { moves })
    refresh()
  }, [act, refresh])

  useEffect(() => {
    refresh()
    const stops = [handle.subscribe(refresh), peers.dragged.subscribe(refresh), ui.subscribe(refresh)]
    return () => {
      for (const stop of stops) stop()
      commit()
    }
  }, [handle, ui, peers, refresh, commit])

  const onNodesChange = useCallback(
    (changes: NodeChange<MapNode>[]) => {
      const selected = new Set(ui.getState().nodes)
      let isSelecting = false
      for (const change of changes) {
        if (change.type === 'select') {
          isSelecting = true
          if (change.selected) selected.add(change.id)
          else selected.delete(change.id)
        } else if (change.type === 'position' && change.position) {
          held.current.set(change.id, change.position)
          if (change.dragging || isDragging.current) continue
          clearTimeout(still.current)
          still.current = setTimeout(commit, STILL_MS)
        }
      }
      const local = changes.filter((change) => change.type === 'position' || change.type === 'dimensions')
      if (local.length > 0) setNodes((before) => applyNodeChanges(local, before))
      if (isSelecting) ui.setState({ nodes: selected })
    },
    [ui, commit],
  )

  const onEdgesChange = useCallback(
    (changes: EdgeChange<ArrowEdge>[]) => {
      const selected = new Set(ui.getState().edges)
      for (const change of changes) {
        if (change.type !== 'select') continue
        if (change.selected) selected.add(change.id)
        else selected.delete(change.id)
      }
      ui.setState({ edges: selected })
    },
    [ui],
  )

  const tellDrag = useMemo(
    () =>
      createThrottle(DRAG_MS, (item: string, x: number, y: number) =>
        handle.peers.show({ dragging: { item, x, y } }),
      ),
    [handle],
  )
  const onNodeDragStart = useCallback(() => {
    isDragging.current = true
  }, [])
  const onNodeDrag = useCallback(
    (_: unknown, node: MapNode) => tellDrag.call(node.id, node.position.x, node.position.y),
    [tellDrag],
  )
  const onNodeDragStop = useCallback(() => {
    isDragging.current = false
    tellDrag.cancel()
    commit()
    handle.peers.show({ dragging: undefined })
  }, [tellDrag, commit, handle])

  return { nodes, edges, onNodesChange, onEdgesChange, onNodeDragStart, onNodeDrag, onNodeDragStop, commit }
}
