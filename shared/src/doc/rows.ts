// Rows: the value at birth, with later fields and items of sets laid over it.
import type * as v from 'valibot'
import type { Json, JsonObject, RowsSpec } from '../kernel'
import { isEqual, isJsonObject } from '../kernel'
import { cleanJson } from './json'
import { INVALID, createValueReader } from './read-value'
import type { CollectionReader, Item, Report, RootMap } from './reader'

type Row = Item & JsonObject
type ItemReader = (raw: unknown) => Json | typeof INVALID

/** The set without items, shared by all rows that have none. */
const NO_ITEMS: JsonObject = Object.freeze(Object.create(null) as JsonObject)

/** Every row has this field, whatever its spec says. */
export const ARCHIVED = 'archived'

/** `id`, `id/field` or `id/set/key`, where only the key of a set may contain a further `/`. */
export interface RowKey {
  readonly id: string
  readonly name: string | undefined
  readonly item: string | undefined
}

export function parseRowKey(key: string): RowKey {
  const first = key.indexOf('/')
  if (first < 0) return { id: key, name: undefined, item: undefined }
  const second = key.indexOf('/', first + 1)
  const name = key.slice(first + 1, second < 0 ? undefined : second)
  return { id: key.slice(0, first), name, item: second < 0 ? undefined : key.slice(second + 1) }
}

export const fieldKey = (id: string, name: string): string => `${id}/${name}`
export const itemKey = (id: string, set: string, key: string): string => `${id}/${set}/${key}`

/**
 * A row's value at birth, or undefined where it cannot be one. It inherits from nothing that came out of data, and no
 * field is named like a member of Object.prototype, so its members may be read without asking whether they are its own.
 */
export function birthOf(raw: unknown): JsonObject | undefined {
  if (!isJsonObject(raw)) return undefined
  if (Object.getPrototypeOf(raw) === Object.prototype) return raw
  const clean = cleanJson(raw)
  return isJsonObject(clean) ? clean : undefined
}

export function createRowsReader(spec: RowsSpec, map: RootMap): CollectionReader {
  const fields = Object.entries(spec.fields).map(([name, { schema, fallback }]) => ({
    name,
    fallback,
    read: createValueReader(schema),
  }))
  const sets = Object.entries(spec.sets).map(([name, schema]) => ({
    name,
    read: createValueReader(schema as v.GenericSchema<unknown, Json>),
  }))
  /** A row with nothing but fallbacks: a copy of it has its shape from the start, which makes rows quick to build. */
  const blank: Record<string, Json> = { id: '', [ARCHIVED]: false }
  for (const { name, fallback } of fields) blank[name] = fallback
  for (const { name } of sets) blank[name] = NO_ITEMS

  /** By row, the keys laid over its birth. Yjs never forgets a key, so this only grows. */
  const overlaid = new Map<string, Set<string>>()

  const learn = (key: string): string => {
    const slash = key.indexOf('/')
    if (slash < 0) return key
    const id = key.slice(0, slash)
    const keys = overlaid.get(id)
    if (keys) keys.add(key)
    else overlaid.set(id, new Set([key]))
    return id
  }

  function readSet(
    id: string,
    name: string,
    read: ItemReader,
    atBirth: unknown,
    keys: ReadonlySet<string> | undefined,
    report: Report,
  ): JsonObject {
    const atStart = atBirth === undefined ? undefined : birthOf(atBirth)
    if (atBirth !== undefined && !atStart) report(id, name)
    const later = keys && itemsUnder(itemKey(id, name, ''), keys)
    const names = atStart ? Object.keys(atStart) : []
    if (later) for (const key of later.keys()) if (!atStart || !Object.hasOwn(atStart, key)) names.push(key)
    if (names.length === 0) return NO_ITEMS
    // Sorted, so that every device lists the items in the same order.
    let result: Record<string, Json> | undefined
    for (const key of names.length > 1 ? names.sort() : names) {
      const raw = later?.has(key) ? later.get(key) : atStart?.[key]
      if (raw === null) continue
      const value = read(raw)
      if (value === INVALID) report(id, `${name}/${key}`)
      else (result ??= Object.create(null) as Record<string, Json>)[key] = value
    }
    return result ?? NO_ITEMS
  }

  /** The later items of one set, by key. */
  function itemsUnder(prefix: string, keys: ReadonlySet<string>): Map<string, unknown> | undefined {
    let items: Map<string, unknown> | undefined
    for (const key of keys) {
      if (!key.startsWith(prefix)) continue
      const raw = map.get(key)
      if (raw !== undefined) (items ??= new Map()).set(key.slice(prefix.length), raw)
    }
    return items
  }

  function readRow(id: string, rawBirth: unknown, report: Report): Row | undefined {
    if (rawBirth === undefined) return undefined
    const birth = birthOf(rawBirth)
    if (!birth) {
      report(id, undefined)
      return undefined
    }
    const keys = overlaid.get(id)
    const rawOf = (name: string): unknown => {
      const later = keys ? map.get(fieldKey(id, name)) : undefined
      return later === undefined ? birth[name] : later
    }
    const row: Record<string, Json> = { ...blank }
    row.id = id
    const archived = rawOf(ARCHIVED)
    if (typeof archived === 'boolean') row[ARCHIVED] = archived
    else if (archived !== undefined) report(id, ARCHIVED)
    for (const { name, fallback, read } of fields) {
      const raw = rawOf(name)
      if (raw === undefined) continue
      const value = read(raw)
      row[name] = value === INVALID ? fallback : value
      if (value === INVALID) report(id, name)
    }
    for (const { name, read } of sets) {
      const atBirth = birth[name]
      if (atBirth !== undefined || keys) row[name] = readSet(id, name, read, atBirth, keys, report)
    }
    return row as Row
  }

  return {
    readAll(report) {
      const births: [string, unknown][] = []
      map.forEach((value, key) => {
        if (learn(key) === key) births.push([key, value])
      })
      const rows = new Map<string, Item>()
      for (const [id, birth] of births) {
        const row = readRow(id, birth, report)
        if (row) rows.set(id, row)
      }
      return rows
    },
    idOf: learn,
    read(id, previous, report) {
      const row = readRow(id, map.get(id), report)
      return row && previous ? shareEqual(previous as Row, row) : row
    },
    *keysOf(id) {
      if (map.has(id)) yield id
      yield* overlaid.get(id) ?? []
    },
  }
}

/** The previous row where the next reads the same, else the next with every equal field by the old reference. */
function shareEqual(previous: Row, next: Row): Row {
  let same = true
  const shared: Record<string, Json> = {}
  for (const [name, value] of Object.entries(next)) {
    const before = previous[name] as Json
    const equal = isEqual(before, value)
    shared[name] = equal ? before : value
    same &&= equal
  }
  return same ? previous : (shared as Row)
}
