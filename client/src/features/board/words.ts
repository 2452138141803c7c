// Sentences about the board: why an act was refused, what was undone, how long something took.
import { spokenId } from '@yokoten/shared/board'
import type { BoardSnapshot } from '@yokoten/shared/board'
import type { UndoOutcome } from '../../session/api'
import { text } from '../../text'
import type { AnyRefused } from './acts'

const HOUR_MS = 3_600_000

/** The furthest time that a Date can hold, in ms: a device may have written anything. */
const MOST_MS = 8.64e15

export const dateOf = (at: number): Date => new Date(Math.min(Math.max(at, -MOST_MS), MOST_MS))

/** "1 d 4 h", "3 h", "12 min": at most two units, rounded down. */
export function forHowLong(ms: number): string {
  const minutes = Math.max(0, Math.floor(ms / 60_000))
  const hours = Math.floor(ms / HOUR_MS)
  if (hours < 1) return text('board.time.minutes', { count: minutes })
  const days = Math.floor(hours / 24)
  if (days < 1) return text('board.time.hours', { count: hours })
  return hours % 24 === 0
    ? text('board.time.days', { count: days })
    : text('board.time.daysAndHours', { days, hours: hours % 24 })
}

/** Why an act was refused, as one sentence. */
export function refusalWords(refused: AnyRefused, board: BoardSnapshot): string {
  switch (refused.reason) {
    case 'column-full':
    case 'why-needed':
      return text('board.refused.column-full', {
        column: board.columnsById.get(refused.column)?.name ?? '',
        limit: refused.limit,
      })
    case 'card-archived':
      return text('board.refused.card-archived', { card: spokenId(board, refused.card) })
    case 'words-too-long':
      return text('board.refused.words-too-long', { limit: refused.limit })
    case 'not-a-limit':
      return text('board.refused.not-a-limit', { most: refused.most })
    case 'column-in-use':
      return text('board.refused.column-in-use', { count: refused.cards })
    default:
      return text(`board.refused.${refused.reason}`)
  }
}

/** What came of an undo or redo, as one sentence. */
export function undoneWords(direction: 'undo' | 'redo', outcome: UndoOutcome): string {
  if (outcome.done) return text(direction === 'undo' ? 'board.undone' : 'board.redone')
  return text(`board.notUndone.${outcome.reason}`)
}
