// What the team's directory says about this board's columns: who is here this week, and which skills a column needs.
import { useMemo } from 'react'
import type { BoardSnapshot } from '@yokoten/shared/board'
import { mondayOf } from '@yokoten/shared/kernel'
import { skillsFor, suggestLimits, suggestWhole, teamWeek } from '@yokoten/shared/team'
import type { Step, SuggestedLimit, TeamSnapshot, TeamWeek } from '@yokoten/shared/team'
import { useNow, useReadable, useSnapshot } from '../../../react'
import { useBoard } from '../board-context'

/** A column as skills name it: by the board's id without its kind. */
export const stepOfColumn = (document: string, column: string): Step => ({
  board: document.replace(/^board\//u, ''),
  column,
})

const workColumns = (board: BoardSnapshot): readonly string[] =>
  board.columns.filter((column) => column.role === 'active').map((column) => column.id)
const sameIds = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((id, index) => id === b[index])

export interface Capacity {
  readonly directory: TeamSnapshot
  readonly week: TeamWeek
  /** By column id; columns for which nobody is here, or that are no work, have none. */
  readonly limits: ReadonlyMap<string, SuggestedLimit>
  /** Of the whole board; undefined where nobody is here for any of its work. */
  readonly whole: SuggestedLimit | undefined
}

export function useCapacity(): Capacity {
  const { handle, team, calendar } = useBoard()
  const directory = useReadable(team.directory)
  const columns = useSnapshot(handle, workColumns, sameIds)
  const monday = mondayOf(calendar.dayOf(useNow()))
  return useMemo(() => {
    const week = teamWeek(directory, monday)
    const steps = columns.map((column) => ({
      column,
      skills: skillsFor(directory, stepOfColumn(handle.id, column)),
    }))
    return {
      directory,
      week,
      limits: suggestLimits(directory, week, steps),
      whole: suggestWhole(directory, week, steps),
    }
  }, [directory, columns, monday, handle.id])
}
