// Ids grouped by a key of their rows, kept up to date at the cost of the groups that change.
import { emptyTable, withRows } from '../kernel'
import type { Table } from '../kernel'

export interface Group {
  /** The key. */
  readonly id: string
  /** Ids of the rows with that key, in order. */
  readonly members: readonly string[]
}

interface Grouped<T> {
  readonly groups: Table<Group>
  readonly table: Table<T>
}

/**
 * The groups of a table: all of them without `previous`, else only those of dirty rows anew. `compare` is a total
 * order of the rows in a group.
 */
export function regroup<T extends { readonly id: string }>(
  previous: Grouped<T> | undefined,
  table: Table<T>,
  dirty: ReadonlySet<string> | undefined,
  keyOf: (row: T) => string,
  compare: (a: T, b: T) => number,
): Table<Group> {
  const members = new Map<string, string[]>()
  if (previous) {
    for (const id of dirty ?? []) {
      for (const row of [previous.table.get(id), table.get(id)]) {
        if (row) members.set(keyOf(row), [])
      }
    }
    for (const [key, ids] of members) {
      for (const id of previous.groups.get(key)?.members ?? []) {
        const row = table.get(id)
        if (row && !dirty?.has(id)) ids.push(id)
      }
    }
    for (const id of dirty ?? []) {
      const row = table.get(id)
      if (row) members.get(keyOf(row))?.push(id)
    }
  } else {
    table.each((row) => {
      const key = keyOf(row)
      const ids = members.get(key)
      if (ids) ids.push(row.id)
      else members.set(key, [row.id])
    })
  }
  const updates = new Map<string, Group | undefined>()
  for (const [key, ids] of members) {
    if (ids.length > 1) ids.sort((a, b) => compare(table.get(a) as T, table.get(b) as T))
    const before = previous?.groups.get(key)
    const same =
      before?.members.length === ids.length && ids.every((id, index) => id === before.members[index])
    updates.set(key, same ? before : ids.length > 0 ? { id: key, members: ids } : undefined)
  }
  return withRows(previous?.groups ?? emptyTable<Group>(), updates)
}
