// Something stops: raised with one tap, answered, cleared, and opened again when it was not solved.
import { create, defineCommand, ok, put, refused, set } from '../../kernel'
import type { Change, Result } from '../../kernel'
import { isOpen, roundOf } from '../blockers'
import { WORDS_LIMIT } from '../record-parts'
import { blockerRows, reasonRows } from '../records'
import type { BlockerRow } from '../records'
import type { BoardSnapshot } from '../snapshot'
import { addNamed, rename } from './named-rows'
import { openCard } from './placing'
import { rankBehind } from './ranking'
import type { CardArchived, NotThere, SafetyStays, WordsRefused } from './refusals'
import { tidyOptional } from './words'

export interface RaiseArgs {
  readonly blocker?: string
  /** Null: the line stops, not one card. */
  readonly card: string | null
  /** A reason's id; a blocker may be raised before anybody has named one. */
  readonly reason: string
  readonly words?: string
  /** A station's id, where it was raised from a station's code. */
  readonly station?: string
}

/** Raises a blocker. Anyone may, nobody has to say yes, and a card may have several. */
export const raiseBlocker = defineCommand(
  'board.raiseBlocker',
  (
    board: BoardSnapshot,
    args: RaiseArgs,
    context,
  ): Result<Change[], NotThere | CardArchived | WordsRefused> => {
    if (args.card !== null) {
      const card = openCard(board, args.card)
      if (!card.ok) return card
    }
    const words = tidyOptional(args.words, WORDS_LIMIT)
    if (!words.ok) return words
    const { at } = context.stamp()
    return ok([
      create(blockerRows, args.blocker ?? context.id(), {
        card: args.card,
        reason: args.reason,
        words: words.value,
        ...(args.station === undefined ? {} : { station: args.station }),
        by: context.person,
        at,
      }),
    ])
  },
)

export const editBlocker = defineCommand(
  'board.editBlocker',
  (
    board: BoardSnapshot,
    args: { readonly blocker: string; readonly reason?: string; readonly words?: string },
  ): Result<Change[], NotThere | WordsRefused> => {
    if (!board.blockers.has(args.blocker)) return refused({ reason: 'blocker-gone' })
    const words = tidyOptional(args.words, WORDS_LIMIT)
    if (!words.ok) return words
    return ok([
      ...(args.reason === undefined ? [] : [set(blockerRows, args.blocker, 'reason', args.reason)]),
      ...(args.words === undefined ? [] : [set(blockerRows, args.blocker, 'words', words.value)]),
    ])
  },
)

/** Says that one has seen it, or that one is coming. The first time of each is kept, of each round anew. */
export const answerBlocker = defineCommand(
  'board.answerBlocker',
  (
    board: BoardSnapshot,
    args: { readonly blocker: string; readonly answer: 'seen' | 'coming' },
    context,
  ): Result<Change[], NotThere> => {
    const blocker = board.blockers.get(args.blocker)
    if (!blocker) return refused({ reason: 'blocker-gone' })
    const round = roundOf(blocker)
    const key = [context.person, args.answer, ...(round === undefined ? [] : [round])].join(':')
    if (blocker.answers[key]) return ok([])
    const { at } = context.stamp()
    const answer = { kind: args.answer, by: context.person, at, ...(round === undefined ? {} : { round }) }
    return ok([put(blockerRows, args.blocker, 'answers', key, answer)])
  },
)

const turn = (kind: 'cleared' | 'reopened') =>
  defineCommand(
    kind === 'cleared' ? 'board.clearBlocker' : 'board.reopenBlocker',
    (board: BoardSnapshot, args: { readonly blocker: string }, context): Result<Change[], NotThere> => {
      const blocker: BlockerRow | undefined = board.blockers.get(args.blocker)
      if (!blocker) return refused({ reason: 'blocker-gone' })
      if (isOpen(blocker) !== (kind === 'cleared')) return ok([])
      const { at, order } = context.stamp()
      // A device whose clock is behind would else speak before what it answers, and not be heard.
      const after = Math.max(0, ...Object.values(blocker.turns).map((one) => one.order)) + 1
      const value = { kind, by: context.person, at, order: Math.max(order, after) }
      return ok([put(blockerRows, args.blocker, 'turns', context.id(), value)])
    },
  )

export const clearBlocker = turn('cleared')
export const reopenBlocker = turn('reopened')

/** Adds a reason to the team's list. */
export const addReason = defineCommand(
  'board.addReason',
  (
    board: BoardSnapshot,
    args: { readonly name: string; readonly id?: string },
    context,
  ): Result<Change[], WordsRefused> => addNamed(reasonRows, board.reasons, args, context),
)

export const renameReason = defineCommand(
  'board.renameReason',
  (
    board: BoardSnapshot,
    args: { readonly id: string; readonly name: string },
  ): Result<Change[], NotThere | WordsRefused> =>
    board.reasons.some((reason) => reason.id === args.id)
      ? rename(reasonRows, args.id, args.name)
      : refused({ reason: 'reason-gone' }),
)

/** Puts a reason behind another one, or first behind safety. */
export const moveReason = defineCommand(
  'board.moveReason',
  (
    board: BoardSnapshot,
    args: { readonly id: string; readonly after: string | null },
    context,
  ): Result<Change[], NotThere | SafetyStays> => {
    const reason = board.reasons.find((one) => one.id === args.id)
    if (!reason) return refused({ reason: 'reason-gone' })
    if (reason.safety) return refused({ reason: 'safety-stays' })
    // Safety stands first whatever its rank.
    const others = board.reasons.filter((one) => !one.safety)
    const after = others.some((one) => one.id === args.after) ? args.after : null
    const rank = rankBehind(others, args.id, after, context.random)
    return ok(rank === null ? [] : [set(reasonRows, args.id, 'rank', rank)])
  },
)

/** Takes a reason off the list; blockers that gave it keep it. */
export const archiveReason = defineCommand(
  'board.archiveReason',
  (board: BoardSnapshot, args: { readonly id: string }): Result<Change[], NotThere | SafetyStays> => {
    const reason = board.reasons.find((one) => one.id === args.id)
    if (!reason) return refused({ reason: 'reason-gone' })
    return reason.safety
      ? refused({ reason: 'safety-stays' })
      : ok([set(reasonRows, args.id, 'archived', true)])
  },
)
