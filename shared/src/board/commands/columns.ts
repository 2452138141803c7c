// The board itself: setting it up, and its columns with their governed limits, roles and policies.
import { create, defineCommand, isRank, ok, rankBetween, refused, set } from '../../kernel'
import type { Change, CommandContext, Result } from '../../kernel'
import type { LimitScope } from '../governed'
import { WHOLE_BOARD } from '../limits'
import { roleBehind } from '../marks'
import { LIMIT_LIMIT, NAME_LIMIT, WORDS_LIMIT } from '../record-parts'
import { BOARD_ROW, boardRows, CLASSES, columnRows, FULL_POLICIES, reasonRows, ROLES } from '../records'
import type { ColumnRole, WhenFull } from '../records'
import type { BoardSnapshot } from '../snapshot'
import { openColumn } from './placing'
import type {
  AlreadySetUp,
  LimitNotYours,
  LimitRefused,
  NotThere,
  StructureGone,
  WordsRefused,
} from './refusals'
import { settle, settleIfOther } from './settings'
import { tidyLine, tidyOptional } from './words'

const onColumn = (id: string) => ({ kind: 'column', id }) as const
const isLimit = (limit: number | null): boolean =>
  limit === null || (Number.isInteger(limit) && limit >= 1 && limit <= LIMIT_LIMIT)

/** A board key from a name: its first letters, two at most, in capitals: an id must fit on a phone's button. */
export function keyFrom(name: string): string {
  const words = name.toUpperCase().match(/[\p{L}\p{N}]+/gu) ?? []
  const letters = words.length > 1 ? words.map((word) => [...word][0]).join('') : (words[0] ?? '')
  return [...letters].slice(0, 2).join('')
}

export interface CreateBoardArgs {
  /** Said before card ids; one to six letters or digits. */
  readonly key: string
  /** Names of the three columns: to choose from, doing, done. */
  readonly columns: readonly [string, string, string]
  /** Slots of the middle column. */
  readonly limit?: number
  /** Why work stops, safety first. */
  readonly reasons: readonly string[]
}

/** Slots of a new board's middle column, until the team knows better. */
const FIRST_LIMIT = 3

/** Sets an empty board up: three columns and one limit. */
export const createBoard = defineCommand(
  'board.createBoard',
  (
    board: BoardSnapshot,
    args: CreateBoardArgs,
    context,
  ): Result<Change[], AlreadySetUp | WordsRefused | LimitRefused> => {
    if (board.ready) return refused({ reason: 'already-set-up' })
    const limit = args.limit ?? FIRST_LIMIT
    if (!isLimit(limit)) return refused({ reason: 'not-a-limit', most: LIMIT_LIMIT })
    const { at } = context.stamp()
    const changes: Change[] = [
      create(boardRows, BOARD_ROW, { key: args.key.toUpperCase(), by: context.person, at }),
    ]
    const roles: readonly ColumnRole[] = ['backlog', 'active', 'done']
    let rank: string | null = null
    for (const [index, role] of roles.entries()) {
      const name = tidyLine(args.columns[index] ?? '', NAME_LIMIT)
      if (!name.ok) return name
      const id = context.id()
      rank = rankBetween(rank, null, context.random)
      changes.push(create(columnRows, id, { name: name.value, rank }))
      changes.push(settle(undefined, { scope: onColumn(id), what: 'role', value: role, why: '' }, context))
      if (role === 'active')
        changes.push(
          settle(undefined, { scope: onColumn(id), what: 'limit', value: limit, why: '' }, context),
        )
    }
    changes.push(...reasonsFrom(args.reasons, context))
    return ok(changes)
  },
)

/** Rows for a first list of reasons, the first of which is safety. */
export function reasonsFrom(names: readonly string[], context: CommandContext): Change[] {
  let rank: string | null = null
  return names.map((name, index) => {
    rank = rankBetween(rank, null, context.random)
    return create(reasonRows, context.id(), { name: name.slice(0, NAME_LIMIT), rank, safety: index === 0 })
  })
}

export interface AddColumnArgs {
  readonly column?: string
  readonly name: string
  /** The column to its left; at the end where it is left out, at the start where it is null. */
  readonly after?: string | null
  /** Where it is left out: of the phase it comes to stand in. */
  readonly role?: ColumnRole
}

function columnRankAfter(
  board: BoardSnapshot,
  after: string | null | undefined,
  context: CommandContext,
  moving?: string,
): string {
  const others = board.basis.frame.ordered.filter((row) => row.id !== moving && isRank(row.rank))
  const found = others.findIndex((row) => row.id === after)
  const index = after === null ? 0 : found < 0 ? others.length : found + 1
  return rankBetween(others[index - 1]?.rank ?? null, others[index]?.rank ?? null, context.random)
}

export const addColumn = defineCommand(
  'board.addColumn',
  (board: BoardSnapshot, args: AddColumnArgs, context): Result<Change[], WordsRefused> => {
    const name = tidyLine(args.name, NAME_LIMIT)
    if (!name.ok) return name
    const id = args.column ?? context.id()
    const rank = columnRankAfter(board, args.after, context)
    const index = board.columns.findIndex((one) => one.id === args.after)
    const before =
      args.after === null ? undefined : board.columns[index < 0 ? board.columns.length - 1 : index]
    const value = args.role ?? roleBehind(before)
    return ok([
      create(columnRows, id, { name: name.value, rank }),
      settle(board, { scope: onColumn(id), what: 'role', value, why: '' }, context),
    ])
  },
)

export const renameColumn = defineCommand(
  'board.renameColumn',
  (
    board: BoardSnapshot,
    args: { readonly column: string; readonly name: string },
  ): Result<Change[], NotThere | WordsRefused> => {
    if (!board.columnsById.has(args.column)) return refused({ reason: 'column-gone' })
    const name = tidyLine(args.name, NAME_LIMIT)
    return name.ok ? ok([set(columnRows, args.column, 'name', name.value)]) : name
  },
)

