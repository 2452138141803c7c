// A document's spec as doc uses it: collections by the name of their root map, checked once.
import type * as v from 'valibot'
import type { CollectionSpec, Collections, DocumentSpec, Json } from '../kernel'
import { createValueReader, INVALID } from './read-value'
import { ARCHIVED } from './rows'
import { isTextName } from './text'
import { META } from './version'

/** A spec whose collections are known by name only. */
export type AnySpec = DocumentSpec<Collections, unknown>

type Check = (value: unknown) => boolean

/** One collection, with a check of what may be written into each of its parts. */
export interface Layout {
  /** The key of the collection in the spec, by which tables and `revert` are found. */
  readonly key: string
  readonly spec: CollectionSpec
  readonly fields: ReadonlyMap<string, { readonly isValid: Check; readonly fallback: Json }>
  readonly sets: ReadonlyMap<string, Check>
  readonly isEntry: Check
}

const checkOf = (schema: v.GenericSchema<unknown, Json>): Check => {
  const read = createValueReader(schema)
  return (value) => read(value) !== INVALID
}

function layoutOf(key: string, spec: CollectionSpec): Layout {
  const fields = new Map<string, { isValid: Check; fallback: Json }>()
  const sets = new Map<string, Check>()
  if (spec.kind === 'log') return { key, spec, fields, sets, isEntry: checkOf(spec.entry) }
  for (const [name, field] of Object.entries(spec.fields)) {
    fields.set(name, { isValid: checkOf(field.schema), fallback: field.fallback })
  }
  fields.set(ARCHIVED, { isValid: (value) => typeof value === 'boolean', fallback: false })
  for (const [name, schema] of Object.entries(spec.sets)) {
    sets.set(name, checkOf(schema as v.GenericSchema<unknown, Json>))
  }
  return { key, spec, fields, sets, isEntry: () => false }
}

function checkNames(layouts: readonly Layout[]): void {
  const seen = new Set<string>()
  for (const { spec } of layouts) {
    if (seen.has(spec.name) || spec.name === META || isTextName(spec.name)) {
      throw new TypeError(`A collection cannot be named ${spec.name}`)
    }
    seen.add(spec.name)
    if (spec.kind === 'log') continue
    for (const name of [...Object.keys(spec.fields), ...Object.keys(spec.sets)]) {
      const twice = Object.hasOwn(spec.fields, name) && Object.hasOwn(spec.sets, name)
      if (twice || name.includes('/') || name === 'id' || name === ARCHIVED || name in Object.prototype) {
        throw new TypeError(`${spec.name} cannot have a field named ${name}`)
      }
    }
  }
}

const known = new WeakMap<object, ReadonlyMap<string, Layout>>()

/**
 * The collections of a spec by the name of their root map.
 * @throws TypeError where names collide or are taken.
 */
export function layoutsOf(spec: AnySpec): ReadonlyMap<string, Layout> {
  let layouts = known.get(spec)
  if (!layouts) {
    const all = Object.entries(spec.collections).map(([key, collection]) => layoutOf(key, collection))
    checkNames(all)
    layouts = new Map(all.map((layout) => [layout.spec.name, layout]))
    known.set(spec, layouts)
  }
  return layouts
}
