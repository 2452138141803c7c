// Lists and tables derived from rows, which keep by reference what says the same as before.
import { emptyTable, withRows } from '../kernel'
import type { Table } from '../kernel'

export const sameIds = (a: readonly string[] | undefined, b: readonly string[]): readonly string[] =>
  a && a.length === b.length && a.every((id, index) => id === b[index]) ? a : b

export const idsWhere = <T extends { readonly id: string; readonly archived: boolean }>(
  rows: readonly T[],
  archived: boolean,
): string[] => rows.filter((row) => row.archived === archived).map((row) => row.id)

/** The next table of derived rows, which keeps every row that says the same as before. */
export function derivedTable<T extends { readonly id: string }>(
  previous: Table<T> | undefined,
  rows: readonly T[],
  isSame: (a: T, b: T) => boolean,
): Table<T> {
  const before = previous ?? emptyTable<T>()
  const updates = new Map<string, T | undefined>()
  for (const id of before.ids()) updates.set(id, undefined)
  for (const row of rows) {
    const old = before.get(row.id)
    updates.set(row.id, old && isSame(old, row) ? old : row)
  }
  return withRows(before, updates)
}
