// Logs whose entries name their parents: their order, and the entries that nobody has built on.
import { isEqual } from './equal'
import type { Json } from './json'

/** What orders two entries: a hybrid logical time, and an id that decides ties. */
export interface Ordered {
  readonly id: string
  readonly order: number
}

/** Order of two entries made by clocks that may disagree: by `order`, ties by id. */
export const compareOrdered = (a: Ordered, b: Ordered): number =>
  a.order - b.order || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

export interface Heads<E> {
  /** All entries, the oldest first. */
  readonly history: readonly E[]
  /** The entries that no other one names, the oldest first; the last entry where each is named by another. */
  readonly heads: readonly E[]
}

/** The heads of one value's entries. */
export function headsOf<E extends Ordered & { readonly parents: readonly string[] }>(
  entries: Iterable<E>,
): Heads<E> {
  const history = [...entries].sort(compareOrdered)
  const named = new Set(history.flatMap((entry) => entry.parents.filter((parent) => parent !== entry.id)))
  const unnamed = history.filter((entry) => !named.has(entry.id))
  return { history, heads: unnamed.length > 0 ? unnamed : history.slice(-1) }
}

/** An entry that sets a value. */
interface Setting {
  readonly id: string
  readonly parents: readonly string[]
  readonly by: string
  readonly value: Json
}

/**
 * The entry that a value stands on, where it stands as `entry` set it: nobody has set it since, or only the same person,
 * who has come back to it, as undoing does. Undefined where it does not.
 */
export function standsAs<E extends Setting>(
  entry: E,
  heads: readonly string[],
  entryOf: (id: string) => E | undefined,
): E | undefined {
  const [only = ''] = heads
  const head = heads.length === 1 ? entryOf(only) : undefined
  if (!head || !isEqual(head.value, entry.value)) return undefined
  const passed = new Set<string>()
  let at: E | undefined = head
  while (at && at.id !== entry.id) {
    const parent: string | undefined = at.parents[0]
    if (at.by !== entry.by || at.parents.length !== 1 || passed.has(at.id)) return undefined
    passed.add(at.id)
    at = parent === undefined ? undefined : entryOf(parent)
  }
  return at && head
}
