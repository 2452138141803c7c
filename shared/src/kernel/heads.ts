// Logs whose entries name their parents: their order, and the entries that nobody has built on.

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
