// How the team leads: what each says of themselves, and when the page was looked at and is to be looked at again.
import { headsOf, isEqual } from '../kernel'
import type { Json, RowOf, Table } from '../kernel'
import type { peopleRows } from './records'
import type { ReviewEntry } from './records-purpose'

/** What someone takes the lead in and can be counted on for, in their own words. */
export type Lead = Pick<RowOf<typeof peopleRows>, 'id' | 'takesLead' | 'countOn'>

export const isSameLead = (a: Lead, b: Lead): boolean =>
  isEqual(a.takesLead as Json, b.takesLead as Json) && isEqual(a.countOn as Json, b.countOn as Json)

export interface Review {
  /** All entries, the oldest first. */
  readonly history: readonly ReviewEntry[]
  /** Ids of the entries that no other one names: the parents of the next. */
  readonly heads: readonly string[]
  /** The last time that the team looked at the page, or undefined where it never has. */
  readonly last: ReviewEntry | undefined
  /** The day of the next look, or undefined where none was ever set. */
  readonly next: string | undefined
  /** Two people set different days while they were apart. */
  readonly isDisputed: boolean
}

export const NO_REVIEW: Review = {
  history: [],
  heads: [],
  last: undefined,
  next: undefined,
  isDisputed: false,
}

/** The fold of the log: the day that holds is that of the head greatest by (order, id). */
export function projectReview(table: Table<ReviewEntry>): Review {
  const { history, heads } = headsOf(table.values())
  const next = heads.at(-1)?.next
  return {
    history,
    heads: heads.map((entry) => entry.id),
    last: history.findLast((entry) => entry.kind === 'looked'),
    next,
    isDisputed: heads.some((entry) => entry.next !== next),
  }
}

/** Whether the page wants to be looked at again. Both days are `YYYY-MM-DD`, which sort as days do. */
export const isReviewDue = (review: Review, today: string): boolean =>
  review.next !== undefined && review.next <= today
