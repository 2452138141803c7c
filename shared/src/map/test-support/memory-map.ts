// A map document in memory, for tests: runs commands and projects, with no Yjs behind it.
import {
  emptyTable,
  isEqual,
  withRows,
  type Change,
  type Command,
  type Json,
  type Result,
  type Table,
} from '../../kernel'
import { mapCollections } from '../records'
import { projectMap, type MapSnapshot } from '../snapshot'

type Row = Readonly<Record<string, Json>> & { readonly id: string }
type Specs = typeof mapCollections

const collectionOf = (name: string): keyof Specs => {
  for (const key of Object.keys(mapCollections) as (keyof Specs)[])
    if (mapCollections[key].name === name) return key
  throw new Error(`no collection ${name}`)
}

function newborn(key: keyof Specs, id: string, birth: Readonly<Record<string, Json>>): Row {
  const { fields, sets } = mapCollections[key]
  const row: Record<string, Json> = {}
  for (const [name, spec] of Object.entries(fields)) row[name] = birth[name] ?? spec.fallback
  for (const name of Object.keys(sets)) row[name] = birth[name] ?? {}
  return { ...row, id, archived: false }
}

function applied(key: keyof Specs, row: Row | undefined, change: Change): Row | undefined {
  if (change.kind === 'create') return row ?? newborn(key, change.id, change.row)
  if (!row) return undefined
  if (change.kind === 'set')
    return isEqual(row[change.field], change.value) ? row : { ...row, [change.field]: change.value }
  if (change.kind !== 'put') throw new Error(`a map has no ${change.kind}`)
  const items = { ...(row[change.set] as Readonly<Record<string, Json>>) }
  if (change.value === null) delete items[change.key]
  else items[change.key] = change.value
  return { ...row, [change.set]: items }
}

export function createMemoryMap() {
  let tables: Record<keyof Specs, Table<Row>> = {
    map: emptyTable(),
    nodes: emptyTable(),
    edges: emptyTable(),
  }
  const typed = () => tables as unknown as Parameters<typeof projectMap>[1]
  let snapshot = projectMap(undefined, typed(), {})
  let ids = 0
  let time = 1_700_000_000_000

  function write(changes: readonly Change[]) {
    const updates = {
      map: new Map<string, Row>(),
      nodes: new Map<string, Row>(),
      edges: new Map<string, Row>(),
    }
    for (const change of changes) {
      if (change.kind === 'append' || change.kind === 'write') throw new Error(`a map has no ${change.kind}`)
      const key = collectionOf(change.in)
      const row = applied(key, updates[key].get(change.id) ?? tables[key].get(change.id), change)
      if (row) updates[key].set(change.id, row)
    }
    tables = {
      map: withRows(tables.map, updates.map),
      nodes: withRows(tables.nodes, updates.nodes),
      edges: withRows(tables.edges, updates.edges),
    }
    const dirty = {
      map: new Set(updates.map.keys()),
      nodes: new Set(updates.nodes.keys()),
      edges: new Set(updates.edges.keys()),
    }
    snapshot = projectMap(snapshot, typed(), dirty)
  }

  return {
    get: (): MapSnapshot => snapshot,
    /** What a projection of the same tables from nothing gives. */
    rebuilt: (): MapSnapshot => projectMap(undefined, typed(), {}),
    write,
    run<A, R>(command: Command<MapSnapshot, A, R>, args: A): Result<readonly Change[], R> {
      const decided = command.decide(snapshot, args, {
        person: 'ann',
        stamp: () => ({ at: (time += 1000), order: time * 1024 }),
        id: () => `n${String(++ids).padStart(4, '0')}`,
        random: (n) => new Uint8Array(n),
      })
      if (decided.ok) write(decided.value)
      return decided
    },
  }
}
export type MemoryMap = ReturnType<typeof createMemoryMap>
