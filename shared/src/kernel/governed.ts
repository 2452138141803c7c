// Values that a team governs together: each entry names the ones its writer saw, so that nobody wins by being late.

/** What entries of a governed value have in common. */
export interface ParentedEntry {
  readonly id: string
  /** Ids of all heads that the writer saw. */
  readonly parents: readonly string[]
  readonly order: number
}

/** Order of two entries made by clocks that may disagree: by `order`, ties by id. */
export const compareOrdered = (
  a: { readonly order: number; readonly id: string },
  b: { readonly order: number; readonly id: string },
): number => a.order - b.order || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

export interface Lineage<E> {
  /** All entries, the oldest first. */
  readonly history: readonly E[]
  /** Those that no other one names, the oldest first; never empty. */
  readonly heads: readonly E[]
}

/** The entries of one value in order, and its heads. There must be one at least. Takes the array over. */
export function foldLineage<E extends ParentedEntry>(entries: E[]): Lineage<E> {
  const history = entries.sort(compareOrdered)
  const named = new Set(history.flatMap((entry) => (entry.parents.includes(entry.id) ? [] : entry.parents)))
  const unnamed = history.filter((entry) => !named.has(entry.id))
  // Only entries that name one another in a circle leave none.
  return { history, heads: unnamed.length > 0 ? unnamed : history.slice(-1) }
}
