// Where a card is put: its rank among its neighbours, what a full column says, and the journey's next entry.
import { append, isRank, ok, rankBetween, refused } from '../../kernel'
import type { Change, CommandContext, Result } from '../../kernel'
import type { Column } from '../columns'
import type { CardJourney } from '../journey'
import { WORDS_LIMIT } from '../record-parts'
import { journeyLog } from '../records'
import type { CardRow, Half, JourneyData, JourneyKind } from '../records'
import { sawOf } from '../slots'
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

/** What an entry into a column records about its slots. */
export type Admission = { readonly why?: string; readonly saw?: string }

/**
 * Whether a card may enter a column, by what this device knows. A full column is entered with a reason, or not at
 * all, as the team agreed. A card that is in the column already needs no slot.
 */
export function admit(
  board: BoardSnapshot,
  column: Column,
  card: string,
  why: string | undefined,
): Result<Admission, ColumnFull | WhyNeeded | WordsRefused> {
  const words = tidyOptional(why, WORDS_LIMIT)
  if (!words.ok) return words
  if (column.limit === null || column.limitEntry === null) return ok({})
  if (column.doing.includes(card) || column.done.includes(card)) return ok({})
  const saw = sawOf(column.limitEntry, [...column.doing, ...column.done])
  if (column.used < column.limit) return ok({ saw })
  const full = { column: column.id, limit: column.limit, used: column.used }
  if (board.whenFull === 'forbidden') return refused({ reason: 'column-full', ...full })
  if (words.value === '') return refused({ reason: 'why-needed', ...full })
  return ok({ saw, why: words.value })
}

type Step = Pick<JourneyData, 'card' | 'to'> &
  Partial<Pick<JourneyData, 'parents' | 'with' | 'why' | 'saw'>> & { readonly kind: JourneyKind }

/**
 * The next entry of a card's journey. It names all heads, which closes what was open between them; a mere change of
 * order leaves a conflict open and follows only the entry that placed the card.
 */
export function nextStep(journey: CardJourney | undefined, step: Step, context: CommandContext): Change {
  const leaveOpen = step.kind === 'reordered' && journey?.conflict != null
  const parents = leaveOpen ? [journey.last.id] : (journey?.heads ?? [])
  return append(journeyLog, context.id(), { parents, ...step, by: context.person, ...context.stamp() })
}
