// What a card shows, read from the snapshot into plain values, so that a card is drawn again only when these differ.
import { ageOf, checklistProgress, cycleDaysOf, dayFromIso, openSince, spokenId } from '@yokoten/shared/board'
import type { Age, Ageing, BlockerRow, BoardSnapshot, Calendar, CardRow } from '@yokoten/shared/board'
import { isEqual } from '@yokoten/shared/kernel'
import type { Json, Table } from '@yokoten/shared/kernel'
import type { Person } from '@yokoten/shared/team'
import type { PersonMark } from '../../design/avatar'
import { text } from '../../text'
import { cardTies, riskWords } from './card-ties'
import type { CardTies } from './card-ties'
import { kindColour } from './kinds/colours'
import type { KindColour } from './kinds/colours'
import { dayWords, forHowLong, reasonWords } from './words'

/** Everything a card shows, ready to be drawn. */
export interface CardLook extends CardTies {
  readonly spoken: string
  readonly title: string
  readonly isRush: boolean
  readonly isFinished: boolean
  /** Calendar days, and one to five dots; no dots while it is not known what is usual. */
  readonly age:
    | {
        readonly days: number
        readonly dots: number
        readonly isLate: boolean
        /** Days within which 85 of 100 are done, of a card that is late. */
        readonly usual?: number
      }
    | undefined
  readonly due:
    { readonly words: string; readonly isNear: boolean; readonly risk: string | undefined } | undefined
  readonly steps: { readonly done: number; readonly of: number } | undefined
  readonly tags: readonly { readonly name: string; readonly colour: KindColour | undefined }[]
  readonly people: readonly (PersonMark & { readonly id: string })[]
  /** A sentence about what stops it. */
  readonly blocked: string | undefined
  /** A sentence about what two people should decide. */
  readonly apart: string | undefined
}

export interface LookSource {
  /** The person at this device. */
  readonly me?: string | undefined
  readonly people: Table<Person>
  readonly ageing: Ageing
  readonly calendar: Calendar
  /** Milliseconds since 1970. */
  readonly now: number
}

/** Days before a due date from which it is shown as near. */
const NEAR_DAYS = 2

function dueOf(board: BoardSnapshot, row: CardRow, finished: boolean, source: LookSource): CardLook['due'] {
  const { due } = row
  if (due === null) return undefined
  const { calendar, now } = source
  const left = dayFromIso(due) - calendar.dayOf(now)
  const day = dayWords(due)
  const isNear = !finished && left <= NEAR_DAYS
  const words = text(left < 0 && !finished ? 'board.overdue' : 'board.due', { day })
  return { words, isNear, risk: riskWords(board, row, source) }
}

/** The stop that counts: safety before all others, else the oldest; how many more there are is said. */
function blockedOf(board: BoardSnapshot, card: string, now: number): string | undefined {
  const open = (board.openBlockers.byCard.get(card) ?? []).flatMap((id) => board.blockers.get(id) ?? [])
  const isSafety = ({ reason }: BlockerRow) => board.reasons.some((one) => one.safety && one.id === reason)
  const blocker = open.find(isSafety) ?? open[0]
  if (!blocker) return undefined
  const lasts = forHowLong(now - openSince(blocker))
  const what = reasonWords(board, blocker)
  const words =
    what === ''
      ? text('board.blockedFor', { lasts })
      : text('board.blockedForReason', { lasts, reason: what })
  return open.length === 1 ? words : text('board.blockedMore', { words, count: open.length - 1 })
}

/** Late for its column, or past what 85 of 100 need from start to finish; then with the days they need. */
function lateness(age: Age, { cycle }: Ageing): { readonly isLate: boolean; readonly usual?: number } {
  const isLate = age.late || (cycle !== null && age.days > cycle.p85)
  return { isLate, ...(isLate && cycle && { usual: cycle.p85 }) }
}

/** Undefined for a card that is not there. */
export function cardLook(board: BoardSnapshot, card: string, source: LookSource): CardLook | undefined {
  const row = board.cards.get(card)
  if (!row) return undefined
  const journey = board.journeys.get(card)
  const isFinished = journey !== undefined && journey.finishedAt !== null
  const age = journey && ageOf(journey, source.ageing, source.calendar, source.now)
  const cycle = journey && cycleDaysOf(journey, source.calendar)
  const progress = checklistProgress(row)
  const nameOf = (person: string) => source.people.get(person)?.name ?? text('board.someone')
  return {
    ...cardTies(board, row, source.me, nameOf),
    spoken: spokenId(board, card),
    title: row.title,
    isRush: row.classOfService === 'expedite',
    isFinished,
    age: age
      ? {
          days: age.days,
          dots: age.dots ?? 0,
          ...lateness(age, source.ageing),
        }
      : cycle != null
        ? { days: cycle, dots: 0, isLate: false }
        : undefined,
    due: dueOf(board, row, isFinished, source),
    steps: progress.all === 0 ? undefined : { done: progress.done, of: progress.all },
    tags: Object.keys(row.tags).flatMap((id) => {
      const tag = board.tags.get(id)
      return tag && !tag.archived ? [{ name: tag.name, colour: kindColour(tag.colour) }] : []
    }),
    people: Object.entries(row.people).flatMap(([id, place]) => {
      if (place.state !== 'on') return []
      const person = source.people.get(id)
      const guest = board.guests.get(id)
      if (person) return [{ id, name: person.name, colour: person.colour, initials: person.initials }]
      return guest ? [{ id, name: guest.name, colour: GUEST_COLOUR }] : []
    }),
    blocked: isFinished ? undefined : blockedOf(board, card, source.now),
    apart: journey?.conflict
      ? text(journey.conflict.kind === 'double-pull' ? 'board.apart.both' : 'board.apart.moved')
      : undefined,
  }
}

/** Nobody's colour: guests came with an import and are not people of this team. */
const GUEST_COLOUR = '#56606a'

export const sameLook = (a: CardLook | undefined, b: CardLook | undefined): boolean =>
  isEqual(a as unknown as Json, b as unknown as Json)
