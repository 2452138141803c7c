// What rows and logs have in common when read out of their root map, and the report of what was bad in them.
import type * as Y from 'yjs'

/** A value in a document that is not what its schema asks for; a fallback stands in its place. */
export interface Problem {
  /** The collection's name in the document. */
  readonly collection: string
  readonly id: string
  /** The field, or `set/key`; undefined: the row or entry as a whole, which is then left out. */
  readonly field: string | undefined
}

/** A row or an entry, as the projection holds it. */
export type Item = { readonly id: string }
export type Report = (id: string, field: string | undefined) => void

/** Reads one collection. Keeps an index of the keys it has seen, hence one reader a projection. */
export interface CollectionReader {
  /** Everything that can be read, by id. */
  readAll(report: Report): Map<string, Item>
  /** The item a changed key belongs to. */
  idOf(key: string): string
  /** One item anew, by the same reference where it reads equal to `previous`; undefined: not there or unreadable. */
  read(id: string, previous: Item | undefined, report: Report): Item | undefined
  /** All keys of the root map that belong to an item and were ever written. */
  keysOf(id: string): Iterable<string>
}

export type RootMap = Y.Map<unknown>
