// Column groups: columns that share a heading and may share a limit.
import { create, defineCommand, ok, refused, set } from '../../kernel'
import type { Change, Result } from '../../kernel'
import { NAME_LIMIT } from '../record-parts'
import { columnRows } from '../records'
import { groupRows } from '../records-structure'
import type { BoardSnapshot } from '../snapshot'
import { openColumn } from './placing'
import { rename } from './named-rows'
import type { NotThere, StructureGone, WordsRefused } from './refusals'
import { tidyLine } from './words'

export interface PutInGroupArgs {
  readonly column: string
  /** A group that is there, a new one by its name, or null to stand alone. */
  readonly group: { readonly id: string } | { readonly name: string } | null
}

/** Puts a column into a group or takes it out. A group that no column is left in goes with its last one. */
export const putInGroup = defineCommand(
  'board.putInGroup',
  (
    board: BoardSnapshot,
    args: PutInGroupArgs,
    context,
  ): Result<Change[], NotThere | StructureGone | WordsRefused> => {
    const column = openColumn(board, args.column)
    if (!column.ok) return column
    const changes: Change[] = []
    let group: string | null = null
    if (args.group && 'name' in args.group) {
      const name = tidyLine(args.group.name, NAME_LIMIT)
      if (!name.ok) return name
      group = context.id()
      changes.push(create(groupRows, group, { name: name.value }))
    } else if (args.group) {
      group = args.group.id
      if (!board.groups.has(group)) return refused({ reason: 'group-gone' })
    }
    const was = column.value.group
    if (group === was) return ok([])
    changes.push(set(columnRows, args.column, 'group', group))
    const isLast = was !== null && board.columns.filter((one) => one.group === was).length === 1
    if (isLast) changes.push(set(groupRows, was, 'archived', true))
    return ok(changes)
  },
)

export const renameGroup = defineCommand(
  'board.renameGroup',
  (
    board: BoardSnapshot,
    args: { readonly group: string; readonly name: string },
  ): Result<Change[], StructureGone | WordsRefused> =>
    board.groups.has(args.group)
      ? rename(groupRows, args.group, args.name)
      : refused({ reason: 'group-gone' }),
)

/** Takes a heading off its columns. They stay where they are. */
export const dissolveGroup = defineCommand(
  'board.dissolveGroup',
  (board: BoardSnapshot, args: { readonly group: string }): Result<Change[], StructureGone> =>
    board.groups.has(args.group)
      ? ok([set(groupRows, args.group, 'archived', true)])
      : refused({ reason: 'group-gone' }),
)
