// A document as the immutable snapshot that screens read: only what changed is read again, the rest is shared.
import type * as Y from 'yjs'
import type { Collections, Dirty, DocumentSpec, JsonObject, RowsSpec, Table, Tables } from '../kernel'
import { emptyTable, tableOf, withRows } from '../kernel'
import { deepFreeze } from './json'
import type { AnySpec } from './layout'
import { layoutsOf } from './layout'
import { createListeners, surface } from './listeners'
import { createLogReader } from './log'
import type { CollectionReader, Item, Problem, Report, RootMap } from './reader'
import { createRowsReader } from './rows'
import { META, versionOf } from './version'

export type Mode = 'read-write' | 'newer-version'

/** The snapshot as it would be with entries that are not written yet. */
export interface Draft<S> {
  append(collection: string, id: string, entry: JsonObject): void
  get(): S
}

export interface Projection<C extends Collections = Collections, S = unknown> {
  /** The snapshot; the same reference until something in it differs. */
  get(): S
  /** The rows and entries the snapshot was made from. */
  tables(): Tables<C>
  /**
   * Told once a transaction, and only where the snapshot or the mode differs; of what comes from elsewhere once for all
   * that came until `later`. Returns how to stop.
   */
  subscribe(listener: () => void): () => void
  /** What could not be read as it stands in the document, in the order of collections and ids. */
  problems(): readonly Problem[]
  /** `newer-version`: shown as far as it can be read, never written. */
  readonly mode: Mode
  /** For deciding on several acts in a row before the first of them is written. */
  draft(): Draft<S>
  /** All keys ever written that belong to a row, by the name of its collection. */
  keysOf(name: string, id: string): Iterable<string>
  destroy(): void
}

export interface ProjectionOptions {
  /** Freezes snapshots to the bottom, so that a screen that writes into one is found out. For development. */
  readonly freeze?: boolean
  /**
   * When to read and tell of what came from elsewhere, such as the next frame; returns how to call it off. Whoever asks
   * before is given what is there. Left out: at once.
   */
  readonly later?: (run: () => void) => () => void
}

interface Source {
  readonly key: string
  readonly name: string
  readonly map: RootMap
  readonly reader: CollectionReader
  readonly problems: Map<string, Problem[]>
  table: Table<Item>
}

