// What a board is laid out by, apart from its columns: lanes, column groups, stations where work stops, saved views.
import * as v from 'valibot'
import { defineRows, field } from '../kernel'
import type { RowOf } from '../kernel'
import { ID_LIMIT, NAME_LIMIT, RANK_LIMIT, text } from './record-parts'

const named = { name: field(text(NAME_LIMIT), ''), rank: field(text(RANK_LIMIT), '') }

/** A board without lanes has none drawn. */
export const laneRows = defineRows({
  name: 'lanes',
  fields: {
    ...named,
    /** Takes in cards without a lane, or of one that is put away; where no lane does, the first one takes them. */
    rest: field(v.boolean(), false),
  },
})

/** Columns next to one another that share a heading and, where one is set, a limit. */
export const groupRows = defineRows({ name: 'groups', fields: { name: field(text(NAME_LIMIT), '') } })

/** A place at which work stops, named on a printed code. */
export const stationRows = defineRows({ name: 'stations', fields: named })

/** A filter that somebody gave a name. `filter` is the text of its address, read by whoever applies it. */
export const viewRows = defineRows({
  name: 'views',
  fields: {
    ...named,
    filter: field(v.pipe(v.string(), v.maxLength(2_000)), ''),
    by: field(text(ID_LIMIT), ''),
  },
})

export type LaneRow = RowOf<typeof laneRows>
export type GroupRow = RowOf<typeof groupRows>
export type StationRow = RowOf<typeof stationRows>
export type ViewRow = RowOf<typeof viewRows>
