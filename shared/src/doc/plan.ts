// From changes to the writes that are left after checking them and leaving out what would write an equal value.
import type * as Y from 'yjs'
import type { Change, Json, JsonObject } from '../kernel'
import { isEqual } from '../kernel'
import { cleanJson, wellFormed, writableJson } from './json'
import type { AnySpec, Layout } from './layout'
import { layoutsOf } from './layout'
import { birthOf, fieldKey, itemKey } from './rows'
import { isBlank, textFragment } from './text'

/** A value that goes under a key of a root map. `before` is what was read there, for the way back. */
export interface ValueWrite {
  readonly kind: 'create' | 'set' | 'put' | 'append'
  /** The name of the root map. */
  readonly in: string
  /** The collection's key in the spec. */
  readonly collection: string
  readonly id: string
  /** The field or set; empty for a row's birth and an entry. */
  readonly name: string
  /** The key within the set, else empty. */
  readonly member: string
  readonly key: string
  readonly value: Json
  readonly before: Json
}

/** Words that go into a text, or are taken out of it again. */
export interface TextWrite {
  readonly kind: 'write' | 'erase'
  readonly text: string
  readonly paragraphs: readonly string[]
}

export type Write = ValueWrite | TextWrite

/** Changes, and the way back from `write`, which only undo may ask for. */
export type Act = Change | (TextWrite & { readonly kind: 'erase' })

const bug = (sentence: string): never => {
  throw new TypeError(sentence)
}

function checkId(id: unknown, where: string): void {
  if (typeof id !== 'string' || id === '' || id.includes('/') || wellFormed(id) !== id) {
    bug(`${where}: ${JSON.stringify(id)} is not an id`)
  }
}

/**
 * Checks all acts against spec and document and gives the writes they come to, in order.
 * @throws TypeError for an act that no correct command asks for; nothing is written then.
 */
