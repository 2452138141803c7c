// How many cards came into a done column in the last seven days.
import type { Column } from '@yokoten/shared/board'
import { useMemo } from 'react'
import { useBoard } from './board-context'
import { useNow } from './use-now'

const WEEK_MS = 7 * 24 * 3_600_000

/** Undefined for a column whose work is not done. */
export function useFinishedThisWeek(column: Column): number | undefined {
  const { handle } = useBoard()
  const now = useNow()
  return useMemo(() => {
    if (column.role !== 'done') return undefined
    // Whatever finishes comes into this list, so the list alone says when to count again.
    const { journeys } = handle.get()
    return column.doing.filter((card) => {
      const finished = journeys.get(card)?.finishedAt
      return finished != null && finished > now - WEEK_MS
    }).length
  }, [column, handle, now])
}
