// The ladder under the map, aligned with its icons also while they are dragged.
import { useStore, ViewportPortal, type ReactFlowState } from '@xyflow/react'
import { memo, useCallback } from 'react'
import { formatDays, formatSeconds } from './format'
import { DEPTH, ladderPath, ladderShape, type Stand } from './ladder-shape'
import styles from './ladder.module.css'
import { useMap } from './map-context'

const sameStands = (a: ReadonlyMap<string, Stand>, b: ReadonlyMap<string, Stand>): boolean => {
  if (a.size !== b.size) return false
  for (const [id, one] of a) {
    const other = b.get(id)
    if (!other || one.left !== other.left || one.right !== other.right || one.bottom !== other.bottom)
      return false
  }
  return true
}

function useStands(ids: readonly string[]): ReadonlyMap<string, Stand> {
  return useStore(
    useCallback(
      (state: ReactFlowState) => {
        const stands = new Map<string, Stand>()
        for (const id of ids) {
          const node = state.nodeLookup.get(id)
          if (!node) continue
          const { x, y } = node.internals.positionAbsolute
          const width = node.measured.width ?? node.initialWidth ?? 0
          const height = node.measured.height ?? node.initialHeight ?? 0
          stands.set(id, { left: x, right: x + width, bottom: y + height })
        }
        return stands
      },
      [ids],
    ),
    sameStands,
  )
}

const UNKNOWN = '?'

export const Ladder = memo(function Ladder() {
  const ladder = useMap((map) => map.figures.ladder)
  const path = useMap((map) => map.figures.path.ids)
  const shape = ladderShape(ladder, useStands(path))
  if (!shape) return null
  const { y } = shape
  const first = shape.rungs[0]?.from ?? 0
  const last = shape.rungs.at(-1)?.to ?? 0
  return (
    <ViewportPortal>
      <svg
        className={styles.ladder}
        style={{ transform: `translate(${first - 10}px, ${y - 30}px)` }}
        width={last - first + 20}
        height={DEPTH + 60}
        viewBox={`${first - 10} ${y - 30} ${last - first + 20} ${DEPTH + 60}`}
        aria-hidden
      >
        <path d={ladderPath(shape)} />
        {shape.rungs.map((rung, index) => {
          const figures = ladder[index]
          const middle = (rung.from + rung.to) / 2
          const days = figures?.days === undefined ? undefined : formatDays(figures.days)
          if (rung.kind === 'wait')
            return (
              <text key={rung.node} x={middle} y={y - 9}>
                {days ?? UNKNOWN}
              </text>
            )
          return (
            <g key={rung.node}>
              <text className={styles.work} x={middle} y={y + DEPTH + 20}>
                {figures?.seconds === undefined ? UNKNOWN : formatSeconds(figures.seconds)}
              </text>
              {days !== undefined && (
                <text x={middle} y={y + DEPTH - 9}>
                  {days}
                </text>
              )}
            </g>
          )
        })}
      </svg>
    </ViewportPortal>
  )
})
