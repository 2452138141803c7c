// What this person should take next, as the board sees it, with the words that the button says.
import {
  choicesFor,
  freeSlotsOf,
  isAtOwnLimit,
  isEverySlotTaken,
  ownToFinish,
  proposeNext,
  pullNext,
  spokenId,
} from '@yokoten/shared/board'
import type { BoardSnapshot, PullSituation } from '@yokoten/shared/board'
import { isEqual } from '@yokoten/shared/kernel'
import type { Json } from '@yokoten/shared/kernel'
import { createContext, useCallback, useContext, useMemo } from 'react'
import { toasts } from '../../design/toasts'
import { useNow, useReadable, useSnapshot } from '../../react'
import { text } from '../../text'
import { useBoard } from './board-context'
import { useBoardUi } from './ui-store'

export interface NextOffer {
  readonly card: string
  /** `finish`: there is nothing to take, so one's own card is opened. */
  readonly act: 'pull' | 'help' | 'unblock' | 'finish'
  /** The blocker to come to, or null. */
  readonly blocker: string | null
  readonly label: string
  /** Why this one, in a few words. */
  readonly why: string
}

const sameOffer = (a: NextOffer | undefined, b: NextOffer | undefined): boolean =>
  isEqual(a as unknown as Json, b as unknown as Json)

/** The offer to a person; undefined where there is nothing to take and nothing of one's own to finish. */
export function nextOffer(
  board: BoardSnapshot,
  person: string,
  situation: PullSituation,
): NextOffer | undefined {
  const proposal = proposeNext(board, person, situation)
  if (proposal) {
    const { act, card, blocker, why } = proposal
    const label = text(`board.next.${act}`, { card: spokenId(board, card) })
    return { act, card, blocker, label, why: text(`board.next.why.${why}`) }
  }
  const own = ownToFinish(board, person)
  if (own === null) return undefined
  const why = isAtOwnLimit(board, person)
    ? 'own-limit'
    : isEverySlotTaken(board, person, situation)
      ? 'own-full'
      : 'own'
  return {
    act: 'finish',
    card: own,
    blocker: null,
    label: text('board.next.finish', { card: spokenId(board, own) }),
    why: text(`board.next.why.${why}`),
  }
}

/** What is asked along with every question about the next card: today, and how long work usually takes here. */
function useSituation(): PullSituation {
  const { calendar, ageing } = useBoard()
  const { cycle } = useReadable(ageing)
  const today = calendar.dayOf(useNow())
  return useMemo(() => ({ today, cycle }), [today, cycle])
}

/** Ids, internal and spoken, of what could be pulled into a column, two at most, in the order of the proposal. */
export function useChoices(column: string): readonly { readonly card: string; readonly spoken: string }[] {
  const { handle, me } = useBoard()
  const situation = useSituation()
  const select = useCallback(
    (board: BoardSnapshot) =>
      (freeSlotsOf(board, column) ?? 0) === 0
        ? []
        : choicesFor(board, column, situation, 2, me).map(({ card }) => ({
            card,
            spoken: spokenId(board, card),
          })),
    [column, situation, me],
  )
  return useSnapshot(handle, select, isEqual)
}

export interface NextCard {
  readonly offer: NextOffer | undefined
  /** Does what the offer says. */
  take(): void
}

/** Asked for once by the page, see `NextCardContext`: it looks at every card that waits. */
export function useNextCardOnce(): NextCard {
  const { handle, me, acts, openCard } = useBoard()
  const situation = useSituation()
  const select = useCallback(
    (board: BoardSnapshot) => (me === undefined ? undefined : nextOffer(board, me, situation)),
    [me, situation],
  )
  const offer = useSnapshot(handle, select, sameOffer)
  return useMemo(
    () => ({
      offer,
      take() {
        if (!offer) return
        const { act, card, blocker } = offer
        if (act === 'finish') return openCard(card)
        if (!acts.run(pullNext, { ...situation, card })) return
        if (blocker !== null) {
          useBoardUi.getState().open({ kind: 'raised', blocker })
          return
        }
        const said = { card: spokenId(handle.get(), card), why: offer.why }
        toasts.show(text(act === 'pull' ? 'board.next.pulled' : 'board.next.helping', said))
      },
    }),
    [offer, situation, acts, handle, openCard],
  )
}

export const NextCardContext = createContext<NextCard | undefined>(undefined)

export function useNextCard(): NextCard {
  const next = useContext(NextCardContext)
  if (!next) throw new Error('The next card is asked for outside of the board.')
  return next
}
