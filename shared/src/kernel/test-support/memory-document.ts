// Any kind of document without Yjs, for tests: applies changes to tables and projects after each transaction.
import * as v from 'valibot'
import { emptyTable, withRows } from '..'
import type {
  Change,
  Collections,
  CollectionSpec,
  Command,
  CommandContext,
  Dirty,
  DocumentSpec,
  Json,
  JsonObject,
  Result,
  Table,
  Tables,
} from '..'

type Item = JsonObject & { readonly id: string }

function rowFrom(spec: CollectionSpec, id: string, birth: JsonObject): Item {
  if (spec.kind === 'log') return { id, ...(v.parse(spec.entry, birth) as JsonObject) }
  const row: Record<string, Json> = { id, archived: birth.archived === true }
  for (const [name, one] of Object.entries(spec.fields)) {
    const read = v.safeParse(one.schema, birth[name])
    row[name] = read.success ? read.output : one.fallback
  }
  for (const name of Object.keys(spec.sets)) row[name] = birth[name] ?? {}
  return row as Item
}

function appliedTo(before: Item | undefined, spec: CollectionSpec, change: Change): Item | undefined {
  if (change.kind === 'create') return before ?? rowFrom(spec, change.id, change.row)
  if (change.kind === 'append') return before ?? rowFrom(spec, change.id, change.entry)
  if (!before || change.kind === 'write') return before
  if (change.kind === 'set') return { ...before, [change.field]: change.value }
  const items: Record<string, Json> = { ...(before[change.set] as JsonObject) }
  if (change.value === null) delete items[change.key]
  else items[change.key] = change.value
  return { ...before, [change.set]: items }
}

export interface MemoryDocument<S> {
  readonly snapshot: S
  readonly texts: ReadonlyMap<string, readonly string[]>
  /** Applies changes as one transaction and projects incrementally. */
  apply(changes: readonly Change[]): S
  run<A, R>(command: Command<S, A, R>, args: A, context: CommandContext): Result<void, R>
  /** The snapshot of the same tables projected from nothing. */
  rebuilt(): S
  /** An item by the name of its collection, for `groundOf`. */
  read(collection: string, id: string): JsonObject | undefined
}

export function createMemoryDocument<C extends Collections, S>(
  spec: DocumentSpec<C, S>,
  initial: readonly Change[] = [],
): MemoryDocument<S> {
  const keys = Object.keys(spec.collections)
  const specOf = (key: string) => spec.collections[key] as CollectionSpec
  const keyByName = new Map(keys.map((key) => [specOf(key).name, key]))
  const keyOf = (name: string) => keyByName.get(name) as string
  let tables: Record<string, Table<Item>> = Object.fromEntries(keys.map((key) => [key, emptyTable<Item>()]))
  const tableOf = (key: string) => tables[key] as Table<Item>
  const texts = new Map<string, readonly string[]>()

  function write(changes: readonly Change[]): Record<string, ReadonlySet<string>> {
    const updates = new Map<string, Map<string, Item | undefined>>()
    for (const change of changes) {
      if (change.kind === 'write') {
        if (!texts.has(change.text)) texts.set(change.text, change.paragraphs)
        continue
      }
      const key = keyOf(change.in)
      const rows = updates.get(key) ?? new Map<string, Item | undefined>()
      updates.set(key, rows)
      const before = rows.has(change.id) ? rows.get(change.id) : tableOf(key).get(change.id)
      rows.set(change.id, appliedTo(before, specOf(key), change))
    }
    tables = { ...tables }
    for (const [key, rows] of updates) tables[key] = withRows(tableOf(key), rows)
    return Object.fromEntries([...updates].map(([key, rows]) => [key, new Set(rows.keys())]))
  }
  const project = (before: S | undefined, dirty: Record<string, ReadonlySet<string>>): S =>
    spec.project(before, tables as unknown as Tables<C>, dirty as Dirty<C>)

  write(initial)
  let snapshot = project(undefined, {})
  const document: MemoryDocument<S> = {
    get snapshot() {
      return snapshot
    },
    texts,
    apply(changes) {
      const dirty = write(changes)
      snapshot = project(snapshot, dirty)
      return snapshot
    },
    run(command, args, context) {
      const decided = command.decide(snapshot, args, context)
      if (!decided.ok) return decided
      document.apply(decided.value)
      return { ok: true, value: undefined }
    },
    rebuilt: () => project(undefined, {}),
    read: (collection, id) => tables[keyOf(collection)]?.get(id),
  }
  return document
}
