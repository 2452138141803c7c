// Where a card is put: its rank among its neighbours, what a full column says, and the journey's next entry.
import { append, isRank, ok, put, rankBetween, refused } from '../../kernel'
import type { Change, CommandContext, Result } from '../../kernel'
import type { Column } from '../columns'
import type { CardJourney } from '../journey'
import { WORDS_LIMIT } from '../record-parts'
import { cardRows, journeyLog } from '../records'
import type { CardRow, Half, JourneyData, JourneyKind } from '../records'
import { limitsAt, sawAt, scopeKey } from '../limits'
import type { LimitTarget } from '../limits'
import type { BoardSnapshot } from '../snapshot'
import type { CardArchived, ColumnFull, NotThere, WhyNeeded, WordsRefused } from './refusals'
import { tidyOptional } from './words'

/** A place in a list of cards. */
export type Position = 'top' | 'bottom' | { readonly after: string } | { readonly before: string }

export interface OpenCard {
  readonly row: CardRow
  readonly journey: CardJourney | undefined
}

export const isPutAway = (board: BoardSnapshot, card: string): boolean =>
  board.cards.get(card)?.archived === true || board.journeys.get(card)?.archived === true

/** A card that is on the board. */
export function openCard(board: BoardSnapshot, card: string): Result<OpenCard, NotThere | CardArchived> {
  const row = board.cards.get(card)
  if (!row) return refused({ reason: 'card-gone' })
  if (isPutAway(board, card)) return refused({ reason: 'card-archived', card })
  return ok({ row, journey: board.journeys.get(card) })
}

/** A column that is on the board. */
export function openColumn(board: BoardSnapshot, column: string): Result<Column, NotThere> {
  const found = board.columnsById.get(column)
  return found && !found.archived ? ok(found) : refused({ reason: 'column-gone' })
}

/** The column and half in which a card is listed, wherever its journey says it is. */
export function placeOf(board: BoardSnapshot, card: string): { column: Column; half: Half } | undefined {
  const journey = board.journeys.get(card)
  const own = journey && board.columnsById.get(journey.column)
  if (own) return { column: own, half: own.split ? journey.half : 'doing' }
  const first = board.columnsById.get(board.basis.frame.first ?? '')
  return first && { column: first, half: 'doing' }
}

/** A rank for a card in one half of a column. A neighbour that is not there means the end of the list. */
export function rankAt(
  board: BoardSnapshot,
  column: Column,
  half: Half,
  position: Position,
  card: string,
  context: CommandContext,
): string {
  const ids = (column.split ? column[half] : column.doing).filter((id) => id !== card)
  let index = position === 'top' ? 0 : ids.length
  if (typeof position === 'object') {
    const neighbour = 'after' in position ? position.after : position.before
    const found = ids.indexOf(neighbour)
    if (found >= 0) index = 'after' in position ? found + 1 : found
  }
  const rankOf = (id: string): string | null => {
    const journey = board.journeys.get(id)
    return journey?.column === column.id && isRank(journey.rank) ? journey.rank : null
  }
  const ranked = (from: readonly string[]): string | null => {
    for (const id of from) {
      const rank = rankOf(id)
      if (rank !== null) return rank
    }
    return null
  }
  return rankBetween(ranked(ids.slice(0, index).reverse()), ranked(ids.slice(index)), context.random)
}

/** What an entry records about the slots that it takes. */
export type Admission = { readonly why?: string; readonly saw?: string }

/**
 * Whether a card may come into a column, by what this device knows of every limit it would newly come under. Where one
 * has no free slot it comes in with a reason, or not at all, as the team agreed. `as` says what else would be different
 * then: its lane, its people, its class.
 */
export function admit(
  board: BoardSnapshot,
  column: Pick<Column, 'id'>,
  card: string,
  why: string | undefined,
  as: Omit<LimitTarget, 'column'> = {},
): Result<Admission, ColumnFull | WhyNeeded | WordsRefused> {
  const words = tidyOptional(why, WORDS_LIMIT)
  if (!words.ok) return words
  const limits = limitsAt(board, card, { ...as, column: column.id })
  const saw = sawAt(board, limits)
  const seen = saw === undefined ? {} : { saw }
  const full = limits.find((limit) => limit.free === 0)
  if (!full) return ok(seen)
  const { scope, limit, used } = full
  const what = { column: column.id, scope, limit, used }
  if (board.whenFull === 'forbidden') return refused({ reason: 'column-full', ...what })
  if (words.value === '') return refused({ reason: 'why-needed', ...what })
  return ok({ ...seen, why: words.value })
}

/**
 * The same for a card that stays where it is and comes under a limit by another class or another person: what is kept
 * of it on the card, nothing where it comes under no limit.
 */
export function take(
  board: BoardSnapshot,
  card: string,
  as: Omit<LimitTarget, 'column'>,
  why: string | undefined,
  context: CommandContext,
): Result<Change[], ColumnFull | WhyNeeded | WordsRefused> {
  const place = placeOf(board, card)
  if (!place) return ok([])
  const admission = admit(board, place.column, card, why, as)
  if (!admission.ok) return admission
  return ok(
    limitsAt(board, card, { ...as, column: place.column.id }).map(({ scope }) =>
      put(cardRows, card, 'taken', scopeKey(scope), {
        ...admission.value,
        by: context.person,
        ...context.stamp(),
      }),
    ),
  )
}

type Step = Pick<JourneyData, 'card' | 'to'> &
  Partial<Pick<JourneyData, 'parents' | 'with' | 'why' | 'saw' | 'outcome'>> & { readonly kind: JourneyKind }

/**
 * The next entry of a card's journey. It names all heads, which closes what was open between them; a mere change of
 * order leaves a conflict open and follows only the entry that placed the card.
 */
export function nextStep(journey: CardJourney | undefined, step: Step, context: CommandContext): Change {
  const leaveOpen = step.kind === 'reordered' && journey?.conflict != null
  const parents = leaveOpen ? [journey.last.id] : (journey?.heads ?? [])
  return append(journeyLog, context.id(), { parents, ...step, by: context.person, ...context.stamp() })
}
