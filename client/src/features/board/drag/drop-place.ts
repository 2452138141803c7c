// Where a carried card would be let go in a list of which only the cards in sight are drawn.
import { laneIn, placeOf } from '@yokoten/shared/board'
import type { BoardSnapshot } from '@yokoten/shared/board'
import type { DropPlace } from '../ui-store'

/** Reads the drawn cards once; the first whose middle lies below the pointer is the one it would lie above. */
export function dropPlace(
  list: HTMLElement,
  column: string,
  half: DropPlace['half'],
  carried: { readonly card: string; readonly y: number },
  lane?: string,
): DropPlace {
  const place = { column, half, ...(lane === undefined ? {} : { lane }) }
  for (const item of list.querySelectorAll<HTMLElement>('[data-card]')) {
    const card = item.dataset.card as string
    if (card === carried.card) continue
    const box = item.getBoundingClientRect()
    if (carried.y < box.top + box.height / 2) return { ...place, before: card }
  }
  return { ...place, before: null }
}

/** Whether a card let go there would lie where it lies already: then nothing is written. */
export function isWhereItWas(board: BoardSnapshot, card: string, place: DropPlace): boolean {
  const from = placeOf(board, card)
  if (from?.column.id !== place.column || from.half !== place.half) return false
  const lane = laneIn(board.basis.frame, board.journeys.get(card))
  if (place.lane !== undefined && place.lane !== lane) return false
  const { cells } = from.column
  const list = (cells && lane !== null ? (cells.get(lane) ?? from.column) : from.column)[from.half]
  return (list[list.indexOf(card) + 1] ?? null) === place.before
}
