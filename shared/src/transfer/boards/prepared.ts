// What is decided before a board from a file is written: the ids that its parts have or get on the board.
import { NAME_LIMIT, tagIdFrom } from '../../board'
import { derivedId } from './derived-ids'
import { oneLine } from './file-board'
import type { FileBoard, KnownValue } from './file-board'
import { valueIds } from './values'

export interface WriteOptions {
  /** Chosen once an import; the same board and salt give the same changes. */
  readonly salt: string
  /** The person who imports. */
  readonly person: string
  /** Milliseconds since 1970, for what the import itself decides. */
  readonly now: number
  /** Why work stops, safety first, where the file does not say. */
  readonly reasons: readonly string[]
  /** What customers value, for cards that serve it; none where they are left out. */
  readonly values?: readonly KnownValue[]
  /** The title of a card without one. */
  readonly untitled: string
}

/** What is on a board already that a file's parts stand for, as ids by the file's keys, and what its lists end with. */
export interface Onto {
  /** What its cards bear, so that they show once all of them are there. */
  readonly import: string
  readonly ids: Readonly<
    Record<'column' | 'lane' | 'type' | 'field' | 'guest' | 'tag', ReadonlyMap<string, string>>
  >
  /** New columns come between these two. */
  readonly columnRanks: readonly [string | null, string | null]
  readonly typeRank: string | null
  readonly fieldRank: string | null
  /** The last card's, by column id. */
  readonly cardRanks: ReadonlyMap<string, string>
}

/** Steps of an order within a millisecond, as the clock of commands counts. */
export const ORDERS_A_MS = 1_024

export const cut = (text: string, limit: number): string =>
  text.length > limit ? `${text.slice(0, limit - 1)}…` : text
export const nameOf = (text: string): string => cut(oneLine(text) || '—', NAME_LIMIT)

/** Everything that is decided before the first change is made. */
export function prepare(board: FileBoard, options: WriteOptions, onto?: Onto) {
  const idOf = (kind: string, key: string) => derivedId(options.salt, kind, key)
  const known = (
    kind: string,
    all: readonly { readonly key: string }[],
    there: ReadonlyMap<string, string> = new Map(),
  ) => {
    const ids = new Map([...all.map(({ key }) => [key, idOf(kind, key)] as const), ...there])
    return (key: string | null): string | undefined => (key === null ? undefined : ids.get(key))
  }
  const guest = known('guest', board.people, onto?.ids.guest)
  return {
    idOf,
    column: known('list', board.columns, onto?.ids.column),
    group: known('group', board.groups),
    lane: known('lane', board.lanes, onto?.ids.lane),
    type: known('type', board.types, onto?.ids.type),
    field: known('field', board.fields, onto?.ids.field),
    reason: known('reason', board.reasons),
    card: known('card', board.cards),
    import: onto?.import ?? null,
    values: valueIds(board.values, options.values),
    /** Nobody where the file names nobody. */
    guest: (key: string): string => guest(key) ?? '',
    tags: new Map([
      ...board.tags.map((tag) => [tag.key, tagIdFrom(nameOf(tag.name))] as const),
      ...(onto?.ids.tag ?? []),
    ]),
  }
}
export type Prepared = ReturnType<typeof prepare>
