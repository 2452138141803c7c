// Columns as screens read them: their rules, their slots, and the cards in each half in order.
import { compareRanked } from '../kernel'
import type { Table } from '../kernel'
import { limitOf, policyOf, roleOf, settingKey } from './governed'
import type { Settings } from './governed'
import type { CardJourney } from './journey'
import type { ColumnRole, ColumnRow, Half } from './records'

export interface Column {
  readonly id: string
  readonly name: string
  readonly policy: string
  readonly role: ColumnRole
  readonly split: boolean
  readonly archived: boolean
  readonly rank: string
  /** Cards that fit, or null without a limit. Both halves share it. */
  readonly limit: number | null
  /** The entry that set the limit. */
  readonly limitEntry: string | null
  /** Card ids in order. A column that is not split has all of them in `doing`. */
  readonly doing: readonly string[]
  /** Done here, to be pulled by the next step. */
  readonly done: readonly string[]
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

export function columnOf(row: ColumnRow, settings: Settings, halves: Halves): Column {
  const limit = limitOf(settings, row.id)
  const used = halves.doing.length + halves.done.length
  return {
    id: row.id,
    name: row.name,
    policy: policyOf(settings, row.id),
    role: roleOf(settings, row.id),
    split: row.split,
    archived: row.archived,
    rank: row.rank,
    limit,
    limitEntry:
      limit === null
        ? null
        : (settings.get(settingKey({ kind: 'column', id: row.id }, 'limit'))?.holds.id ?? null),
    doing: halves.doing,
    done: halves.done,
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

/** The columns' shape, apart from the cards in them. */
export interface Frame {
  /** Where a card of a column is listed, by column and the half its journey names. */
  readonly listings: ReadonlyMap<string, { readonly doing: Listing; readonly done: Listing }>
  /** Rows in order, those put away included. */
  readonly ordered: readonly ColumnRow[]
  /** Takes in cards whose column is not there; undefined while the board has no columns. */
  readonly first: string | undefined
}

export function frameOf(columns: Table<ColumnRow>): Frame {
  const ordered = [...columns.values()].sort(compareRanked)
  const open = ordered.filter((row) => !row.archived)
  const listings = ordered.map(({ id, split }) => {
    const doing: Listing = { column: id, half: 'doing' }
    return [id, { doing, done: split ? { column: id, half: 'done' as Half } : doing }] as const
  })
  return {
    listings: new Map(listings),
    ordered,
    first: (open[0] ?? ordered[0])?.id,
  }
}

/** Where a card is listed; one object for each half, so that listings can be compared by reference. */
export const listingOf = (frame: Frame, journey: CardJourney | undefined): Listing | undefined =>
  (journey && frame.listings.get(journey.column)?.[journey.half]) ??
  (frame.first === undefined ? undefined : frame.listings.get(frame.first)?.doing)
