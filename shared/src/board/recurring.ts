// Cards that come again: on which days, and the changes that make one, the same on every device that makes it.
import {
  append,
  bytesFrom,
  calendarOf,
  create,
  createSpokenId,
  dayFromIso,
  idFrom,
  isoFromDay,
  rankBetween,
  startOfDay,
} from '../kernel'
import type { Change } from '../kernel'
import type { RecurringRow, Rhythm, TemplateRow } from './records-cards'
import { CLASSES, cardRows, journeyLog } from './records'

const DAY = 86_400_000
const ORDERS_A_MS = 1_024
/** The longest time between two days of any rhythm. */
const LONGEST = 31
/** Raised when a later version would make other bytes of the same ground. */
const VERSION = 1

const dateOf = (day: number): Date => new Date(day * DAY)
/** Monday is 0. 1970-01-01 was a Thursday. */
const weekdayOf = (day: number): number => (((day + 3) % 7) + 7) % 7
const lastOfMonth = (day: number): number => {
  const date = dateOf(day)
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()
}

/** Whether a card comes on a day (a day number). Monthly ones of the 31st come on the last day of a shorter month. */
export function comesOn(recurring: Pick<RecurringRow, 'rhythm' | 'from'>, day: number): boolean {
  const from = dayFromIso(recurring.from)
  // Written so that no date (NaN) never comes.
  if (!(day >= from)) return false
  const is: Record<Rhythm, () => boolean> = {
    daily: () => true,
    weekdays: () => weekdayOf(day) < 5,
    weekly: () => (day - from) % 7 === 0,
    monthly: () => dateOf(day).getUTCDate() === Math.min(dateOf(from).getUTCDate(), lastOfMonth(day)),
  }
  return is[recurring.rhythm]()
}

/** The last day up to and with `day` on which it comes, or null. */
export function lastComing(recurring: Pick<RecurringRow, 'rhythm' | 'from'>, day: number): number | null {
  for (let back = 0; back <= LONGEST; back++) if (comesOn(recurring, day - back)) return day - back
  return null
}

/** The first day after `day` on which it comes, or null where it has no first day. */
export function nextComing(recurring: Pick<RecurringRow, 'rhythm' | 'from'>, day: number): number | null {
  const from = dayFromIso(recurring.from)
  if (Number.isNaN(from)) return null
  const start = Math.max(day + 1, from)
  for (let on = 0; on <= LONGEST; on++) if (comesOn(recurring, start + on)) return start + on
  return null
}

/** The day number of a moment where the card comes. */
export const dayWhere = (recurring: Pick<RecurringRow, 'zone'>, now: number): number =>
  calendarOf(recurring.zone).dayOf(now)

/** The id of the card that comes on a day: there is one, whoever makes it and whatever its template said by then. */
export const comingCardId = (recurring: Pick<RecurringRow, 'id'>, day: number): string =>
  idFrom(`recurring ${VERSION}\n${recurring.id}\n${isoFromDay(day)}`)

/**
 * The card that comes on a day, wholly from its ground: the row, its template and the day. Nothing of the device that
 * writes it is in it, so that many writers write one card.
 */
export function comingCard(
  recurring: RecurringRow,
  template: Pick<TemplateRow, 'content' | 'name'>,
  day: number,
): readonly Change[] {
  const id = comingCardId(recurring, day)
  const random = bytesFrom(id)
  const at = startOfDay(calendarOf(recurring.zone), day)
  const { by, column } = recurring
  const { content } = template
  let rank: string | null = null
  const steps = content.checklist.map((text, index) => {
    rank = rankBetween(rank, null, random)
    return [idFrom(`${id}\nstep ${index}`), { text, rank }] as const
  })
  const birth = create(cardRows, id, {
    title: content.title || template.name,
    spoken: createSpokenId(random),
    classOfService: CLASSES.find((one) => one === content.classOfService) ?? 'standard',
    type: content.type,
    size: content.size,
    ...(content.value === undefined ? {} : { value: content.value }),
    brief: content.words,
    tags: Object.fromEntries(content.tags.map((tag) => [tag, true as const])),
    checklist: Object.fromEntries(steps),
    by,
    at,
  })
  const to = { column, half: 'doing' as const, rank: rankBetween(null, null, random) }
  const added = { card: id, parents: [], to, kind: 'added' as const, by, at, order: at * ORDERS_A_MS }
  // The column may have been changed by one of two who were apart: then it came into two, and the board says so.
  return [birth, append(journeyLog, idFrom(`${id}\nadded\n${column}`), added)]
}
