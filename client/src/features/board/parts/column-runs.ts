// Columns in runs: those of one group that stand side by side share a heading, any other stands by itself.
import type { Column } from '@yokoten/shared/board'

export interface ColumnRun {
  readonly group: string | null
  readonly columns: readonly Column[]
}

export function columnRuns(columns: readonly Column[]): readonly ColumnRun[] {
  const runs: { group: string | null; columns: Column[] }[] = []
  for (const column of columns) {
    const last = runs.at(-1)
    if (last && column.group !== null && last.group === column.group) last.columns.push(column)
    else runs.push({ group: column.group, columns: [column] })
  }
  return runs
}

/** Room of a column beside the others: one that is split takes two parts. */
export const weightOf = (column: Pick<Column, 'split'>): number => (column.split ? 2 : 1)
