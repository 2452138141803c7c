// Columns as screens read them: their rules, their slots, and the cards in each half and lane in order.
import { compareRanked } from '../kernel'
import type { Table } from '../kernel'
import { limitEntryOf, limitOf, policyOf, roleOf } from './governed'
import type { LimitScope, Settings } from './governed'
import type { CardJourney } from './journey'
import type { ColumnRole, ColumnRow, Half } from './records'
import type { GroupRow, LaneRow } from './records-structure'

export interface Column {
  readonly id: string
  readonly name: string
  readonly policy: string
  readonly role: ColumnRole
  readonly split: boolean
  readonly archived: boolean
  readonly rank: string
  /** The group it stands in, or null. */
  readonly group: string | null
  /** Cards that fit, or null without a limit. Both halves share it. */
  readonly limit: number | null
  /** The entry that set the limit. */
  readonly limitEntry: string | null
  /** Card ids in order. A column that is not split has all of them in `doing`. */
  readonly doing: readonly string[]
  /** Done here, to be pulled by the next step. */
  readonly done: readonly string[]
  /** The same cards by lane id, or null on a board without lanes. */
  readonly cells: ReadonlyMap<string, Halves> | null
  /** Cards in both halves. */
  readonly used: number
  /** Free slots, or null without a limit. */
  readonly free: number | null
  /** Cards beyond the limit. */
  readonly over: number
}

export interface Halves {
  readonly doing: readonly string[]
  readonly done: readonly string[]
}

/** Work that is started and not finished stands here: what the limits of lanes, classes, people and the board count. */
export const isInWork = (column: Pick<Column, 'role' | 'archived'>): boolean =>
  !column.archived && (column.role === 'active' || column.role === 'waiting')

export function columnOf(
  row: ColumnRow,
  frame: Frame,
  settings: Settings,
  halves: Halves,
  cells: Column['cells'],
): Column {
  const scope: LimitScope = { kind: 'column', id: row.id }
  const limit = limitOf(settings, scope)
  const used = halves.doing.length + halves.done.length
  return {
    id: row.id,
    name: row.name,
    policy: policyOf(settings, row.id),
    role: roleOf(settings, row.id),
    split: row.split,
    archived: row.archived,
    rank: row.rank,
    group: row.group !== null && frame.groups.has(row.group) ? row.group : null,
    limit,
    limitEntry: limit === null ? null : limitEntryOf(settings, scope),
    doing: halves.doing,
    done: halves.done,
    cells,
    used,
    free: limit === null ? null : Math.max(0, limit - used),
    over: limit === null ? 0 : Math.max(0, used - limit),
  }
}

/** Where a card is listed: a real column's half, whatever its journey says. */
export interface Listing {
  readonly column: string
  readonly half: Half
}

/** The board's shape, apart from the cards in it. */
export interface Frame {
  /** Where a card of a column is listed, by column and the half its journey names. */
  readonly listings: ReadonlyMap<string, { readonly doing: Listing; readonly done: Listing }>
  /** Rows in order, those put away included. */
  readonly ordered: readonly ColumnRow[]
  /** Takes in cards whose column is not there; undefined while the board has no columns. */
  readonly first: string | undefined
  /** Lanes in order, without those put away. */
  readonly lanes: readonly LaneRow[]
  readonly laneIds: ReadonlySet<string>
  /** Takes in cards without a lane of their own; null on a board without lanes. */
  readonly restLane: string | null
  /** Groups that are not put away, by id. */
  readonly groups: ReadonlyMap<string, GroupRow>
}

export function frameOf(
  columns: Table<ColumnRow>,
  laneTable: Table<LaneRow>,
  groupTable: Table<GroupRow>,
): Frame {
  const ordered = [...columns.values()].sort(compareRanked)
  const open = ordered.filter((row) => !row.archived)
  const listings = ordered.map(({ id, split }) => {
    const doing: Listing = { column: id, half: 'doing' }
    return [id, { doing, done: split ? { column: id, half: 'done' as Half } : doing }] as const
  })
  const lanes = [...laneTable.values()].filter((lane) => !lane.archived).sort(compareRanked)
  const groups = [...groupTable.values()].filter((group) => !group.archived)
  return {
    listings: new Map(listings),
    ordered,
    first: (open[0] ?? ordered[0])?.id,
    lanes,
    laneIds: new Set(lanes.map((lane) => lane.id)),
    restLane: (lanes.find((lane) => lane.rest) ?? lanes[0])?.id ?? null,
    groups: new Map(groups.map((group) => [group.id, group])),
  }
}

/** Where a card is listed; one object for each half, so that listings can be compared by reference. */
export const listingOf = (frame: Frame, journey: CardJourney | undefined): Listing | undefined =>
  (journey && frame.listings.get(journey.column)?.[journey.half]) ??
  (frame.first === undefined ? undefined : frame.listings.get(frame.first)?.doing)

/** The lane a card is shown in: its own, or the one that takes in the rest; null on a board without lanes. */
export function laneIn(frame: Frame, journey: Pick<CardJourney, 'lane'> | undefined): string | null {
  const own = journey?.lane ?? null
  return own !== null && frame.laneIds.has(own) ? own : frame.restLane
}
