// What can be done with a row of any of the board's lists: bringing it back, and giving it another place.
import { defineCommand, ok, refused, set } from '../../kernel'
import type { Change, Result } from '../../kernel'
import { listedRows } from '../put-away'
import type { ListName } from '../put-away'
import type { BoardSnapshot } from '../snapshot'
import { rankBehind } from './ranking'
import type { KindGone } from './refusals'

/** The lists that the team puts in order and that have no rule about it; reasons keep safety first, see `moveReason`. */
const ORDERED = ['types', 'fields', 'templates', 'stations', 'views'] as const
export type OrderedList = (typeof ORDERED)[number]

/** Puts a row behind another one of its list, or first. */
export const moveListed = defineCommand(
  'board.moveListed',
  (
    board: BoardSnapshot,
    args: { readonly list: OrderedList; readonly id: string; readonly after: string | null },
    context,
  ): Result<Change[], KindGone> => {
    const rows = ORDERED.includes(args.list) ? board[args.list] : []
    const isThere = (id: string) => rows.some((row) => row.id === id)
    if (!isThere(args.id) || (args.after !== null && !isThere(args.after)))
      return refused({ reason: 'kind-gone' })
    const rank = rankBehind(rows, args.id, args.after, context.random)
    return ok(rank === null ? [] : [set(listedRows[args.list], args.id, 'rank', rank)])
  },
)

/** Brings back a row that was taken off its list, as it was: whatever names it means it again. */
export const restoreListed = defineCommand(
  'board.restoreListed',
  (
    board: BoardSnapshot,
    args: { readonly list: ListName; readonly id: string },
  ): Result<Change[], KindGone> => {
    if (!Object.hasOwn(listedRows, args.list)) return refused({ reason: 'kind-gone' })
    const row = board.basis.tables[args.list].get(args.id)
    if (!row) return refused({ reason: 'kind-gone' })
    return ok(row.archived ? [set(listedRows[args.list], args.id, 'archived', false)] : [])
  },
)
