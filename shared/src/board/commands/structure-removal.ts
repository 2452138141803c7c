// Taking a column off the board with what is in it or comes into it: that goes to another column in the same act.
import { compareRanked, defineCommand, ok, rankBetween, refused, set } from '../../kernel'
import type { Change, CommandContext, Result } from '../../kernel'
import type { Column } from '../columns'
import { limitsAt, scopeKey } from '../limits'
import type { ScopeLimit } from '../limits'
import { WORDS_LIMIT } from '../record-parts'
import { columnRows } from '../records'
import { recurringRows } from '../records-cards'
import type { RecurringRow } from '../records-cards'
import type { BoardSnapshot } from '../snapshot'
import { nextStep, openColumn, rankAt } from './placing'
import type { ColumnFull, ColumnInUse, LastColumn, NotThere, WhyNeeded, WordsRefused } from './refusals'
import { tidyOptional } from './words'

/** The limit that has too few free slots for all of these cards together, or undefined where they fit. */
function tooSmallFor(board: BoardSnapshot, cards: readonly string[], into: Column): ScopeLimit | undefined {
  const coming = new Map<string, number>()
  for (const card of cards)
    for (const limit of limitsAt(board, card, { column: into.id })) {
      const key = scopeKey(limit.scope)
      const count = (coming.get(key) ?? 0) + 1
      coming.set(key, count)
      if (count > limit.free) return limit
    }
  return undefined
}

function movedTo(
  board: BoardSnapshot,
  cards: readonly string[],
  into: Column,
  why: string,
  context: CommandContext,
): Change[] {
  let rank: string | undefined
  return cards.flatMap((card) => {
    const journey = board.journeys.get(card)
    rank =
      rank === undefined
        ? rankAt(board, into, 'doing', 'bottom', card, context)
        : rankBetween(rank, null, context.random)
    const lane = journey?.lane
    const to = { column: into.id, half: 'doing' as const, rank, ...(lane == null ? {} : { lane }) }
    return [nextStep(journey, { card, kind: 'moved', to, ...(why === '' ? {} : { why }) }, context)]
  })
}

/** What comes again into a column comes into another from now on. */
const recurringTo = (board: BoardSnapshot, column: string, into: Column): Change[] =>
  board.recurring
    .filter((one) => one.column === column)
    .map((one) => set(recurringRows, one.id, 'column', into.id))

/** All that stands in a column or comes again into it goes to another; nothing where that has too few free slots. */
function emptied(
  board: BoardSnapshot,
  column: Column,
  to: { readonly into: Column; readonly why: string | undefined },
  context: CommandContext,
): Result<Change[], ColumnFull | WhyNeeded | WordsRefused> {
  const { into } = to
  const cards = [...column.done, ...column.doing]
  const why = tidyOptional(to.why, WORDS_LIMIT)
  if (!why.ok) return why
  const full = tooSmallFor(board, cards, into)
  if (full && (board.whenFull === 'forbidden' || why.value === '')) {
    const { scope, limit, used } = full
    const reason = board.whenFull === 'forbidden' ? 'column-full' : 'why-needed'
    return refused({ reason, column: into.id, scope, limit, used })
  }
  const moves = movedTo(board, cards, into, full ? why.value : '', context)
  return ok([...moves, ...recurringTo(board, column.id, into)])
}

export interface RemoveColumnArgs {
  readonly column: string
  /** Where the cards in it go; needed where there are any. */
  readonly moveTo?: string
  /** Why they go where there are not enough free slots for all of them. */
  readonly why?: string
}

/** Takes a column off the board. It can be brought back from the archive. */
export const removeColumn = defineCommand(
  'board.removeColumn',
  (
    board: BoardSnapshot,
    args: RemoveColumnArgs,
    context,
  ): Result<Change[], NotThere | ColumnInUse | LastColumn | ColumnFull | WhyNeeded | WordsRefused> => {
    const column = openColumn(board, args.column)
    if (!column.ok) return column
    if (board.columns.length === 1) return refused({ reason: 'last-column' })
    const away = set(columnRows, args.column, 'archived', true)
    const { used } = column.value
    if (args.moveTo === undefined)
      return used === 0 ? ok([away]) : refused({ reason: 'column-in-use', cards: used })
    const into = openColumn(board, args.moveTo)
    if (!into.ok || into.value.id === args.column) return refused({ reason: 'column-gone' })
    const moved = emptied(board, column.value, { into: into.value, why: args.why }, context)
    return moved.ok ? ok([...moved.value, away]) : moved
  },
)

export interface LeaveRemovedArgs {
  /** A column that was taken off the board. */
  readonly column: string
  readonly to: string
  /** Why it goes where there are not enough free slots for all of it. */
  readonly why?: string
}

/** Takes what was put into a column while others removed it, and what still comes again into it, to another column. */
export const leaveRemovedColumn = defineCommand(
  'board.leaveRemovedColumn',
  (
    board: BoardSnapshot,
    args: LeaveRemovedArgs,
    context,
  ): Result<Change[], NotThere | ColumnFull | WhyNeeded | WordsRefused> => {
    const column = board.columnsById.get(args.column)
    if (!column?.archived) return refused({ reason: 'column-gone' })
    const into = openColumn(board, args.to)
    return into.ok ? emptied(board, column, { into: into.value, why: args.why }, context) : into
  },
)

/** A removed column that is still in use: cards stand in it that nobody sees, or something comes again into it. */
export interface StrayColumn {
  readonly column: Column
  /** What comes again into it. */
  readonly recurring: readonly RecurringRow[]
  /** The column before its place, or else the first: where all of it would go. */
  readonly into: Column | undefined
}

export function strayColumns(board: BoardSnapshot): readonly StrayColumn[] {
  return board.archivedColumns
    .map((column) => ({
      column,
      recurring: board.recurring.filter((one) => one.column === column.id),
      into: board.columns.findLast((one) => compareRanked(one, column) < 0) ?? board.columns[0],
    }))
    .filter(({ column, recurring }) => column.used > 0 || recurring.length > 0)
}
