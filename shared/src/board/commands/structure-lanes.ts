// Lanes: adding, renaming, ordering and putting them away. A card's lane is part of its journey, so none is ever lost.
import { create, defineCommand, ok, rankBetween, refused, set } from '../../kernel'
import type { Change, Result } from '../../kernel'
import { NAME_LIMIT } from '../record-parts'
import { laneRows } from '../records-structure'
import type { BoardSnapshot } from '../snapshot'
import { rename } from './named-rows'
import { rankAtEnd, rankBehind } from './ranking'
import type { StructureGone, WordsRefused } from './refusals'
import { tidyLine } from './words'

export interface AddLaneArgs {
  readonly lane?: string
  readonly name: string
  /** On a board without lanes: the name of the second one, below, which takes the cards that are there. */
  readonly rest: string
}

/** Adds a lane below the others. The first one comes with a second for everything else: cards do not change places. */
export const addLane = defineCommand(
  'board.addLane',
  (board: BoardSnapshot, args: AddLaneArgs, context): Result<Change[], WordsRefused> => {
    const name = tidyLine(args.name, NAME_LIMIT)
    if (!name.ok) return name
    const rank = rankAtEnd(board.lanes, context.random)
    const lane = create(laneRows, args.lane ?? context.id(), { name: name.value, rank })
    if (board.lanes.length > 0) return ok([lane])
    const rest = tidyLine(args.rest, NAME_LIMIT)
    if (!rest.ok) return rest
    const below = rankBetween(rank, null, context.random)
    return ok([lane, create(laneRows, context.id(), { name: rest.value, rank: below, rest: true })])
  },
)

const gone = (board: BoardSnapshot, lane: string): boolean => !board.basis.frame.laneIds.has(lane)

export const renameLane = defineCommand(
  'board.renameLane',
  (
    board: BoardSnapshot,
    args: { readonly lane: string; readonly name: string },
  ): Result<Change[], StructureGone | WordsRefused> =>
    gone(board, args.lane) ? refused({ reason: 'lane-gone' }) : rename(laneRows, args.lane, args.name),
)

/** Puts a lane below another one, or first. */
export const moveLane = defineCommand(
  'board.moveLane',
  (
    board: BoardSnapshot,
    args: { readonly lane: string; readonly after: string | null },
    context,
  ): Result<Change[], StructureGone> => {
    if (gone(board, args.lane)) return refused({ reason: 'lane-gone' })
    const rank = rankBehind(board.lanes, args.lane, args.after, context.random)
    return ok(rank === null ? [] : [set(laneRows, args.lane, 'rank', rank)])
  },
)

/** Puts a lane away. Its cards are shown in the lane of the rest, and in it again when it comes back. */
export const archiveLane = defineCommand(
  'board.archiveLane',
  (board: BoardSnapshot, args: { readonly lane: string }): Result<Change[], StructureGone> =>
    gone(board, args.lane)
      ? refused({ reason: 'lane-gone' })
      : ok([set(laneRows, args.lane, 'archived', true)]),
)
