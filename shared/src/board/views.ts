// The saved views that are in use, in their order.
import { compareRanked } from '../kernel'
import type { Table } from '../kernel'
import type { ViewRow } from './records-structure'

export function projectViews(
  previous: readonly ViewRow[] | undefined,
  table: Table<ViewRow>,
  dirty: ReadonlySet<string> | undefined,
): readonly ViewRow[] {
  if (previous && !dirty?.size) return previous
  return [...table.values()].filter((view) => !view.archived).sort(compareRanked)
}
