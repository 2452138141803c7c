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
/** From this many rows on, an empty table takes its first rows as they come, as one map. */
const WHOLE = 64
/** Up to this many ids that came or went are sorted into the known ones instead of sorting all again. */
const FEW = 256

/** Rows by id that stand over the base; undefined: taken out. */
type Bucket<T> = ReadonlyMap<string, T | undefined>
type Branch<T> = readonly (Bucket<T> | undefined)[]
type Branches<T> = readonly (Branch<T> | undefined)[]

interface Layers<T> extends Table<T> {
  /** What was loaded at once: never written again, found without hashing twice. */
  readonly base: ReadonlyMap<string, T>
  /** What came since, in shards that versions share. */
  readonly branches: Branches<T> | undefined
  readonly knownIds: readonly string[] | undefined
}

/** Ids are random or end in what tells them apart, so their ends are enough. */
const HASHED = 8

const hash = (id: string): number => {
  let h = 0x811c9dc5
  for (let i = Math.max(0, id.length - HASHED); i < id.length; i++)
    h = Math.imul(h ^ id.charCodeAt(i), 0x01000193)
  return (h ^ (h >>> 15)) & (WIDTH * WIDTH - 1)
}

const bucketIn = <T>(branches: Branches<T>, h: number): Bucket<T> | undefined =>
  branches[h >>> BITS]?.[h & (WIDTH - 1)]

function createTable<T>(
  base: ReadonlyMap<string, T>,
  branches: Branches<T> | undefined,
  size: number,
  ids?: () => readonly string[],
): Layers<T> {
  let sorted: readonly string[] | undefined
  let early = ids
  const get = (id: string): T | undefined => {
    const bucket = branches && bucketIn(branches, hash(id))
    return bucket?.has(id) ? bucket.get(id) : base.get(id)
  }
  const each = (visit: (row: T, id: string) => void): void => {
    if (!branches) return base.forEach(visit)
    for (const [id, row] of base) if (!bucketIn(branches, hash(id))?.has(id)) visit(row, id)
    for (const branch of branches)
      for (const bucket of branch ?? [])
        if (bucket) for (const [id, row] of bucket) if (row !== undefined) visit(row, id)
  }
  const sortAll = (): string[] => {
    const all: string[] = []
    each((_, id) => all.push(id))
    return all.sort()
  }
  const table: Layers<T> = {
    base,
    branches,
    size,
    get knownIds() {
      return sorted
    },
    get,
    has: (id) => get(id) !== undefined,
    ids() {
      sorted ??= early?.() ?? sortAll()
      early = undefined
      return sorted
    },
    *values() {
      for (const id of table.ids()) yield get(id) as T
    },
    each,
  }
  return table
}

const EMPTY = createTable(new Map<string, never>(), undefined, 0)

/** The table without rows. */
export const emptyTable = <T>(): Table<T> => EMPTY as unknown as Table<T>

/** A table that takes the map over as it is; the giver must not write to it again. None of its rows is undefined. */
export const tableOf = <T>(rows: ReadonlyMap<string, T>): Table<T> =>
  rows.size === 0 ? emptyTable() : createTable(rows, undefined, rows.size)

/** The sorted ids without those gone and with those that came, or undefined where sorting all is as well. */
function idsAfter(
  known: readonly string[] | undefined,
  came: string[],
  gone: ReadonlySet<string>,
): (() => readonly string[]) | undefined {
  if (!known) return undefined
  if (came.length === 0 && gone.size === 0) return () => known
  if (came.length + gone.size > FEW) return undefined
  return () => {
    const merged: string[] = []
    const fresh = came.sort()
    let at = 0
    for (const id of known) {
      while (at < fresh.length && (fresh[at] as string) < id) merged.push(fresh[at++] as string)
      if (!gone.has(id)) merged.push(id)
    }
    while (at < fresh.length) merged.push(fresh[at++] as string)
    return merged
  }
}

/**
 * The next version of a table made by this module: `undefined` takes a row out.
 * Returns the same table where nothing differs.
 */
export function withRows<T>(table: Table<T>, updates: ReadonlyMap<string, T | undefined>): Table<T> {
  if (table.size === 0 && updates.size >= WHOLE) {
    const rows = new Map<string, T>()
    for (const [id, row] of updates) if (row !== undefined) rows.set(id, row)
    return rows.size === 0 ? table : tableOf(rows)
  }
  const before = table as Layers<T>
  const branches = before.branches?.slice() ?? new Array<Branch<T> | undefined>(WIDTH).fill(undefined)
  const freshBranches = new Set<number>()
  const freshBuckets = new Map<number, Map<string, T | undefined>>()
  const came: string[] = []
  const gone = new Set<string>()
  let changed = false
  for (const [id, row] of updates) {
    const old = before.get(id)
    if (old === row) continue
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
    if (row === undefined && !before.base.has(id)) bucket.delete(id)
    else bucket.set(id, row)
    if (old === undefined) came.push(id)
    else if (row === undefined) gone.add(id)
  }
  if (!changed) return table
  const size = before.size + came.length - gone.size
  return createTable(before.base, branches, size, idsAfter(before.knownIds, came, gone))
}
