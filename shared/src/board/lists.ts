// Which cards stand in which half of which column, in order; a move rewrites only the lists it touches.
import type { Table } from '../kernel'
import { laneIn, listingOf } from './columns'
import type { Frame, Halves, Listing } from './columns'
import type { CardJourney } from './journey'
import type { CardRow } from './records'

export interface Lists {
  readonly byColumn: ReadonlyMap<string, Halves>
  readonly archived: readonly string[]
  readonly homeless: readonly string[]
  readonly conflicts: readonly string[]
}

export interface ListSource {
  readonly cards: Table<CardRow>
  readonly journeys: Table<CardJourney>
  readonly frame: Frame
}

const NONE: readonly string[] = []
/** Sorts behind every rank, for cards that were never ranked in the column that took them in. */
const LAST = '~'

/** A column's half, or one of the lists beside the columns. */
type List = Listing | 'archived' | 'homeless'
interface Item {
  readonly id: string
  readonly list: List
  readonly rank: string
  readonly lane: string | null
}

const compareItems = (a: Item, b: Item): number =>
  a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0

function itemOf(frame: Frame, row: CardRow, journey: CardJourney | undefined): Item {
  if (row.archived || journey?.archived === true)
    return { id: row.id, list: 'archived', rank: '', lane: null }
  const listing = listingOf(frame, journey)
  if (!listing) return { id: row.id, list: 'homeless', rank: '', lane: null }
  const rank = journey?.column === listing.column ? journey.rank : LAST
  return { id: row.id, list: listing, rank, lane: laneIn(frame, journey) }
}

const isContested = (row: CardRow | undefined, journey: CardJourney | undefined): boolean =>
  row !== undefined && !row.archived && journey?.archived !== true && journey?.conflict != null

const sameIds = (before: readonly string[] | undefined, next: readonly string[]): readonly string[] =>
  before?.length === next.length && before.every((id, index) => id === next[index]) ? before : next

function assemble(
  frame: Frame,
  before: Lists | undefined,
  idsOf: (list: List, had: readonly string[]) => readonly string[],
  conflicts: readonly string[],
): Lists {
  const byColumn = new Map<string, Halves>()
  let same = before?.byColumn.size === frame.ordered.length
  for (const { id } of frame.ordered) {
    const had = before?.byColumn.get(id)
    const listings = frame.listings.get(id)
    const doing = listings ? idsOf(listings.doing, had?.doing ?? NONE) : NONE
    const isSplit = listings && listings.done !== listings.doing
    const done = isSplit ? idsOf(listings.done, had?.done ?? NONE) : NONE
    const halves = had?.doing === doing && had.done === done ? had : { doing, done }
    if (halves !== had) same = false
    byColumn.set(id, halves)
  }
  return {
    byColumn: before && same ? before.byColumn : byColumn,
    archived: idsOf('archived', before?.archived ?? NONE),
    homeless: idsOf('homeless', before?.homeless ?? NONE),
    conflicts: sameIds(before?.conflicts, conflicts),
  }
}

/** Every list from nothing; arrays that come out as before are the same arrays. */
export function listAll(source: ListSource, before: Lists | undefined): Lists {
  const items = new Map<List, Item[]>()
  const conflicts: string[] = []
  source.cards.each((row) => {
    const journey = source.journeys.get(row.id)
    const item = itemOf(source.frame, row, journey)
    putInto(items, item.list, item)
    if (isContested(row, journey)) conflicts.push(row.id)
  })
  const idsOf = (list: List, had: readonly string[]) =>
    sameIds(
      had,
      (items.get(list) ?? []).sort(compareItems).map((item) => item.id),
    )
  return assemble(source.frame, before, idsOf, conflicts.sort())
}

/** Where an item belongs in a sorted list of ids. */
function indexFor(ids: readonly string[], item: Item, itemAt: (id: string) => Item): number {
  let low = 0
  let high = ids.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (compareItems(itemAt(ids[middle] as string), item) < 0) low = middle + 1
    else high = middle
  }
  return low
}

function putInto<T>(lists: Map<List, T[]>, list: List, item: T): void {
  const items = lists.get(list)
  if (items) items.push(item)
  else lists.set(list, [item])
}

/** Up to this many are looked for one by one, so that a long list is copied once and not gone through. */
const FEW = 32

/** A new list without some of its ids; `itemAt` gives the items by which it is sorted. */
function without(had: readonly string[], out: readonly string[], itemAt: (id: string) => Item): string[] {
  if (out.length > FEW) {
    const gone = new Set(out)
    return had.filter((id) => !gone.has(id))
  }
  const left = had.slice()
  for (const id of out) left.splice(indexFor(left, itemAt(id), itemAt), 1)
  return left
}

/** The lists after some cards changed, with the columns' frame as it was. */
export function listChanged(
  before: Lists,
  previous: ListSource,
  next: ListSource,
  changed: Iterable<string>,
): Lists {
  const ids = new Set(changed)
  if (ids.size === 0) return before
  const leaving = new Map<List, string[]>()
  const coming = new Map<List, Item[]>()
  const contested = new Set<string>()
  // A list in which a card changed its lane counts as another list, though its order may be the same.
  const relaned = new Set<List>()
  for (const id of ids) {
    const oldRow = previous.cards.get(id)
    const row = next.cards.get(id)
    const old = oldRow && itemOf(previous.frame, oldRow, previous.journeys.get(id))
    const item = row && itemOf(next.frame, row, next.journeys.get(id))
    if (isContested(row, next.journeys.get(id))) contested.add(id)
    if (old && item && old.list === item.list && old.lane !== item.lane) relaned.add(item.list)
    if (old && item && old.list === item.list && old.lane === item.lane && old.rank === item.rank) continue
    if (old) putInto(leaving, old.list, id)
    if (item) putInto(coming, item.list, item)
  }
  const itemsOf = (source: ListSource) => (id: string) =>
    itemOf(source.frame, source.cards.get(id) as CardRow, source.journeys.get(id))
  const itemAt = itemsOf(next)
  const idsOf = (list: List, had: readonly string[]): readonly string[] => {
    const out = leaving.get(list) ?? []
    const items = coming.get(list) ?? []
    if (out.length + items.length === 0) return had
    const left = without(had, out, itemsOf(previous))
    for (const item of items) left.splice(indexFor(left, item, itemAt), 0, item.id)
    return relaned.has(list) ? left : sameIds(had, left)
  }
  const conflicts =
    contested.size > 0 || before.conflicts.some((id) => ids.has(id))
      ? [...before.conflicts.filter((id) => !ids.has(id)), ...contested].sort()
      : before.conflicts
  return assemble(next.frame, before, idsOf, conflicts)
}
