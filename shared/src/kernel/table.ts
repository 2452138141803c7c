// An immutable map of rows by id whose next version shares all but what changed: the cost of a change is the change.

export interface Table<T> {
  readonly size: number
  get(id: string): T | undefined
  has(id: string): boolean
  /** All ids, sorted by code unit; the same array as long as no id came or went. */
  ids(): readonly string[]
  /** All rows in the order of their ids. */
  values(): IterableIterator<T>
  /** Visits every row in no particular order: cheaper than `values` on a large table, which must sort first. */
  each(visit: (row: T, id: string) => void): void
}

const BITS = 6
const WIDTH = 1 << BITS
type Bucket<T> = ReadonlyMap<string, T>
type Branch<T> = readonly (Bucket<T> | undefined)[]
interface Shards<T> extends Table<T> {
  readonly branches: readonly (Branch<T> | undefined)[]
  readonly knownIds: readonly string[] | undefined
}

const hash = (id: string): number => {
  let h = 0x811c9dc5
  for (let i = 0; i < id.length; i++) h = Math.imul(h ^ id.charCodeAt(i), 0x01000193)
  return (h ^ (h >>> 15)) & (WIDTH * WIDTH - 1)
}

function createShards<T>(
  branches: readonly (Branch<T> | undefined)[],
  size: number,
  ids?: readonly string[],
): Shards<T> {
  let sorted = ids
  const bucketOf = (id: string) => {
    const h = hash(id)
    return branches[h >>> BITS]?.[h & (WIDTH - 1)]
  }
  const table: Shards<T> = {
    branches,
    size,
    get knownIds() {
      return sorted
    },
    get: (id) => bucketOf(id)?.get(id),
    has: (id) => bucketOf(id)?.has(id) ?? false,
    ids() {
      if (!sorted) {
        const all: string[] = []
        for (const branch of branches)
          for (const bucket of branch ?? []) if (bucket) for (const id of bucket.keys()) all.push(id)
        sorted = all.sort()
      }
      return sorted
    },
    *values() {
      for (const id of table.ids()) yield table.get(id) as T
    },
    each(visit) {
      for (const branch of branches)
        for (const bucket of branch ?? []) if (bucket) for (const [id, row] of bucket) visit(row, id)
    },
  }
  return table
}

const EMPTY = createShards<never>(new Array(WIDTH).fill(undefined), 0, [])

/** The table without rows. */
export const emptyTable = <T>(): Table<T> => EMPTY as unknown as Table<T>

/**
 * The next version of a table made by this module: `undefined` takes a row out.
 * Returns the same table where nothing differs.
 */
export function withRows<T>(table: Table<T>, updates: ReadonlyMap<string, T | undefined>): Table<T> {
  const before = table as Shards<T>
  const branches = before.branches.slice()
  const freshBranches = new Set<number>()
  const freshBuckets = new Map<number, Map<string, T>>()
  let size = before.size
  let sameIds = true
  let changed = false
  for (const [id, value] of updates) {
    const had = before.has(id)
    if (before.get(id) === value && had === (value !== undefined)) continue
    changed = true
    const h = hash(id)
    const high = h >>> BITS
    if (!freshBranches.has(high)) {
      branches[high] = branches[high]?.slice() ?? new Array<Bucket<T> | undefined>(WIDTH).fill(undefined)
      freshBranches.add(high)
    }
    const branch = branches[high] as (Bucket<T> | undefined)[]
    let bucket = freshBuckets.get(h)
    if (!bucket) {
      bucket = new Map(branch[h & (WIDTH - 1)])
      branch[h & (WIDTH - 1)] = bucket
      freshBuckets.set(h, bucket)
    }
    if (value === undefined) bucket.delete(id)
    else bucket.set(id, value)
    if (had !== (value !== undefined)) {
      sameIds = false
      size += had ? -1 : 1
    }
  }
  return changed ? createShards(branches, size, sameIds ? before.knownIds : undefined) : table
}
