// Whom the team works for and what for: customers, what they value, goals; and when it looked at how it leads.
import * as v from 'valibot'
import { defineLog, defineRows, field } from '../kernel'
import type { EntryOf, RowOf } from '../kernel'
import { id, isoDay, LINE_LIMIT, name, rank, text, time, WORDS_LIMIT } from './record-parts'

const line = field(text(LINE_LIMIT), '')
const pointer = field<string | null>(v.nullable(id), null)

export const customerRows = defineRows({
  name: 'customers',
  fields: {
    name,
    /** How much of what they need, in the team's words: "920 brackets a day". */
    demand: line,
    rank,
  },
})

/** What a customer values. Cards, map steps and goals point at it by its id. */
export const valueRows = defineRows({
  name: 'values',
  fields: {
    words: line,
    /** A customer's id, or null where it is not said whose. */
    customer: pointer,
    rank,
  },
})

/** From where to where, by when and why. */
export const goalRows = defineRows({
  name: 'goals',
  fields: {
    what: line,
    from: line,
    to: line,
    /** `YYYY-MM-DD`, or null where no day is set. */
    by: field<string | null>(v.nullable(isoDay), null),
    why: field(text(WORDS_LIMIT), ''),
    /** The id of the value that it serves, or null. */
    value: pointer,
    rank,
  },
})

/**
 * Each time the team looked at its page on leading, and each time the next look was given another day. An entry names
 * the heads that its writer saw.
 */
export const reviewLog = defineLog({
  name: 'reviews',
  entry: v.object({
    /** `looked`: the page holds as it stands. `moved`: only the day changed. */
    kind: v.picklist(['looked', 'moved']),
    /** The day on which it was written. */
    on: isoDay,
    /** The day of the next look. */
    next: isoDay,
    parents: v.pipe(v.array(id), v.maxLength(100)),
    by: id,
    at: time,
    order: time,
  }),
})

export type CustomerRow = RowOf<typeof customerRows>
export type ValueRow = RowOf<typeof valueRows>
export type GoalRow = RowOf<typeof goalRows>
export type ReviewEntry = EntryOf<typeof reviewLog>

/** The text id of the target condition, for the text editor. */
export const TARGET_TEXT = 'purpose:target'
/** The text id of what the team agreed on how it leads. */
export const LEADING_TEXT = 'leading:page'