/** Opens a projection; it follows the document until destroyed. */
export function openProjection<C extends Collections, S>(
  doc: Y.Doc,
  spec: DocumentSpec<C, S>,
  options: ProjectionOptions = {},
): Projection<C, S> {
  const anySpec = spec as unknown as AnySpec
  const frozen = <T>(value: T): T => (options.freeze ? deepFreeze(value) : value)
  const listeners = createListeners()
  const meta = doc.getMap(META)
  const sources = [...layoutsOf(anySpec).values()].map(({ key, spec: collection }): Source => {
    const map = doc.getMap(collection.name)
    const reader =
      collection.kind === 'log'
        ? createLogReader(collection, map)
        : createRowsReader(collection as RowsSpec, map)
    return { key, name: collection.name, map, reader, problems: new Map(), table: emptyTable() }
  })

  const reportTo =
    ({ name, problems }: Source): Report =>
    (id, field) => {
      const list = problems.get(id)
      if (list) list.push({ collection: name, id, field })
      else problems.set(id, [{ collection: name, id, field }])
    }
  const tablesOf = (): Tables<Collections> =>
    Object.fromEntries(sources.map(({ key, table }) => [key, table])) as Tables<Collections>

  let mode: Mode = versionOf(doc) > spec.version ? 'newer-version' : 'read-write'
  let problems: readonly Problem[] | undefined
  let tables: Tables<Collections>
  let snapshot: S
  /** After a bug in `project`, the next snapshot is made from nothing, so that no change is missing in it. */
  let isStale = false

  const project = (previous: S | undefined, dirty: Dirty<Collections>): S =>
    frozen(anySpec.project(previous, tables, dirty) as S)

  const everything = (): Dirty<Collections> =>
    Object.fromEntries(sources.map(({ key, table }) => [key, idsOf(table)]))

  for (const source of sources) {
    const items = source.reader.readAll(reportTo(source))
    if (options.freeze) items.forEach(deepFreeze)
    source.table = tableOf(items)
  }
  tables = tablesOf()
  snapshot = project(undefined, everything())

  /** Reads the items behind changed keys again; the ids that differ. */
  function readAgain(source: Source, keys: ReadonlySet<string | null>): ReadonlySet<string> {
    const ids = new Set<string>()
    for (const key of keys) if (key !== null) ids.add(source.reader.idOf(key))
    const updates = new Map<string, Item | undefined>()
    for (const id of ids) {
      if (source.problems.delete(id)) problems = undefined
      const before = source.table.get(id)
      const next = source.reader.read(id, before, reportTo(source))
      if (source.problems.has(id)) problems = undefined
      if (next !== before) updates.set(id, next && frozen(next))
    }
    source.table = withRows(source.table, updates)
    return new Set(updates.keys())
  }

  /** Changed keys that have not been read again. */
  const unread = new Map<Source, Set<string | null>>()
  let isMetaUnread = false
  let told = { snapshot, mode }
  let callOff: (() => void) | undefined

  function note(changed: ReadonlyMap<unknown, ReadonlySet<string | null>>): boolean {
    for (const source of sources) {
      const keys = changed.get(source.map)
      if (!keys) continue
      const known = unread.get(source)
      if (known) for (const key of keys) known.add(key)
      else unread.set(source, new Set(keys))
    }
    if (changed.has(meta)) isMetaUnread = true
    return unread.size > 0 || isMetaUnread
  }

  function readUnread(): void {
    if (isMetaUnread) mode = versionOf(doc) > spec.version ? 'newer-version' : 'read-write'
    isMetaUnread = false
    if (unread.size === 0) return
    const dirty: Record<string, ReadonlySet<string>> = {}
    let hasNews = false
    for (const [source, keys] of [...unread]) {
      unread.delete(source)
      const ids = readAgain(source, keys)
      if (ids.size === 0) continue
      dirty[source.key] = ids
      hasNews = true
    }
    if (!hasNews) return
    tables = tablesOf()
    const previous = isStale ? undefined : snapshot
    isStale = true
    snapshot = project(previous, previous === undefined ? everything() : dirty)
    isStale = false
  }

  function catchUp(): void {
    try {
      readUnread()
    } catch (error) {
      surface(error)
    }
  }

  function tell(): void {
    callOff?.()
    callOff = undefined
    catchUp()
    if (snapshot === told.snapshot && mode === told.mode) return
    told = { snapshot, mode }
    listeners.notify()
  }

  const afterTransaction = (transaction: Y.Transaction) => {
    if (!note(transaction.changed)) return
    if (transaction.local || !options.later) tell()
    else callOff ??= options.later(tell)
  }
  doc.on('afterTransaction', afterTransaction)

  /** What is read is never behind the document, told or not. */
  const upToDate = <T>(read: () => T): T => {
    catchUp()
    return read()
  }
  return {
    get: () => upToDate(() => snapshot),
    tables: () => upToDate(() => tables as unknown as Tables<C>),
    subscribe: listeners.add,
    problems: () => upToDate(() => (problems ??= sources.flatMap((source) => sortedProblems(source)))),
    get mode() {
      return upToDate(() => mode)
    },
    draft: () => upToDate(() => draftOf(anySpec as DocumentSpec<Collections, S>, tables, snapshot)),
    keysOf: (name, id) =>
      upToDate(() => sources.find((source) => source.name === name)?.reader.keysOf(id) ?? []),
    destroy() {
      callOff?.()
      doc.off('afterTransaction', afterTransaction)
    },
  }
}

function draftOf<S>(spec: DocumentSpec<Collections, S>, from: Tables<Collections>, snapshot: S): Draft<S> {
  const tables: Record<string, Table<Item>> = { ...from }
  const added = new Map<string, Map<string, Item>>()
  let shown = snapshot
  return {
    append(collection, id, entry) {
      const items = added.get(collection) ?? new Map<string, Item>()
      added.set(collection, items.set(id, { ...entry, id }))
    },
    get() {
      if (added.size === 0) return shown
      const dirty: Record<string, ReadonlySet<string>> = {}
      for (const [key, items] of added) {
        tables[key] = withRows(tables[key] ?? emptyTable(), items)
        dirty[key] = new Set(items.keys())
      }
      added.clear()
      shown = spec.project(shown, { ...tables } as Tables<Collections>, dirty)
      return shown
    },
  }
}

/** The ids of a table, unsorted, since sorting 60,000 would cost a tenth of opening. */
function idsOf(table: Table<Item>): ReadonlySet<string> {
  const ids = new Set<string>()
  table.each((_, id) => ids.add(id))
  return ids
}

const sortedProblems = ({ problems }: Source): Problem[] =>
  [...problems.keys()].sort().flatMap((id) => {
    const ofId = problems.get(id) ?? []
    return ofId.sort((a, b) => ((a.field ?? '') < (b.field ?? '') ? -1 : 1))
  })
