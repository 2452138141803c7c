// Which part of the map is seen first, and how the whole of it fits beside the tools and figures.
import { useReactFlow, useStoreApi, type FitViewOptions } from '@xyflow/react'
import { useCallback, useMemo } from 'react'

const ROOM_FOR_LADDER = 130
const MOVE_MS = 180
/** On a phone the map is shown at a size that can be read, from its left; the whole is one tap away. */
const READABLE = { least: 0.55, most: 0.9, edge: 14 }

interface ViewNeeds {
  readonly isNarrow: boolean
  readonly hasTools: boolean
  readonly hasFigures: boolean
}

export function useView({ isNarrow, hasTools, hasFigures }: ViewNeeds) {
  const { fitView, getNodes, getNodesBounds, setViewport } = useReactFlow()
  const store = useStoreApi()
  const fitOptions = useMemo<FitViewOptions>(
    () => ({
      maxZoom: 1.15,
      padding: isNarrow
        ? { x: `${READABLE.edge}px`, top: '20px', bottom: '64px' }
        : {
            left: hasTools ? '112px' : '32px',
            right: hasFigures ? '328px' : '40px',
            top: '32px',
            bottom: `${ROOM_FOR_LADDER}px`,
          },
    }),
    [isNarrow, hasTools, hasFigures],
  )
  const fit = useCallback(() => void fitView({ ...fitOptions, duration: MOVE_MS }), [fitView, fitOptions])
  const showFirst = useCallback(() => {
    const nodes = getNodes()
    // With nothing to show, React Flow would wait and jump to the first icon when it is put somewhere.
    if (nodes.length === 0) return
    if (!isNarrow) return void fitView(fitOptions)
    const bounds = getNodesBounds(nodes)
    const { height } = store.getState()
    const { least, most, edge } = READABLE
    const wanted = (height - 2 * edge) / (bounds.height + ROOM_FOR_LADDER)
    const zoom = Math.min(most, Math.max(least, Number.isFinite(wanted) ? wanted : most))
    void setViewport({ x: edge - bounds.x * zoom, y: edge - bounds.y * zoom, zoom })
  }, [isNarrow, fitView, fitOptions, getNodes, getNodesBounds, setViewport, store])
  return { fit, showFirst }
}
