// How many cards came into a done column in this calendar week.
import type { Column } from '@yokoten/shared/board'
import { mondayOf } from '@yokoten/shared/kernel'
import { useMemo } from 'react'
import { useBoard } from './board-context'
import { useNow } from '../../react'

const DAY = 86_400_000

/** Undefined for a column whose work is not done. */
export function useFinishedThisWeek(column: Column): number | undefined {
  const { handle, calendar } = useBoard()
  const monday = mondayOf(calendar.dayOf(useNow()))
  return useMemo(() => {
    if (column.role !== 'done') return undefined
    // Whatever finishes comes into this list, so the list alone says when to count again.
    const { journeys } = handle.get()
    return column.doing.filter((card) => {
      const finished = journeys.get(card)?.finishedAt
      // In no time zone does a day begin more than a day before it does in UTC.
      return finished != null && finished > (monday - 1) * DAY && calendar.dayOf(finished) >= monday
    }).length
  }, [column, handle, calendar, monday])
}
