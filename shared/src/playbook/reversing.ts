// Taking back what a decision did: its entries, found by the ids that follow from it, and the values that stood before.
import * as v from 'valibot'
import { defineCommand, isEqual, ok, refused } from '../kernel'
import type { Change, Command, DocumentOf, Json, JsonObject, Result, UndoRefused } from '../kernel'
import { derivedContext } from './applying'
import type { ReadItem } from './applying'
import type { Case, Version } from './proposals'
import { id, text } from './record-parts'

/** An act on more things than that is put right by hand: no proposal could carry its reversal. */
const MOST = 100
/** So many ids in a row that nothing stands under are the end of an act. */
const GAP = 8

const place = v.object({ in: id, id })
const takeBackArgs = v.object({
  /** Entries of logs, in the order in which they were written. */
  entries: v.pipe(v.array(place), v.maxLength(MOST)),
  /** Rows that the act made. */
  rows: v.pipe(v.array(place), v.maxLength(MOST)),
  /** What stood before in a field, or under a key of a set. */
  values: v.pipe(
    v.array(v.object({ ...place.entries, field: id, key: v.exactOptional(text(400)), value: v.any() })),
    v.maxLength(MOST),
  ),
})
type ValueBefore = {
  readonly in: string
  readonly id: string
  readonly field: string
  readonly key?: string
  readonly value: Json
}
export type TakeBackArgs = {
  readonly entries: readonly v.InferOutput<typeof place>[]
  readonly rows: readonly v.InferOutput<typeof place>[]
  readonly values: readonly ValueBefore[]
}

type Document<S> = Pick<DocumentOf<S>, 'kind' | 'collections' | 'revert'>

const specOf = ({ collections }: Pick<Document<never>, 'collections'>, name: string) =>
  Object.entries(collections).find(([, spec]) => spec.name === name)

/** The change that puts a value back, as far as the document has such a field and could read it. */
function changeBack(document: Document<never>, before: ValueBefore): Change | undefined {
  const [, spec] = specOf(document, before.in) ?? []
  if (spec?.kind !== 'rows') return undefined
  const { in: name, id: row, field, key, value } = before
  if (key !== undefined) {
    const item = Object.hasOwn(spec.sets, field) ? spec.sets[field] : undefined
    const isItem = item !== undefined && (value === null || v.is(item, value))
    return isItem ? { kind: 'put', in: name, id: row, set: field, key, value } : undefined
  }
  const known = Object.hasOwn(spec.fields, field) ? spec.fields[field]?.schema : undefined
  const isValue =
    field === 'archived' ? typeof value === 'boolean' : known !== undefined && v.is(known, value)
  return isValue ? { kind: 'set', in: name, id: row, field, value } : undefined
}

/** A document's command that takes an act back: its entries as undo does, its rows by putting them away. */
export const takeBackIn = <S>(document: Document<S>): Command<S, TakeBackArgs, UndoRefused> =>
  defineCommand(`${document.kind}.takeBack`, (snapshot, args, context) => {
    const given = v.safeParse(takeBackArgs, args)
    if (!given.success) return refused({ reason: 'final' })
    const { entries, rows, values } = given.output
    const changes: Change[] = []
    for (const entry of [...entries].reverse()) {
      const [key = ''] = specOf(document, entry.in) ?? []
      const back =
        document.revert[key]?.(snapshot, entry.id, context) ?? refused({ reason: 'final' as const })
      if (!back.ok) return back
      changes.push(...back.value)
    }
    const away = rows.map((row): ValueBefore => ({ ...row, field: 'archived', value: true }))
    for (const before of [...(values as ValueBefore[]), ...away]) {
      const back = changeBack(document, before)
      if (!back) return refused({ reason: 'final' })
      changes.push(back)
    }
    return ok(changes)
  })

/** Why what was decided cannot be taken back by an act of its own. */
export type NotReversible =
  /** Nothing of it stands any more, or somebody has built on it since. */
  | { readonly reason: 'changed' }
  /** Its room knows no way back. */
  | { readonly reason: 'no-way-back' }

/** `<collection>/<row>/<field>` or `<collection>/<row>/<set>/<key>` of a ground, taken apart. */
function placesIn(ground: JsonObject): readonly ValueBefore[] {
  return Object.entries(ground).flatMap(([at, value]): ValueBefore[] => {
    const [name = '', row = '', field, ...rest] = at.split('/')
    if (field === undefined || value === undefined) return []
    return [{ in: name, id: row, field, ...(rest.length > 0 && { key: rest.join('/') }), value }]
  })
}

const valueAt = (read: ReadItem, { in: name, id: row, field, key }: ValueBefore): Json => {
  const item = read(name, row)
  const value = item?.[field] ?? null
  return key === undefined ? value : ((value as JsonObject | null)?.[key] ?? null)
}

/** Everything that stands under an id of the act, or under one that the act was given and that was new. */
function writtenBy(document: Document<never>, one: Case, version: Version, read: ReadItem) {
  const names = Object.values(document.collections)
  const context = derivedContext(one.proposal.by, one.proposal.id, version, 0)
  const entries: TakeBackArgs['entries'][number][] = []
  const rows: TakeBackArgs['rows'][number][] = []
  const look = (itemId: string): boolean => {
    const found = names.filter(({ name }) => read(name, itemId) !== undefined)
    for (const { kind, name } of found) {
      if (kind === 'log') entries.push({ in: name, id: itemId })
      else if (read(name, itemId)?.archived !== true) rows.push({ in: name, id: itemId })
    }
    return found.length > 0
  }
  for (let missed = 0; missed < GAP && entries.length + rows.length <= MOST;)
    missed = look(context.id()) ? 0 : missed + 1
  const { id: given } = version.args
  const wasThere = Object.keys(version.ground).some((at) => at.split('/')[1] === given)
  if (typeof given === 'string' && !wasThere) look(given)
  return { entries, rows }
}

/** Whether doing the act again would write another value where it wrote one: then somebody has since. */
function isOverwritten(changes: readonly Change[], values: readonly ValueBefore[], read: ReadItem): boolean {
  return values.some((before) => {
    const { in: name, id: row, field, key } = before
    const again = changes.findLast(
      (change) =>
        (change.kind === 'set' &&
          key === undefined &&
          change.field === field &&
          change.in === name &&
          change.id === row) ||
        (change.kind === 'put' &&
          change.key === key &&
          change.set === field &&
          change.in === name &&
          change.id === row),
    )
    return again !== undefined && 'value' in again && !isEqual(again.value, valueAt(read, before))
  })
}

/** What `takeBackIn` is to be given to take back what a wording did when it was carried out. Nothing is written. */
export function reversal<S>(
  document: Document<S>,
  command: Command<S, never, unknown>,
  snapshot: S,
  one: Case,
  version: Version,
  read: ReadItem,
): Result<TakeBackArgs, NotReversible> {
  const { entries, rows } = writtenBy(document, one, version, read)
  const values = placesIn(version.ground).filter((before) => !isEqual(before.value, valueAt(read, before)))
  if (entries.length + rows.length + values.length === 0) return refused({ reason: 'changed' })
  const context = derivedContext(one.proposal.by, one.proposal.id, version, 0)
  // The arguments are those that the command was carried out with.
  const again = command.decide(snapshot, version.args as never, context)
  if (again.ok && isOverwritten(again.value, values, read)) return refused({ reason: 'changed' })
  const args = { entries, rows, values }
  const back = takeBackIn(document).decide(snapshot, args, context)
  if (back.ok) return ok(args)
  return refused({ reason: back.error.reason === 'final' ? 'no-way-back' : 'changed' })
}
