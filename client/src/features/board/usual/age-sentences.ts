// A card's age in words: how old, what is usual in its column and for all, or that too few are finished to say so.
import { ageOf, cycleDaysOf, ENOUGH_FINISHED } from '@yokoten/shared/board'
import type { Calendar, CardJourney, Figures } from '@yokoten/shared/board'
import { text } from '../../../text'

export interface AgeSentences {
  readonly age: string
  readonly isLate: boolean
  readonly more: readonly string[]
}

interface Source {
  readonly figures: Figures
  readonly calendar: Calendar
  /** Milliseconds since 1970. */
  readonly now: number
}

/** Undefined for a card on which work has not started. */
export function ageSentences(
  journey: CardJourney,
  column: string,
  { figures, calendar, now }: Source,
): AgeSentences | undefined {
  const { cycle, finished, bands, left } = figures
  const sle = cycle
    ? text('board.usual.sleLine', { sle: text('board.usual.sle', { days: cycle.p85 }) })
    : text('board.usual.sleLine', {
        sle: text('board.usual.notEnough', { count: finished.length, enough: ENOUGH_FINISHED }),
      })
  const took = cycleDaysOf(journey, calendar)
  if (took !== null) return { age: text('board.usual.took', { days: took }), isLate: false, more: [sle] }
  const age = ageOf(journey, figures, calendar, now)
  if (!age) return undefined
  const band = bands.get(journey.column)
  const here = band
    ? text(age.late ? 'board.usual.lateHere' : 'board.usual.here', { column, days: band.p85 })
    : cycle
      ? text('board.usual.notEnoughHere', {
          column,
          count: left.get(journey.column) ?? 0,
          enough: ENOUGH_FINISHED,
        })
      : undefined
  return {
    age: text('board.usual.age', { days: age.days }),
    isLate: age.late || (cycle !== null && age.days > cycle.p85),
    more: [...(here === undefined ? [] : [here]), sle],
  }
}
