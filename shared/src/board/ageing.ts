// How old work is against the team's own: age in calendar days, and the bands that say what is usual in a column.
import { nearestRank } from '../kernel'
import { daysBetween } from './days'
import type { Calendar } from './days'
import { stepsOf } from './journey'
import type { CardJourney } from './journey'
import type { BoardSnapshot } from './snapshot'

/** Finished cards needed before a column says what is usual. */
export const ENOUGH_FINISHED = 10

/** Percentiles of the ages, in days, that finished cards had when they left a column. */
export interface Bands {
  readonly p50: number
  readonly p70: number
  readonly p85: number
  readonly p95: number
  /** Finished cards behind the figures, at the time when they came to be what they are. */
  readonly cards: number
}

export function bandsOf(ages: readonly number[]): Bands | null {
  if (ages.length < ENOUGH_FINISHED) return null
  const sorted = Float64Array.from(ages).sort()
  const [p50, p70, p85, p95] = [50, 70, 85, 95].map((percent) => nearestRank(sorted, percent))
  return { p50, p70, p85, p95, cards: sorted.length } as Bands
}

export interface Age {
  /** Calendar days since work on it started, both days counted. */
  readonly days: number
  /** One to five, or null while there is not enough data. */
  readonly dots: number | null
  /** Older than 85 of 100 finished cards were when they left this column. */
  readonly late: boolean
}

export interface Ageing {
  /** By column id; a column that too few finished cards have left has none. */
  readonly bands: ReadonlyMap<string, Bands>
  /** Start to finish of the finished cards, in days. */
  readonly cycle: Bands | null
}

/** One finished card. */
export interface Finish {
  /** Milliseconds since 1970. */
  readonly at: number
  /** Start to finish in calendar days. */
  readonly days: number
}

/** What is usual, and what it was made from. */
export interface Figures extends Ageing {
  /** All finished cards, those put away included, in the order in which they were finished. */
  readonly finished: readonly Finish[]
  /** Finished cards that left a column, by column id. */
  readonly left: ReadonlyMap<string, number>
}

interface Leaving {
  readonly column: string
  readonly age: number
}

/** Ages on leaving each column since work started, the done column left out; null while the card is not finished. */
function leavingsOf(journey: CardJourney, calendar: Calendar): readonly Leaving[] {
  const { startedAt, finishedAt } = journey
  if (startedAt === null || finishedAt === null) return []
  const leavings = new Map<string, number>()
  let column: string | undefined
  for (const { entry, at } of stepsOf(journey)) {
    if (column !== undefined && entry.to.column !== column && at >= startedAt && at <= finishedAt)
      leavings.set(column, daysBetween(calendar, startedAt, at))
    column = entry.to.column
  }
  return [...leavings].map(([left, age]) => ({ column: left, age }))
}

export interface AgeingOf {
  (board: BoardSnapshot): Figures
  /** Looks at finished cards that are not known yet, `most` of them; true when all are, and asking costs little. */
  learn(board: BoardSnapshot, most: number): boolean
}

const doneLists = (board: BoardSnapshot): readonly (readonly string[])[] => [
  ...[...board.columns, ...board.archivedColumns]
    .filter((column) => column.role === 'done')
    .flatMap((column) => [column.doing, column.done]),
  board.archivedCards,
]

/**
 * A function that gives a board's ageing bands, computed when asked: only finished cards that were not known are
 * looked at, and the same object comes back while no card was finished. A card that entered a column twice counts
 * with its last leaving.
 */
export function createAgeing(calendar: Calendar): AgeingOf {
  const known = new WeakMap<CardJourney, { leavings: readonly Leaving[]; finish: Finish }>()
  /** Undefined for a card that is not finished, or whose work never began. */
  function lookAt(journey: CardJourney | undefined) {
    if (!journey || journey.finishedAt === null || journey.startedAt === null) return undefined
    const before = known.get(journey)
    if (before) return before
    const days = daysBetween(calendar, journey.startedAt, journey.finishedAt)
    const card = { leavings: leavingsOf(journey, calendar), finish: { at: journey.finishedAt, days } }
    known.set(journey, card)
    return card
  }
  let before:
    | { readonly roles: string; readonly lists: readonly (readonly string[])[]; readonly ageing: Figures }
    | undefined
  const figuresOf = (board: BoardSnapshot): Figures => {
    const all = [...board.columns, ...board.archivedColumns]
    // Where the marks of start and finish stand says when a card began, also one that stays where it is.
    const roles = all.map((column) => `${column.id} ${column.role}`).join()
    const lists = doneLists(board)
    const isSame =
      before?.roles === roles &&
      before.lists.length === lists.length &&
      lists.every((list, index) => list === before?.lists[index])
    if (before && isSame) return before.ageing
    const agesByColumn = new Map<string, number[]>()
    const finished: Finish[] = []
    for (const list of lists)
      for (const id of list) {
        const card = lookAt(board.journeys.get(id))
        if (!card) continue
        finished.push(card.finish)
        for (const { column, age } of card.leavings) {
          const ages = agesByColumn.get(column)
          if (ages) ages.push(age)
          else agesByColumn.set(column, [age])
        }
      }
    const bands = new Map<string, Bands>()
    const left = new Map<string, number>()
    for (const [column, ages] of agesByColumn) {
      left.set(column, ages.length)
      const found = bandsOf(ages)
      if (found) bands.set(column, found)
    }
    finished.sort((a, b) => a.at - b.at)
    const ageing = { bands, cycle: bandsOf(finished.map((one) => one.days)), finished, left }
    before = { roles, lists, ageing }
    return ageing
  }
  const learn = (board: BoardSnapshot, most: number): boolean => {
    let left = most
    for (const list of doneLists(board))
      for (const id of list) {
        const journey = board.journeys.get(id)
        if (!journey || known.has(journey) || !lookAt(journey)) continue
        if (--left === 0) return false
      }
    return true
  }
  return Object.assign(figuresOf, { learn })
}

/** The age of a card at a time, or null where work on it has not started or is finished. */
export function ageOf(journey: CardJourney, ageing: Ageing, calendar: Calendar, now: number): Age | null {
  if (journey.startedAt === null || journey.finishedAt !== null) return null
  const days = daysBetween(calendar, journey.startedAt, Math.max(now, journey.startedAt))
  const bands = ageing.bands.get(journey.column)
  if (!bands) return { days, dots: null, late: false }
  const over = [bands.p50, bands.p70, bands.p85, bands.p95].filter((band) => days > band).length
  return { days, dots: 1 + over, late: days > bands.p85 }
}

/** Start to finish of a finished card in days, or null. */
export const cycleDaysOf = (journey: CardJourney, calendar: Calendar): number | null =>
  journey.startedAt === null || journey.finishedAt === null
    ? null
    : daysBetween(calendar, journey.startedAt, journey.finishedAt)
