// The two marks between which work counts: where it starts and where it is finished, as roles of columns in flow order.
import type { Column } from './columns'
import type { ColumnRole } from './records'

export type Mark = 'start' | 'finish'

/** Columns by id, or null where a mark is not set. */
export interface Marks {
  /** Work starts with the first entry into this column. */
  readonly start: string | null
  /** Work is finished with the last entry into this column, or into one behind it. */
  readonly finish: string | null
}

type Marked = Pick<Column, 'id' | 'role'>

/** Where the marks stand, by the columns' roles: the first column of work in progress, and the first done one behind it. */
export function marksOf(columns: readonly Marked[]): Marks {
  const start = columns.findIndex((column) => column.role === 'active')
  const finish = columns.findIndex((column, index) => index > start && column.role === 'done')
  return { start: columns[start]?.id ?? null, finish: columns[finish]?.id ?? null }
}

/** Where a column stands by the marks. */
export type Phase = 'before' | 'between' | 'after'

const PHASES: Readonly<Record<ColumnRole, Phase>> = {
  backlog: 'before',
  ready: 'before',
  active: 'between',
  waiting: 'between',
  done: 'after',
}
export const phaseOf = (role: ColumnRole): Phase => PHASES[role]

/** The roles a column may have in a phase, the usual one first. */
export const rolesIn = (phase: Phase): readonly ColumnRole[] =>
  phase === 'before' ? ['ready', 'backlog'] : phase === 'between' ? ['active', 'waiting'] : ['done']

function roleAt(columns: readonly Marked[], index: number, start: number, finish: number): ColumnRole {
  const { role } = columns[index] as Marked
  if (index >= finish) return 'done'
  if (index === start) return 'active'
  const phase: Phase = index < start ? 'before' : 'between'
  if (phaseOf(role) === phase) return role
  return index === 0 ? 'backlog' : (rolesIn(phase)[0] as ColumnRole)
}

/**
 * The role of each column, in order, when one mark is put on a column; null where the start would not stand before the
 * finish. Roles that fit their phase stay: what waits between the marks goes on waiting.
 */
export function rolesWithMark(
  columns: readonly Marked[],
  mark: Mark,
  column: string,
): readonly ColumnRole[] | null {
  const at = columns.findIndex((one) => one.id === column)
  const marks = marksOf(columns)
  const indexOf = (id: string | null) => columns.findIndex((one) => one.id === id)
  const finishNow = indexOf(marks.finish)
  const start = mark === 'start' ? at : indexOf(marks.start)
  const finish = mark === 'finish' ? at : finishNow < 0 ? columns.length : finishNow
  if (at < 0 || start >= finish) return null
  // Where work starts nowhere yet, all that is before the finish is before the start.
  const begin = start < 0 ? finish : start
  return columns.map((_, index) => roleAt(columns, index, begin, finish))
}

/** The role of a new column behind another one, or of the first: of the phase it stands in. */
export function roleBehind(before: Pick<Column, 'role'> | undefined): ColumnRole {
  if (!before) return 'backlog'
  return before.role === 'backlog' ? 'ready' : before.role === 'waiting' ? 'active' : before.role
}