export function planWrites(doc: Y.Doc, spec: AnySpec, acts: readonly Act[]): Write[] {
  const layouts = layoutsOf(spec)
  const planned = new Map<string, ValueWrite>()
  const texts = new Map<string, TextWrite>()

  const layoutFor = (name: string, kind: 'rows' | 'log'): Layout => {
    const layout = layouts.get(name)
    return layout?.spec.kind === kind ? layout : bug(`${spec.kind} has no ${kind} named ${name}`)
  }
  const placeOf = (name: string, key: string) => `${name}\n${key}`
  const rawAt = (name: string, key: string): unknown => {
    const write = planned.get(placeOf(name, key))
    return write ? write.value : doc.getMap(name).get(key)
  }
  const plan = (write: ValueWrite, isNews: boolean) => {
    const place = placeOf(write.in, write.key)
    const earlier = planned.get(place)
    if (!earlier) {
      if (isNews) planned.set(place, write)
      return
    }
    // The same place twice in one step: the last value counts, told apart from what stood there before the step.
    if (isEqual(earlier.before, write.value)) planned.delete(place)
    else planned.set(place, { ...write, before: earlier.before })
  }
  const rowAt = (name: string, id: string): JsonObject =>
    birthOf(rawAt(name, id)) ?? bug(`${name} has no row ${id}`)

  function planCreate(change: Change & { kind: 'create' }): void {
    const layout = layoutFor(change.in, 'rows')
    const where = `${change.in}/${change.id}`
    const row: Record<string, Json> = {}
    const apart: Act[] = []
    for (const [name, value] of Object.entries(change.row)) {
      const field = layout.fields.get(name)
      const isItem = layout.sets.get(name)
      if (field) {
        row[name] = writableJson(value, fieldKey(where, name))
        if (!field.isValid(row[name])) bug(`${where}: ${name} is not what its schema asks for`)
      } else if (isItem) {
        const items: Record<string, Json> = {}
        for (const [key, item] of Object.entries(value as JsonObject)) {
          // These keys would not come back from a JSON value, so they become keys of the map.
          if (key === '__proto__' || key === 'constructor') {
            apart.push({ kind: 'put', in: change.in, id: change.id, set: name, key, value: item })
            continue
          }
          const clean = writableJson(item, itemKey(where, name, key))
          if (clean !== null && !isItem(clean))
            bug(`${where}: ${name}/${key} is not what its schema asks for`)
          items[wellFormed(key)] = clean
        }
        row[name] = items
      } else bug(`${where} cannot have a field ${name}`)
    }
    if (birthOf(rawAt(change.in, change.id))) return
    const { in: map, id } = change
    const write = {
      kind: 'create',
      in: map,
      collection: layout.key,
      id,
      name: '',
      member: '',
      key: id,
    } as const
    plan({ ...write, value: row, before: null }, true)
    apart.forEach(planAct)
  }

  function planSet(change: Change & { kind: 'set' }): void {
    const layout = layoutFor(change.in, 'rows')
    const key = fieldKey(change.id, change.field)
    const field = layout.fields.get(change.field) ?? bug(`${change.in} has no field ${change.field}`)
    const value = writableJson(change.value, `${change.in}/${key}`)
    if (!field.isValid(value)) bug(`${change.in}/${key} is not what its schema asks for`)
    const birth = rowAt(change.in, change.id)
    const raw = rawAt(change.in, key)
    const atBirth = Object.hasOwn(birth, change.field) ? birth[change.field] : undefined
    const read = cleanJson(raw === undefined ? (atBirth ?? field.fallback) : raw)
    const { in: map, id, field: name } = change
    const write = { kind: 'set', in: map, collection: layout.key, id, name, member: '', key, value } as const
    const before = read === undefined || !field.isValid(read) ? field.fallback : read
    plan({ ...write, before }, !isEqual(read, value))
  }

  function planPut(change: Change & { kind: 'put' }): void {
    const layout = layoutFor(change.in, 'rows')
    const isItem = layout.sets.get(change.set) ?? bug(`${change.in} has no set ${change.set}`)
    if (typeof change.key !== 'string' || change.key === '') bug(`${change.in}/${change.set}: an empty key`)
    const item = wellFormed(change.key)
    const key = itemKey(change.id, change.set, item)
    const value = writableJson(change.value, `${change.in}/${key}`)
    if (value !== null && !isItem(value)) bug(`${change.in}/${key} is not what its schema asks for`)
    const birth = rowAt(change.in, change.id)
    const raw = rawAt(change.in, key)
    const items = birthOf(Object.hasOwn(birth, change.set) ? birth[change.set] : undefined)
    const atBirth = items && Object.hasOwn(items, item) ? items[item] : null
    const read = cleanJson(raw === undefined ? atBirth : raw)
    const { in: map, id, set: name } = change
    const write = {
      kind: 'put',
      in: map,
      collection: layout.key,
      id,
      name,
      member: item,
      key,
      value,
    } as const
    const before = read === undefined || !isItem(read) ? null : read
    plan({ ...write, before }, !isEqual(read, value))
  }

  function planAppend(change: Change & { kind: 'append' }): void {
    const layout = layoutFor(change.in, 'log')
    const value = writableJson(change.entry, `${change.in}/${change.id}`)
    if (!layout.isEntry(value)) bug(`${change.in}/${change.id} is not what its schema asks for`)
    if (rawAt(change.in, change.id) !== undefined) return
    const { in: map, id } = change
    const write = {
      kind: 'append',
      in: map,
      collection: layout.key,
      id,
      name: '',
      member: '',
      key: id,
    } as const
    plan({ ...write, value, before: null }, true)
  }

  function planText(act: Act & { kind: 'write' | 'erase' }): void {
    checkId(act.text, 'a text')
    if (!act.paragraphs.every((words) => typeof words === 'string')) bug(`text ${act.text} is not words`)
    if (act.kind === 'write') {
      const paragraphs = act.paragraphs.map(wellFormed)
      const isNews = paragraphs.some((words) => words !== '') && !texts.has(act.text)
      if (!isNews || !isBlank(textFragment(doc, act.text))) return
      texts.set(act.text, { kind: 'write', text: act.text, paragraphs })
    } else texts.set(act.text, act)
  }

  function planAct(act: Act): void {
    if (act.kind === 'write' || act.kind === 'erase') return planText(act)
    checkId(act.id, act.in)
    switch (act.kind) {
      case 'create':
        return planCreate(act)
      case 'set':
        return planSet(act)
      case 'put':
        return planPut(act)
      case 'append':
        return planAppend(act)
      default:
        bug(`unknown change ${JSON.stringify(act)}`)
    }
  }

  acts.forEach(planAct)
  return [...planned.values(), ...texts.values()]
}
