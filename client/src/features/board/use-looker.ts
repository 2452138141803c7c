// Whoever else has a card open or in hand.
import type { Peers } from '../../session/api'
import { useSnapshot } from '../../react'
import { text } from '../../text'
import { useBoard } from './board-context'

export interface Looker {
  /** "Bo", or that Bo is moving it. */
  readonly words: string
  readonly colour: string
}

type Here = ReturnType<Peers['get']>

/** One at most; who has it in hand comes before who looks at it. */
export function lookerOf(peers: Here, card: string): Looker | undefined {
  let looking: Looker | undefined
  for (const { dragging, looking: at, name, colour } of peers.values()) {
    if (dragging?.item === card) return { words: text('board.inHand', { who: name }), colour }
    if (at?.item === card) looking ??= { words: name, colour }
  }
  return looking
}

export function useLooker(card: string): Looker | undefined {
  const { handle } = useBoard()
  return useSnapshot(
    handle.peers,
    (peers) => lookerOf(peers, card),
    (a, b) => a?.words === b?.words && a?.colour === b?.colour,
  )
}
