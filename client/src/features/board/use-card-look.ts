// A card's look as React state: new only when something the card shows differs.
import type { BoardSnapshot } from '@yokoten/shared/board'
import { useCallback } from 'react'
import { useNow, useReadable, useSnapshot } from '../../react'
import { useBoard } from './board-context'
import { cardLook, sameLook } from './card-look'
import type { CardLook } from './card-look'

export function useCardLook(card: string): CardLook | undefined {
  const { handle, people, me, calendar, ageing: boardAgeing } = useBoard()
  const ageing = useReadable(boardAgeing)
  const now = useNow()
  const select = useCallback(
    (board: BoardSnapshot) => cardLook(board, card, { people, me, ageing, calendar, now }),
    [card, people, me, ageing, calendar, now],
  )
  return useSnapshot(handle, select, sameLook)
}
