// How we lead here: each says what they take the lead in, and anyone says that the team has looked at the page.
import { append, defineCommand, monthsLater, ok, refused, set } from '../kernel'
import type { Change, Result } from '../kernel'
import type { DayRefused } from './capacity-commands'
import type { UnknownRefused } from './commands'
import { readDay } from './days'
import { tidyWords } from './purpose-commands'
import type { WordsRefused } from './purpose-commands'
import { peopleRows } from './records'
import { reviewLog } from './records-purpose'
import type { TeamSnapshot } from './snapshot'

export type ReviewRefused = { readonly reason: 'not-later' }

/** Months between two looks, where nobody sets another day. */
export const REVIEW_MONTHS = 3

/** What the person at this device says of themselves; left out stays, empty takes it back. Nobody says it for another. */
export const sayHowILead = defineCommand(
  'team.sayHowILead',
  (
    team: TeamSnapshot,
    args: { readonly takesLead?: string; readonly countOn?: string },
    context,
  ): Result<Change[], UnknownRefused | WordsRefused> => {
    const lead = team.leadById.get(context.person)
    if (!lead) return refused({ reason: 'unknown' })
    const changes: Change[] = []
    for (const name of ['takesLead', 'countOn'] as const) {
      const given = args[name]
      if (given === undefined) continue
      const words = tidyWords(given)
      if (!words.ok) return words
      if (words.value === (lead[name]?.words ?? '')) continue
      const said = words.value === '' ? null : { words: words.value, at: context.stamp().at }
      changes.push(set(peopleRows, context.person, name, said))
    }
    return ok(changes)
  },
)

const later = (today: string, next: string): Result<string, DayRefused | ReviewRefused> => {
  const [from, to] = [readDay(today), readDay(next)]
  if (from === undefined || to === undefined) return refused({ reason: 'not-a-day' })
  return to > from ? ok(next) : refused({ reason: 'not-later' })
}

/**
 * The team has looked at its page today, and will again on `next`: a quarter later where it is left out. `today` is the
 * day of the team's calendar. Where somebody wrote the same already, nothing is written.
 */
export const lookAtLeading = defineCommand(
  'team.lookAtLeading',
  (
    team: TeamSnapshot,
    args: { readonly today: string; readonly next?: string },
    context,
  ): Result<Change[], DayRefused | ReviewRefused> => {
    const { today } = args
    if (readDay(today) === undefined) return refused({ reason: 'not-a-day' })
    const next = later(today, args.next ?? monthsLater(today, REVIEW_MONTHS))
    if (!next.ok) return next
    const { heads, last } = team.review
    const isWritten = heads.length === 1 && last?.on === today && team.review.next === next.value
    if (isWritten) return ok([])
    return ok([
      append(reviewLog, context.id(), {
        kind: 'looked',
        on: today,
        next: next.value,
        parents: heads,
        by: context.person,
        ...context.stamp(),
      }),
    ])
  },
)

/** Sets another day for the next look. It also settles two days that were set apart. */
export const moveReview = defineCommand(
  'team.moveReview',
  (
    team: TeamSnapshot,
    args: { readonly today: string; readonly next: string },
    context,
  ): Result<Change[], DayRefused | ReviewRefused> => {
    const next = later(args.today, args.next)
    if (!next.ok) return next
    const { heads } = team.review
    if (heads.length === 1 && team.review.next === next.value) return ok([])
    return ok([
      append(reviewLog, context.id(), {
        kind: 'moved',
        on: args.today,
        next: next.value,
        parents: heads,
        by: context.person,
        ...context.stamp(),
      }),
    ])
  },
)
