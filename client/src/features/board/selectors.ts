// Readings of the board's snapshot that several parts share.
import { spokenId } from '@yokoten/shared/board'
import type { BoardSnapshot, Column } from '@yokoten/shared/board'

/** The column that a card leaves to come into this one: the one before it in the flow. */
export function upstreamOf(board: BoardSnapshot, column: string): Column | undefined {
  const index = board.columns.findIndex((one) => one.id === column)
  return index > 0 ? board.columns[index - 1] : undefined
}

/** What could be pulled into a column right now, two at most, in the order it stands: nothing blocked, nothing disputed. */
export function pullableInto(
  board: BoardSnapshot,
  column: string,
): readonly { readonly card: string; readonly spoken: string }[] {
  const upstream = upstreamOf(board, column)
  if (!upstream) return []
  const waiting = upstream.split ? upstream.done : upstream.doing
  const offered: { card: string; spoken: string }[] = []
  for (const card of waiting) {
    if (board.openBlockers.byCard.has(card) || board.journeys.get(card)?.conflict) continue
    offered.push({ card, spoken: spokenId(board, card) })
    if (offered.length === 2) break
  }
  return offered
}
