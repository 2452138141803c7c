// What a document is made of, declared once and without Yjs: rows, logs, and the document that holds them.
import type * as v from 'valibot'
import type { Act } from './act'
import type { Json, JsonObject } from './json'
import type { Table } from './table'
import type { Result } from './result'
import type { CommandContext } from './command'

/** A field of a row: how it is checked on read, and what stands in its place where it is missing or bad. */
export interface FieldSpec<T extends Json = Json> {
  readonly schema: v.GenericSchema<unknown, T>
  readonly fallback: T
}

export const field = <T extends Json>(schema: v.GenericSchema<unknown, T>, fallback: T): FieldSpec<T> => ({
  schema,
  fallback,
})

type Fields = Readonly<Record<string, FieldSpec>>
/** Sets: what two people may extend apart. Each item is a key of its own; a null item is one taken out. */
type Sets = Readonly<Record<string, v.GenericSchema<unknown, Json>>>

/**
 * Rows: one root map. `id` holds the row at birth, `id/field` a later value, `id/set/key` an item of a set.
 * Every row has `archived` (false by default): rows are put away, never deleted.
 */
export interface RowsSpec<F extends Fields = Fields, S extends Sets = Sets> {
  readonly kind: 'rows'
  readonly name: string
  readonly fields: F
  readonly sets: S
}

/** A log: one root map, entry id to immutable JSON, written once. Order comes from the entries. */
export interface LogSpec<E extends JsonObject = JsonObject> {
  readonly kind: 'log'
  readonly name: string
  readonly entry: v.GenericSchema<unknown, E>
}

export type CollectionSpec = RowsSpec | LogSpec
export type Collections = Readonly<Record<string, CollectionSpec>>

export type RowOf<R> =
  R extends RowsSpec<infer F, infer S>
    ? Readonly<
        { id: string; archived: boolean } & { [K in keyof F]: F[K]['fallback'] } & {
          [K in keyof S]: Readonly<Record<string, v.InferOutput<S[K]>>>
        }
      >
    : never
export type EntryOf<L> = L extends LogSpec<infer E> ? Readonly<{ id: string } & E> : never
export type ItemOf<C> = C extends RowsSpec ? RowOf<C> : EntryOf<C>

/** One table a collection; a log entry carries its id like a row does. */
export type Tables<C extends Collections> = { readonly [K in keyof C]: Table<ItemOf<C[K]>> }
/** Ids whose row or entry is new or different since the projection's last version, by collection. */
export type Dirty<C extends Collections> = { readonly [K in keyof C]?: ReadonlySet<string> }

export function defineRows<F extends Fields, S extends Sets = Record<never, never>>(spec: {
  name: string
  fields: F
  sets?: S
}): RowsSpec<F, S> {
  return { kind: 'rows', sets: {} as S, ...spec }
}

export const defineLog = <E extends JsonObject>(spec: {
  name: string
  entry: v.GenericSchema<unknown, E>
}): LogSpec<E> => ({ kind: 'log', ...spec })

/** Why an act cannot be taken back. `changed` and `superseded`: someone built on it since. */
export type UndoRefused = { readonly reason: 'changed' | 'superseded' | 'final' }

/**
 * A kind of document: its collections and the pure projection of their tables to the snapshot that screens read.
 * `project` gets the previous snapshot and the dirty ids and must give what a projection from nothing would give,
 * sharing by reference whatever did not change.
 */
export interface DocumentSpec<C extends Collections = Collections, S = unknown> {
  readonly kind: string
  /** Raised when older code could misread what is written; a document of a higher version opens read-only. */
  readonly version: number
  readonly collections: C
  readonly project: (previous: S | undefined, tables: Tables<C>, dirty: Dirty<C>) => S
  /**
   * What some changes come to among the acts that the team may agree about. It reads the changes, not the command, so
   * that no command can forget to say so.
   */
  readonly acts?: (snapshot: S, changes: readonly Change[], person: string) => readonly Act[]
  /** How an entry of a log is taken back, by collection key: further changes, or why it cannot be. */
  readonly revert: {
    readonly [K in keyof C]?: (
      snapshot: S,
      entryId: string,
      context: CommandContext,
    ) => Result<Change[], UndoRefused>
  }
}

export const defineDocument = <C extends Collections, S>(spec: DocumentSpec<C, S>): DocumentSpec<C, S> => spec

/** Any kind of document that projects to `S`, for code that opens documents without knowing their collections. */
export interface DocumentOf<S> {
  readonly kind: string
  readonly version: number
  readonly collections: Collections
  readonly project: (previous: S | undefined, tables: never, dirty: never) => S
  readonly acts?: (snapshot: S, changes: readonly Change[], person: string) => readonly Act[]
  readonly revert: Readonly<
    Record<
      string,
      ((snapshot: S, entryId: string, context: CommandContext) => Result<Change[], UndoRefused>) | undefined
    >
  >
}

/** What a command asks to be written. Made by `create`, `set`, `put`, `append` and `write` below. */
export type Change =
  | { readonly kind: 'create'; readonly in: string; readonly id: string; readonly row: JsonObject }
  | {
      readonly kind: 'set'
      readonly in: string
      readonly id: string
      readonly field: string
      readonly value: Json
    }
  | {
      readonly kind: 'put'
      readonly in: string
      readonly id: string
      readonly set: string
      readonly key: string
      readonly value: Json
    }
  | { readonly kind: 'append'; readonly in: string; readonly id: string; readonly entry: JsonObject }
  | { readonly kind: 'write'; readonly text: string; readonly paragraphs: readonly string[] }

type Birth<R> =
  R extends RowsSpec<infer F, infer S>
    ? { [K in keyof F]?: F[K]['fallback'] } & {
        [K in keyof S]?: Readonly<Record<string, v.InferOutput<S[K]>>>
      }
    : never

/** A new row. Fields left out have their fallback. `id` contains no `/`. */
export const create = <R extends RowsSpec>(rows: R, id: string, row: Birth<R>): Change => ({
  kind: 'create',
  in: rows.name,
  id,
  row: row as JsonObject,
})

/** A later value of one field. An equal value is not written. */
export const set = <R extends RowsSpec, K extends (keyof R['fields'] & string) | 'archived'>(
  rows: R,
  id: string,
  name: K,
  value: K extends 'archived' ? boolean : R['fields'][K]['fallback'],
): Change => ({ kind: 'set', in: rows.name, id, field: name, value: value as Json })

/** An item of a set, or null to take it out. */
export const put = <R extends RowsSpec, K extends keyof R['sets'] & string>(
  rows: R,
  id: string,
  name: K,
  key: string,
  value: v.InferOutput<R['sets'][K]> | null,
): Change => ({ kind: 'put', in: rows.name, id, set: name, key, value: value as Json })

/** A new entry of a log. An id that is there already is left as it is. */
export const append = <E extends JsonObject>(log: LogSpec<E>, id: string, entry: E): Change => ({
  kind: 'append',
  in: log.name,
  id,
  entry,
})

/** First words of a text that several people may then type in at once. Ignored where the text has words already. */
export const write = (textId: string, paragraphs: readonly string[]): Change => ({
  kind: 'write',
  text: textId,
  paragraphs,
})