/** Puts a column behind another one, or first. */
export const moveColumn = defineCommand(
  'board.moveColumn',
  (
    board: BoardSnapshot,
    args: { readonly column: string; readonly after: string | null },
    context,
  ): Result<Change[], NotThere> => {
    const column = openColumn(board, args.column)
    if (!column.ok) return column
    const index = board.columns.indexOf(column.value)
    if ((board.columns[index - 1]?.id ?? null) === args.after || args.after === args.column) return ok([])
    return ok([
      set(columnRows, args.column, 'rank', columnRankAfter(board, args.after, context, args.column)),
    ])
  },
)

/** Splits a column into doing and done, or joins the halves. Cards keep their half in their journey. */
export const splitColumn = defineCommand(
  'board.splitColumn',
  (
    board: BoardSnapshot,
    args: { readonly column: string; readonly split: boolean },
  ): Result<Change[], NotThere> => {
    const column = openColumn(board, args.column)
    return column.ok ? ok([set(columnRows, args.column, 'split', args.split)]) : column
  },
)

/** Brings a column back that was taken off the board, to where it stood. */
export const restoreColumn = defineCommand(
  'board.restoreColumn',
  (board: BoardSnapshot, args: { readonly column: string }): Result<Change[], NotThere> =>
    board.columnsById.has(args.column)
      ? ok([set(columnRows, args.column, 'archived', false)])
      : refused({ reason: 'column-gone' }),
)

export const setPolicy = defineCommand(
  'board.setPolicy',
  (
    board: BoardSnapshot,
    args: { readonly column: string; readonly policy: string; readonly why?: string },
    context,
  ): Result<Change[], NotThere | WordsRefused> => {
    const column = openColumn(board, args.column)
    if (!column.ok) return column
    const policy = tidyOptional(args.policy, WORDS_LIMIT)
    if (!policy.ok) return policy
    const why = tidyOptional(args.why, WORDS_LIMIT)
    if (!why.ok) return why
    const value = policy.value === '' ? null : policy.value
    return ok(
      settleIfOther(board, { scope: onColumn(args.column), what: 'policy', value, why: why.value }, context),
    )
  },
)

/** A column by its id, or a limit of any scope. */
export type LimitOf = { readonly column: string } | { readonly scope: LimitScope }
type LimitOfRefused = NotThere | LimitNotYours | StructureGone
export type SetLimitArgs = LimitOf & {
  /** Cards that fit; of a column in both halves together. Null takes the limit away. */
  readonly limit: number | null
  readonly why?: string
}

/** The scope of a limit that this person may set now. */
function settableScope(
  board: BoardSnapshot,
  args: LimitOf,
  context: CommandContext,
): Result<LimitScope, LimitOfRefused> {
  const scope: LimitScope = 'scope' in args ? args.scope : onColumn(args.column)
  const { kind, id } = scope
  if (kind === 'column') {
    const column = openColumn(board, id)
    return column.ok ? ok(onColumn(id)) : column
  }
  if (kind === 'person' && id !== context.person) return refused({ reason: 'limit-not-yours' })
  if (kind === 'lane' && !board.basis.frame.laneIds.has(id)) return refused({ reason: 'lane-gone' })
  if (kind === 'group' && !board.groups.has(id)) return refused({ reason: 'group-gone' })
  if (kind === 'class' && !(CLASSES as readonly string[]).includes(id))
    return refused({ reason: 'class-gone' })
  return ok(kind === 'board' ? { kind, id: WHOLE_BOARD } : { kind, id })
}

/** Sets a limit. Also the way to raise one that a merge broke. */
export const setLimit = defineCommand(
  'board.setLimit',
  (
    board: BoardSnapshot,
    args: SetLimitArgs,
    context,
  ): Result<Change[], LimitOfRefused | LimitRefused | WordsRefused> => {
    const scope = settableScope(board, args, context)
    if (!scope.ok) return scope
    if (!isLimit(args.limit)) return refused({ reason: 'not-a-limit', most: LIMIT_LIMIT })
    const why = tidyOptional(args.why, WORDS_LIMIT)
    if (!why.ok) return why
    const change = { scope: scope.value, what: 'limit', value: args.limit, why: why.value } as const
    return ok(settleIfOther(board, change, context))
  },
)

export const setRole = defineCommand(
  'board.setRole',
  (
    board: BoardSnapshot,
    args: { readonly column: string; readonly role: ColumnRole; readonly why?: string },
    context,
  ): Result<Change[], NotThere | WordsRefused> => {
    const column = openColumn(board, args.column)
    if (!column.ok) return column
    if (!ROLES.includes(args.role)) return ok([])
    const why = tidyOptional(args.why, WORDS_LIMIT)
    if (!why.ok) return why
    const scope = onColumn(args.column)
    return ok(settleIfOther(board, { scope, what: 'role', value: args.role, why: why.value }, context))
  },
)

/** Agrees what happens at a full column. */
export const setWhenFull = defineCommand(
  'board.setWhenFull',
  (
    board: BoardSnapshot,
    args: { readonly whenFull: WhenFull; readonly why?: string },
    context,
  ): Result<Change[], WordsRefused> => {
    const why = tidyOptional(args.why, WORDS_LIMIT)
    if (!why.ok) return why
    if (!FULL_POLICIES.includes(args.whenFull)) return ok([])
    const scope = { kind: 'board', id: BOARD_ROW } as const
    return ok(
      settleIfOther(board, { scope, what: 'when-full', value: args.whenFull, why: why.value }, context),
    )
  },
)
