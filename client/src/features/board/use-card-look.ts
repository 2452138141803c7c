// A card's look as React state: new only when something the card shows differs.
import { createAgeing, createCalendar } from '@yokoten/shared/board'
import type { Ageing, BoardSnapshot, Calendar } from '@yokoten/shared/board'
import { useCallback } from 'react'
import { useSnapshot } from '../../react'
import { useBoard } from './board-context'
import { cardLook, sameLook } from './card-look'
import type { CardLook } from './parts/card-face'
import { useNow } from './use-now'

const calendars = new Map<string, Calendar>()
const ageings = new Map<string, (board: BoardSnapshot) => Ageing>()

export function calendarOf(timeZone: string): Calendar {
  const known = calendars.get(timeZone) ?? createCalendar(timeZone)
  calendars.set(timeZone, known)
  return known
}

/** The board's ageing bands; recomputed by itself only when a card was finished. */
export function ageingOf(document: string, timeZone: string, board: BoardSnapshot): Ageing {
  const key = `${document} ${timeZone}`
  const known = ageings.get(key) ?? createAgeing(calendarOf(timeZone))
  ageings.set(key, known)
  return known(board)
}

export function useCardLook(card: string): CardLook | undefined {
  const { handle, people, timeZone } = useBoard()
  const now = useNow()
  const select = useCallback(
    (board: BoardSnapshot) =>
      cardLook(board, card, {
        people,
        ageing: ageingOf(handle.id, timeZone, board),
        calendar: calendarOf(timeZone),
        now,
      }),
    [card, people, timeZone, now, handle.id],
  )
  return useSnapshot(handle, select, sameLook)
}
