// Sentences about the board: why an act was refused, what was undone, when something was and how long it took.
import { spokenId } from '@yokoten/shared/board'
import type { BlockerRow, BoardRefused, BoardSnapshot } from '@yokoten/shared/board'
import type { NotFree } from '@yokoten/shared/kernel'
import type { UndoOutcome, Unwritable } from '../../session/api'
import { isTextId, text } from '../../text'

export { forHowLong } from '../../design/for-how-long'

export type AnyRefused = BoardRefused | Unwritable | NotFree

/** The furthest time that a Date can hold, in ms: a device may have written anything. */
const MOST_MS = 8.64e15

const dateOf = (at: number): Date => new Date(Math.min(Math.max(at, -MOST_MS), MOST_MS))

// Made once: making one costs more than all the dates of a board.
const dayFormat = new Intl.DateTimeFormat(undefined, {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  timeZone: 'UTC',
})
const momentFormat = new Intl.DateTimeFormat(undefined, {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
})
const timeFormat = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' })

/** "Fri, 27 Nov" for `YYYY-MM-DD`. */
export const dayWords = (day: string): string => dayFormat.format(new Date(`${day}T00:00:00Z`))

/** Day and time of a moment (ms since 1970), and the same for machines. */
export const momentWords = (at: number): { readonly words: string; readonly iso: string } => ({
  words: momentFormat.format(dateOf(at)),
  iso: dateOf(at).toISOString(),
})

/** "08:12" */
export const timeWords = (at: number): string => timeFormat.format(dateOf(at))

/** Why an act was refused, as one sentence. */
export function refusalWords(refused: AnyRefused, board: BoardSnapshot): string {
  switch (refused.reason) {
    case 'column-full':
    case 'why-needed':
      return refused.scope.kind === 'column'
        ? text('board.refused.column-full', {
            column: board.columnsById.get(refused.column)?.name ?? '',
            limit: refused.limit,
          })
        : text(`board.refused.full.${refused.scope.kind}`, { limit: refused.limit })
    case 'card-archived':
      return text('board.refused.card-archived', { card: spokenId(board, refused.card) })
    case 'link-circle':
      return text('board.refused.link-circle', { card: spokenId(board, refused.card) })
    case 'words-too-long':
      return text('board.refused.words-too-long', { limit: refused.limit })
    case 'not-a-limit':
      return text('board.refused.not-a-limit', { most: refused.most })
    case 'too-many-files':
      return text('board.refused.too-many-files', { limit: refused.limit })
    case 'column-in-use':
      return text('board.refused.column-in-use', { count: refused.cards })
    default:
      return text(`board.refused.${refused.reason}`)
  }
}

/** Why it stops: what was said, or else the reason's name; empty where neither is known. */
export const reasonWords = (board: BoardSnapshot, blocker: Pick<BlockerRow, 'words' | 'reason'>): string =>
  blocker.words || (board.reasons.find((one) => one.id === blocker.reason)?.name ?? '')

/** Words with a card's id in them for where lines are short: not broken at a hyphen. */
export const unbroken = (words: string): string => words.replaceAll('-', '-\u2060')

/** "PL-68 · Film one changeover" */
export const cardNamed = (board: BoardSnapshot, card: string): string =>
  `${spokenId(board, card)} · ${board.cards.get(card)?.title ?? ''}`

/** What a command does, in a few words; undefined for one of another version that this one has no words for. */
export function actWords(command: string): string | undefined {
  const id = command.replace(/^board\./u, 'board.act.')
  return isTextId(id) ? text(id) : undefined
}

/** What is said of an undo or redo; what is not free opens the way to a proposal, which says why. */
export type SaidOutcome = Exclude<UndoOutcome, { readonly reason: 'not-free' }>

/** What came of an undo or redo, as one sentence. */
export function undoneWords(direction: 'undo' | 'redo', outcome: SaidOutcome): string {
  if (!outcome.done) return text(`board.notUndone.${outcome.reason}`)
  const act = actWords(outcome.command)
  if (act === undefined) return text(direction === 'undo' ? 'board.undone' : 'board.redone')
  return text(direction === 'undo' ? 'board.undoneAct' : 'board.redoneAct', { act })
}
