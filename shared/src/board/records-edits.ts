// What a card's plain fields said before: rows keep only what holds now, so each change is kept with who made it and when.
import * as v from 'valibot'
import { defineLog } from '../kernel'
import type { EntryOf } from '../kernel'
import { id, ID_LIMIT, text, time } from './record-parts'

/** Longest value kept, in UTF-16 units: enough to know it again. A longer one is cut, and ends in `CUT`. */
export const KEPT_LIMIT = 200
export const CUT = '…'

const value = v.nullable(v.union([text(KEPT_LIMIT), v.pipe(v.number(), v.finite()), v.boolean()]))
export type EditValue = v.InferOutput<typeof value>

/** Plain fields of a card's row that keep their history. */
export const EDITED = ['title', 'classOfService', 'due', 'type', 'size'] as const
export type EditedField = (typeof EDITED)[number]
/** Before the id of one of the team's own fields. */
export const OWN_FIELD = 'field:'

export const editLog = defineLog({
  name: 'edits',
  entry: v.object({
    card: id,
    /** One of `EDITED`, or `OWN_FIELD` with the field's id. */
    field: text(ID_LIMIT + OWN_FIELD.length),
    /** Null: nothing was said. */
    was: value,
    value,
    by: text(ID_LIMIT),
    at: time,
  }),
})

export type EditEntry = EntryOf<typeof editLog>
