// Taking a column off the board with the cards in it: they go to another column in the same act, journeys and all.
import { defineCommand, ok, rankBetween, refused, set } from '../../kernel'
import type { Change, CommandContext, Result } from '../../kernel'
import type { Column } from '../columns'
import { limitsAt, scopeKey } from '../limits'
import type { ScopeLimit } from '../limits'
import { WORDS_LIMIT } from '../record-parts'
import { columnRows } from '../records'
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
    const cards = [...column.value.done, ...column.value.doing]
    if (cards.length === 0) return ok([away])
    if (args.moveTo === undefined) return refused({ reason: 'column-in-use', cards: cards.length })
    const into = openColumn(board, args.moveTo)
    if (!into.ok || into.value.id === args.column) return refused({ reason: 'column-gone' })
    const why = tidyOptional(args.why, WORDS_LIMIT)
    if (!why.ok) return why
    const full = tooSmallFor(board, cards, into.value)
    if (full && (board.whenFull === 'forbidden' || why.value === '')) {
      const { scope, limit, used } = full
      const reason = board.whenFull === 'forbidden' ? 'column-full' : 'why-needed'
      return refused({ reason, column: into.value.id, scope, limit, used })
    }
    return ok([...movedTo(board, cards, into.value, full ? why.value : '', context), away])
  },
)
