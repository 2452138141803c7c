// What this person should take next, as the board sees it, with the words that the button says.
import { choicesFor, proposeNext, pullNext, spokenId } from '@yokoten/shared/board'
import type { BoardSnapshot, Proposal, PullSituation } from '@yokoten/shared/board'
import { isEqual } from '@yokoten/shared/kernel'
import type { Json } from '@yokoten/shared/kernel'
import { useCallback } from 'react'
import { useSnapshot } from '../../react'
import { text } from '../../text'
import { useBoard } from './board-context'
import { ageingOf, calendarOf } from './use-card-look'
import { useBoardUi } from './ui-store'
import { useNow } from './use-now'

interface NextOffer {
  readonly proposal: Proposal
  readonly label: string
  /** Why this one, in a few words. */
  readonly why: string
}

const sameOffer = (a: NextOffer | undefined, b: NextOffer | undefined): boolean =>
  isEqual(a as unknown as Json, b as unknown as Json)

/** What is asked along with every question about the next card: today, and how long work usually takes here. */
function useSituation(): (board: BoardSnapshot) => PullSituation {
  const { handle, timeZone } = useBoard()
  const now = useNow()
  return useCallback(
    (board) => ({
      today: calendarOf(timeZone).dayOf(now),
      cycle: ageingOf(handle.id, timeZone, board).cycle,
    }),
    [handle.id, timeZone, now],
  )
}

/** Ids, internal and spoken, of what could be pulled into a column, two at most, in the order of the proposal. */
export function useChoices(column: string): readonly { readonly card: string; readonly spoken: string }[] {
  const { handle } = useBoard()
  const situation = useSituation()
  const select = useCallback(
    (board: BoardSnapshot) =>
      (board.columnsById.get(column)?.free ?? 0) === 0
        ? []
        : choicesFor(board, column, situation(board), 2).map(({ card }) => ({
            card,
            spoken: spokenId(board, card),
          })),
    [column, situation],
  )
  return useSnapshot(handle, select, isEqual)
}

/** The offer, undefined where there is nothing to take, and the act that takes it. */
export function useProposal(): { readonly offer: NextOffer | undefined; take(): void } {
  const { handle, me, acts } = useBoard()
  const situation = useSituation()
  const select = useCallback(
    (board: BoardSnapshot): NextOffer | undefined => {
      const proposal = me === undefined ? null : proposeNext(board, me, situation(board))
      return proposal
        ? {
            proposal,
            label: text(`board.next.${proposal.act}`, { card: spokenId(board, proposal.card) }),
            why: text(`board.next.why.${proposal.why}`),
          }
        : undefined
    },
    [me, situation],
  )
  const offer = useSnapshot(handle, select, sameOffer)
  const take = () => {
    if (!offer) return
    const { card, blocker } = offer.proposal
    const isDone = acts.run(pullNext, { ...situation(handle.get()), card })
    if (isDone && blocker !== null) useBoardUi.getState().open({ kind: 'raised', blocker })
  }
  return { offer, take }
}
