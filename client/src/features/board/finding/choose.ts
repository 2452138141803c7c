// Choosing cards to act on together, one by one or as a range.
import { spokenId } from '@yokoten/shared/board'
import type { BoardSnapshot } from '@yokoten/shared/board'
import { text } from '../../../text'
import { announce } from '../announcer'
import { cardsBetween } from '../focus'
import { useBoardUi } from '../ui-store'

/** Chooses a card, or no longer; with `isRange` all from the one chosen last. Says how many there are. */
export function toggleChosen(board: BoardSnapshot, card: string, isRange = false): void {
  const { chosen, chosenFrom, choose } = useBoardUi.getState()
  const isOn = isRange || !chosen.has(card)
  const range = isRange && chosenFrom !== undefined ? cardsBetween(chosenFrom, card) : [card]
  // The range grows from where it began: the card pressed last is named last.
  choose([...range.filter((one) => one !== card), card], isOn)
  const count = useBoardUi.getState().chosen.size
  const values = { card: spokenId(board, card), count }
  announce(text(isOn ? 'board.bulk.chosen' : 'board.bulk.unchosen', values))
}

/** Chooses all cards of the list in which a card stands, also those that are not drawn. */
export function chooseAllBeside(board: BoardSnapshot, card: string): void {
  const column = board.columnsById.get(board.journeys.get(card)?.column ?? '')
  if (!column) return
  const cards = column.doing.includes(card) ? column.doing : column.done
  useBoardUi.getState().choose(cards, true)
  announce(text('board.bulk.count', { count: useBoardUi.getState().chosen.size }))
}
