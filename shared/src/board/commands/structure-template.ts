// A board laid out as it is told: columns, groups, lanes and their limits. Its words are the caller's.
import { create, defineCommand, ok, rankBetween, refused } from '../../kernel'
import type { Change, CommandContext, Result } from '../../kernel'
import type { LimitScope, SettingKind } from '../governed'
import { WHOLE_BOARD } from '../limits'
import { LIMIT_LIMIT, NAME_LIMIT, WORDS_LIMIT } from '../record-parts'
import { BOARD_ROW, boardRows, columnRows } from '../records'
import type { ColumnRole } from '../records'
import { groupRows, laneRows } from '../records-structure'
import type { BoardSnapshot } from '../snapshot'
import { reasonsFrom } from './columns'
import type { AlreadySetUp } from './refusals'
import { settle } from './settings'

export interface Layout {
  readonly columns: readonly {
    readonly name: string
    readonly role: ColumnRole
    readonly policy?: string
    readonly limit?: number
    readonly split?: boolean
    /** Index of its group. */
    readonly group?: number
  }[]
  readonly groups?: readonly { readonly name: string; readonly limit?: number }[]
  /** The last one takes in cards without a lane. */
  readonly lanes?: readonly { readonly name: string; readonly limit?: number }[]
  /** Cards in work on the whole board. */
  readonly limit?: number
}

/** The changes that lay a board out, and the ids of its columns in order. */
export function layOut(
  layout: Layout,
  context: CommandContext,
): { readonly columns: readonly string[]; readonly changes: readonly Change[] } {
  const changes: Change[] = []
  const agree = (scope: LimitScope, what: SettingKind, value: string | number | undefined) => {
    if (value === undefined) return
    const fitting = typeof value === 'number' ? Math.min(value, LIMIT_LIMIT) : value.slice(0, WORDS_LIMIT)
    changes.push(settle(undefined, { scope, what, value: fitting, why: '' }, context))
  }
  const groups = (layout.groups ?? []).map(({ name, limit }) => {
    const id = context.id()
    changes.push(create(groupRows, id, { name: name.slice(0, NAME_LIMIT) }))
    agree({ kind: 'group', id }, 'limit', limit)
    return id
  })
  let rank: string | null = null
  const columns = layout.columns.map(({ name, role, policy, limit, split = false, group }) => {
    const id = context.id()
    rank = rankBetween(rank, null, context.random)
    const within = group === undefined ? undefined : groups[group]
    changes.push(
      create(columnRows, id, {
        name: name.slice(0, NAME_LIMIT),
        rank,
        split,
        ...(within === undefined ? {} : { group: within }),
      }),
    )
    agree({ kind: 'column', id }, 'role', role)
    agree({ kind: 'column', id }, 'policy', policy)
    agree({ kind: 'column', id }, 'limit', limit)
    return id
  })
  const lanes = layout.lanes ?? []
  let laneRank: string | null = null
  for (const [index, { name, limit }] of lanes.entries()) {
    const id = context.id()
    laneRank = rankBetween(laneRank, null, context.random)
    const rest = index === lanes.length - 1
    changes.push(create(laneRows, id, { name: name.slice(0, NAME_LIMIT), rank: laneRank, rest }))
    agree({ kind: 'lane', id }, 'limit', limit)
  }
  agree({ kind: 'board', id: WHOLE_BOARD }, 'limit', layout.limit)
  return { columns, changes }
}

export interface TemplateArgs extends Layout {
  /** Said before card ids; one to six letters or digits. */
  readonly key: string
  /** Why work stops, safety first. */
  readonly reasons: readonly string[]
}

/** Sets an empty board up as a template says. */
export const createFromTemplate = defineCommand(
  'board.createFromTemplate',
  (board: BoardSnapshot, args: TemplateArgs, context): Result<Change[], AlreadySetUp> => {
    if (board.ready) return refused({ reason: 'already-set-up' })
    const { at } = context.stamp()
    return ok([
      create(boardRows, BOARD_ROW, { key: args.key.toUpperCase(), by: context.person, at }),
      ...layOut(args, context).changes,
      ...reasonsFrom(args.reasons, context),
    ])
  },
)
