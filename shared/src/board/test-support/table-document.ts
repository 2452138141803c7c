// A board document without Yjs, for tests: applies changes to tables and projects, incrementally and from nothing.
import * as v from 'valibot'
import { emptyTable, withRows } from '../../kernel'
import type { Change, Command, CommandContext, Json, JsonObject, Result, Table } from '../../kernel'
import { boardCollections } from '../records'
import { projectBoard } from '../snapshot'
import type { BoardDirty, BoardSnapshot, BoardTables } from '../snapshot'

type Key = keyof typeof boardCollections
type Item = { readonly id: string } & Record<string, unknown>
type Loose = Record<Key, Table<Item>>

const keys = Object.keys(boardCollections) as Key[]
const keyByName = new Map(keys.map((key) => [boardCollections[key].name, key]))

const emptyTables = (): Loose =>
  Object.fromEntries(keys.map((key) => [key, emptyTable<Item>()])) as unknown as Loose

function rowFrom(key: Key, id: string, birth: JsonObject): Item {
  const spec = boardCollections[key]
  if (spec.kind === 'log') return { id, ...(v.parse(spec.entry, birth) as JsonObject) }
  const row: Record<string, unknown> = { id, archived: birth.archived === true }
  for (const [name, one] of Object.entries(spec.fields)) {
    const read = v.safeParse(one.schema, birth[name])
    row[name] = read.success ? read.output : one.fallback
  }
  for (const name of Object.keys(spec.sets)) row[name] = birth[name] ?? {}
  return row as Item
}

function applied(before: Item | undefined, key: Key, change: Change): Item | undefined {
  if (change.kind === 'create') return before ?? rowFrom(key, change.id, change.row)
  if (change.kind === 'append') return before ?? rowFrom(key, change.id, change.entry)
  if (!before || change.kind === 'write') return before
  if (change.kind === 'set') return { ...before, [change.field]: change.value }
  const items: Record<string, Json> = { ...(before[change.set] as JsonObject) }
  if (change.value === null) delete items[change.key]
  else items[change.key] = change.value
  return { ...before, [change.set]: items }
}

export interface TableDocument {
  readonly snapshot: BoardSnapshot
  readonly texts: ReadonlyMap<string, readonly string[]>
  /** Applies changes as one transaction and projects incrementally. */
  apply(changes: readonly Change[]): BoardSnapshot
  run<A, R>(command: Command<BoardSnapshot, A, R>, args: A, context: CommandContext): Result<void, R>
  /** The snapshot of the same tables projected from nothing. */
  rebuilt(): BoardSnapshot
}

export function createTableDocument(initial: readonly Change[] = []): TableDocument {
  let tables = emptyTables()
  const texts = new Map<string, readonly string[]>()
  function write(changes: readonly Change[]): BoardDirty {
    const updates = new Map<Key, Map<string, Item | undefined>>()
    for (const change of changes) {
      if (change.kind === 'write') {
        if (!texts.has(change.text)) texts.set(change.text, change.paragraphs)
        continue
      }
      const key = keyByName.get(change.in) as Key
      const rows = updates.get(key) ?? new Map<string, Item | undefined>()
      updates.set(key, rows)
      const before = rows.has(change.id) ? rows.get(change.id) : tables[key].get(change.id)
      rows.set(change.id, applied(before, key, change))
    }
    const next = { ...tables }
    for (const [key, rows] of updates) next[key] = withRows(tables[key], rows)
    tables = next
    return Object.fromEntries([...updates].map(([key, rows]) => [key, new Set(rows.keys())]))
  }
  const asTables = (): BoardTables => tables as unknown as BoardTables
  write(initial)
  let snapshot = projectBoard(undefined, asTables(), {})
  return {
    get snapshot() {
      return snapshot
    },
    texts,
    apply(changes) {
      const dirty = write(changes)
      snapshot = projectBoard(snapshot, asTables(), dirty)
      return snapshot
    },
    run(command, args, context) {
      const decided = command.decide(snapshot, args, context)
      if (!decided.ok) return decided
      this.apply(decided.value)
      return { ok: true, value: undefined }
    },
    rebuilt: () => projectBoard(undefined, asTables(), {}),
  }
}
