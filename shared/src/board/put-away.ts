// What was taken off the board's lists, by name, so that it is found and brought back in one place.
import type { RowsSpec } from '../kernel'
import { reasonRows, tagRows } from './records'
import { fieldRows, recurringRows, templateRows, typeRows } from './records-cards'
import { groupRows, laneRows, stationRows, viewRows } from './records-structure'
import type { BoardSnapshot } from './snapshot'

/** The lists whose rows come back as they were; cards and columns have acts of their own, for their places. */
export const listedRows = {
  lanes: laneRows,
  groups: groupRows,
  stations: stationRows,
  reasons: reasonRows,
  types: typeRows,
  fields: fieldRows,
  tags: tagRows,
  templates: templateRows,
  recurring: recurringRows,
  views: viewRows,
} as const satisfies Readonly<Record<string, RowsSpec>>
export type ListName = keyof typeof listedRows
const LISTS = Object.keys(listedRows) as readonly ListName[]

export interface PutAway {
  readonly list: ListName
  readonly id: string
  /** What comes again is called as its template is. */
  readonly name: string
}

interface Row {
  readonly id: string
  readonly archived: boolean
}

function nameIn(board: BoardSnapshot, list: ListName, id: string): string {
  const { tables } = board.basis
  if (list !== 'recurring') return tables[list].get(id)?.name ?? ''
  return tables.templates.get(tables.recurring.get(id)?.template ?? '')?.name ?? ''
}

/** A heading that no column stands under any more would come back unseen. */
function canComeBack(board: BoardSnapshot, list: ListName, id: string): boolean {
  if (list === 'groups')
    return board.columns.some((column) => board.basis.tables.columns.get(column.id)?.group === id)
  return list !== 'reasons' || board.basis.tables.reasons.get(id)?.safety !== true
}

/** Everything that can be brought back, list by list, each by name. */
export function putAwayOf(board: BoardSnapshot): readonly PutAway[] {
  return LISTS.flatMap((list) => {
    const rows: readonly Row[] = [...board.basis.tables[list].values()]
    return rows
      .filter(({ id, archived }) => archived && canComeBack(board, list, id))
      .map(({ id }): PutAway => ({ list, id, name: nameIn(board, list, id) }))
      .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1))
  })
}
