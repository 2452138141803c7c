// Deciding together about a limit that a merge broke: it is raised, or kept for once. The cards keep what was decided.
import { defineCommand, ok, refused } from '../../kernel'
import type { Change, CommandContext, Result } from '../../kernel'
import type { LimitScope } from '../governed'
import { LIMIT_LIMIT, WORDS_LIMIT } from '../record-parts'
import type { BrokenLimit } from '../broken-limits'
import type { BoardSnapshot } from '../snapshot'
import { nextStep } from './placing'
import type { LimitRefused, NoConflict, WordsRefused } from './refusals'
import { settle } from './settings'
import { tidyLine, tidyOptional } from './words'

export const brokenLimitAt = (
  board: Pick<BoardSnapshot, 'brokenLimits'>,
  scope: LimitScope,
): BrokenLimit | undefined =>
  board.brokenLimits.find((one) => one.scope.kind === scope.kind && one.scope.id === scope.id)

/** What each of the cards keeps. One that two people still have to agree about is left alone: a note ends nothing. */
const notes = (
  board: BoardSnapshot,
  broken: BrokenLimit,
  outcome: 'raised' | 'kept',
  why: string,
  context: CommandContext,
): Change[] =>
  broken.cards.flatMap((card) => {
    const journey = board.journeys.get(card)
    if (!journey || journey.conflict) return []
    const step = { card, kind: 'settled', to: journey.last.to, outcome } as const
    return [nextStep(journey, why === '' ? step : { ...step, why }, context)]
  })

/** Raises the limit to what stands under it by now. */
export const raiseBrokenLimit = defineCommand(
  'board.raiseBrokenLimit',
  (
    board: BoardSnapshot,
    args: { readonly scope: LimitScope; readonly why?: string },
    context,
  ): Result<Change[], NoConflict | WordsRefused | LimitRefused> => {
    const broken = brokenLimitAt(board, args.scope)
    if (!broken) return refused({ reason: 'no-conflict' })
    if (broken.used > LIMIT_LIMIT) return refused({ reason: 'not-a-limit', most: LIMIT_LIMIT })
    const why = tidyOptional(args.why, WORDS_LIMIT)
    if (!why.ok) return why
    const { scope } = broken
    return ok([
      settle(board, { scope, what: 'limit', value: broken.used, why: why.value }, context),
      ...notes(board, broken, 'raised', why.value, context),
    ])
  },
)

/** Leaves the limit and what stands under it as they are, for once and for a reason. */
export const keepBrokenLimit = defineCommand(
  'board.keepBrokenLimit',
  (
    board: BoardSnapshot,
    args: { readonly scope: LimitScope; readonly why: string },
    context,
  ): Result<Change[], NoConflict | WordsRefused> => {
    const broken = brokenLimitAt(board, args.scope)
    if (!broken) return refused({ reason: 'no-conflict' })
    const why = tidyLine(args.why, WORDS_LIMIT)
    if (!why.ok) return why
    const { scope, limit } = broken
    return ok([
      settle(board, { scope, what: 'limit', value: limit, why: why.value }, context),
      ...notes(board, broken, 'kept', why.value, context),
    ])
  },
)
