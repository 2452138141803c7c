// By when a card must be started to be done by its day, given how long this board takes from start to finish.
import { dayFromIso } from '../kernel'
import type { Calendar } from '../kernel'
import type { Bands } from './ageing'
import type { CardJourney } from './journey'

/** Days before the last day to start from which it is said. */
export const SOON_DAYS = 2

/**
 * `overdue`: its day is past. `late`: started so late, or not yet, that 85 of 100 such cards take longer than is left.
 * `today`: it must be started today. `soon`: within two days. `fine`: there is time, or too little is known.
 */
export type DueState = 'overdue' | 'late' | 'today' | 'soon' | 'fine'

export interface DueRisk {
  readonly state: DueState
  /** Days until the due day; 0: it is today, negative: it is past. */
  readonly left: number
  /** The last day on which to start, as a day number; null: it is started, or the board does not know how long it takes. */
  readonly startBy: number | null
  /** 85 of 100 cards of this board are done within so many days, both days counted; null: too few were finished. */
  readonly usual: number | null
}

/**
 * The risk of a due date (`YYYY-MM-DD`). Cycle time counts both days, so work started on `due - P85 + 1` is done on
 * its day in 85 of 100 cases. Null for a finished card and for what is no date.
 */
export function dueRisk(
  due: string,
  journey: Pick<CardJourney, 'startedAt' | 'finishedAt'> | undefined,
  cycle: Pick<Bands, 'p85'> | null,
  calendar: Calendar,
  now: number,
): DueRisk | null {
  const day = dayFromIso(due)
  if (Number.isNaN(day) || journey?.finishedAt != null) return null
  const today = calendar.dayOf(now)
  const left = day - today
  const usual = cycle?.p85 ?? null
  const startedAt = journey?.startedAt ?? null
  const startBy = usual === null || startedAt !== null ? null : day - usual + 1
  const state = (): DueState => {
    if (left < 0) return 'overdue'
    if (usual === null) return 'fine'
    if (startBy === null) {
      const expected = Math.max(today, calendar.dayOf(startedAt ?? now) + usual - 1)
      return expected > day ? 'late' : 'fine'
    }
    if (today > startBy) return 'late'
    if (today === startBy) return 'today'
    return startBy - today <= SOON_DAYS ? 'soon' : 'fine'
  }
  return { state: state(), left, startBy, usual }
}
