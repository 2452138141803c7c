// The marks of start and finish, set in one act.
import { defineCommand, ok, refused } from '../../kernel'
import type { Change, Result } from '../../kernel'
import { rolesWithMark } from '../marks'
import type { Mark } from '../marks'
import { WORDS_LIMIT } from '../record-parts'
import type { BoardSnapshot } from '../snapshot'
import { openColumn } from './placing'
import type { MarksCrossed, NotThere, WordsRefused } from './refusals'
import { settleIfOther } from './settings'
import { tidyOptional } from './words'

/**
 * Puts a mark on a column and gives the columns before, between and behind the marks their roles. The roles are dated:
 * what was counted by earlier marks stays as it was.
 */
export const setMark = defineCommand(
  'board.setMark',
  (
    board: BoardSnapshot,
    args: { readonly mark: Mark; readonly column: string; readonly why?: string },
    context,
  ): Result<Change[], NotThere | MarksCrossed | WordsRefused> => {
    const column = openColumn(board, args.column)
    if (!column.ok) return column
    const why = tidyOptional(args.why, WORDS_LIMIT)
    if (!why.ok) return why
    const roles = rolesWithMark(board.columns, args.mark, args.column)
    if (!roles) return refused({ reason: 'marks-crossed' })
    return ok(
      board.columns.flatMap(({ id }, index) =>
        settleIfOther(
          board,
          { scope: { kind: 'column', id }, what: 'role', value: roles[index] ?? null, why: why.value },
          context,
        ),
      ),
    )
  },
)
