// The order of one of the board's lists, as its rows need it to be put elsewhere.
import { moveListed } from '@yokoten/shared/board'
import type { OrderedList } from '@yokoten/shared/board'
import { useMemo } from 'react'
import { useBoard } from '../board-context'
import type { Order } from './list-acts'

export function useOrder(list: OrderedList, rows: readonly { readonly id: string }[]): Order {
  const { acts } = useBoard()
  return useMemo(
    () => ({
      ids: rows.map((row) => row.id),
      move: (id, after) => acts.run(moveListed, { list, id, after }),
    }),
    [acts, list, rows],
  )
}
