// Stations as screens read them: those in use, in the order in which they were named.
import { compareRanked } from '../kernel'
import type { Table } from '../kernel'
import type { StationRow } from './records-structure'

/** The stations in use, the same array where none of them changed. */
export function stationsFrom(
  previous: readonly StationRow[] | undefined,
  table: Table<StationRow>,
  dirty: ReadonlySet<string> | undefined,
): readonly StationRow[] {
  if (previous && !dirty?.size) return previous
  return [...table.values()].filter((station) => !station.archived).sort(compareRanked)
}
