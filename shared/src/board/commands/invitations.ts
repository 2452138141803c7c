// Invitations: one asks, the other says yes or not now, and who asked sees it. Nobody is put on a card by another.
import { defineCommand, ok, put } from '../../kernel'
import type { Change, Result } from '../../kernel'
import { isInWork } from '../columns'
import { isQueue } from '../pull-next'
import { cardRows } from '../records'
import type { BoardSnapshot } from '../snapshot'
import { answerOf } from './answers'
import { joinCard } from './edit-card'
import { editPerson } from './edits'
import { decideMove } from './move-card'
import { openCard, placeOf } from './placing'
import type { CardArchived, MoveRefused, NotThere } from './refusals'

/**
 * The column into which accepting would pull the card: the next one, where it waits in a queue before work; else
 * null, and accepting means standing beside it.
 */
export function pulledByAccepting(board: BoardSnapshot, card: string): string | null {
  const from = placeOf(board, card)
  if (!from) return null
  const next = board.columns[board.columns.indexOf(from.column) + 1]
  const waits = isQueue(from.column) || (from.column.split && from.half === 'done')
  return next && waits && isInWork(next) ? next.id : null
}

/** Says yes: stands beside the card, or pulls it where it waits and there is a free slot. */
export const acceptInvitation = defineCommand(
  'board.acceptInvitation',
  (
    board: BoardSnapshot,
    args: { readonly card: string; readonly pull?: boolean; readonly why?: string },
    context,
  ): Result<Change[], MoveRefused> => {
    const card = openCard(board, args.card)
    if (!card.ok) return card
    const { row } = card.value
    if (row.people[context.person]?.state !== 'invited') return ok([])
    const into = args.pull === false ? null : pulledByAccepting(board, args.card)
    if (into !== null) {
      const { why } = args
      return decideMove(board, { card: args.card, to: into, ...(why === undefined ? {} : { why }) }, context)
    }
    return joinCard.decide(board, { card: args.card }, context)
  },
)

/** Says not now. The card loses nothing, and who asked sees it. */
export const declineInvitation = defineCommand(
  'board.declineInvitation',
  (
    board: BoardSnapshot,
    args: { readonly card: string },
    context,
  ): Result<Change[], NotThere | CardArchived> => {
    const card = openCard(board, args.card)
    if (!card.ok) return card
    const { row } = card.value
    if (row.people[context.person]?.state !== 'invited') return ok([])
    const { at } = context.stamp()
    return ok([
      ...editPerson(row, context.person, null, context, at),
      ...answerOf(row, 'declined', context, at),
    ])
  },
)

/** Takes an invitation of one's own back before it is answered. */
export const withdrawInvitation = defineCommand(
  'board.withdrawInvitation',
  (
    board: BoardSnapshot,
    args: { readonly card: string; readonly person: string },
    context,
  ): Result<Change[], NotThere | CardArchived> => {
    const card = openCard(board, args.card)
    if (!card.ok) return card
    const { row } = card.value
    const isAsked = row.people[args.person]?.state === 'invited'
    return ok(isAsked ? editPerson(row, args.person, null, context, context.stamp().at) : [])
  },
)

/** Says that one has seen what became of one's invitation. */
export const seeAnswer = defineCommand(
  'board.seeAnswer',
  (
    board: BoardSnapshot,
    args: { readonly card: string; readonly person: string },
  ): Result<Change[], NotThere> => {
    const answer = board.cards.get(args.card)?.answers[args.person]
    if (!answer || answer.seen === true) return ok([])
    return ok([put(cardRows, args.card, 'answers', args.person, { ...answer, seen: true })])
  },
)
