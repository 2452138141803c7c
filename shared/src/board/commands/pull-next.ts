// Taking what comes next with one tap.
import { defineCommand, refused } from '../../kernel'
import type { Change, Result } from '../../kernel'
import { proposeNext } from '../pull-next'
import type { PullSituation } from '../pull-choices'
import type { BoardSnapshot } from '../snapshot'
import { answerBlocker } from './blockers'
import { joinCard } from './edit-card'
import { pullCard } from './move-card'
import type { MoveRefused, NothingToPull, OtherProposal } from './refusals'

export interface PullNextArgs extends PullSituation {
  /** The card that the button named: where another one comes next by now, nothing is done. */
  readonly card?: string
}

/** Does what `proposeNext` proposes: pulls the card, joins it, or says that one is coming to what stops it. */
export const pullNext = defineCommand(
  'board.pullNext',
  (
    board: BoardSnapshot,
    args: PullNextArgs,
    context,
  ): Result<Change[], MoveRefused | NothingToPull | OtherProposal> => {
    const proposal = proposeNext(board, context.person, args)
    if (!proposal) return refused({ reason: 'nothing-to-pull' })
    const { card, into, blocker } = proposal
    if (args.card !== undefined && args.card !== card) return refused({ reason: 'other-proposal' })
    if (blocker !== null) return answerBlocker.decide(board, { blocker, answer: 'coming' }, context)
    return into === null
      ? joinCard.decide(board, { card }, context)
      : pullCard.decide(board, { card, into }, context)
  },
)
