// What a card said before: rows keep only what holds now, so each change is kept with who made it and when.
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
/** Before a tag's id; the value is true where the card has it. */
export const TAG_FIELD = 'tag:'
/** Before the id of a person or guest; the value is `on` or `invited`. What a move did to them is told by the move. */
export const PERSON_FIELD = 'who:'
/** The words of the description changed; what they were is not kept, so there are no values. */
export const DESCRIPTION_FIELD = 'description'

export const editLog = defineLog({
  name: 'edits',
  entry: v.object({
    card: id,
    /** One of `EDITED`, `DESCRIPTION_FIELD`, or `OWN_FIELD`, `TAG_FIELD` or `PERSON_FIELD` with an id. */
    field: text(ID_LIMIT + OWN_FIELD.length),
    /** Null: nothing was said. */
    was: value,
    value,
    by: text(ID_LIMIT),
    at: time,
  }),
})

export type EditEntry = EntryOf<typeof editLog>
