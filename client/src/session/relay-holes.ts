// What is missing in a document's history, at one relay: asked for, waited for, and filled for others who miss it.
import { LIMITS, WAITS } from '@yokoten/shared/sync'
import type { ClientMessage, Hole } from '@yokoten/shared/sync'
import type { Inbound } from './inbound'
import type { Outbox } from './outbox-port'

export interface RelayHoles {
  /** A part of the history was asked for in vain. */
  readonly inVain: boolean
  /** Asks once, and `again` where somebody came or came back who may have what was asked for in vain. */
  ask(again?: boolean): void
  /** Another member misses frames: who has their contents sends the whole, unless somebody else was faster. */
  answer(hole: Hole): void
}

/** Members that could fill a hole wait for a random part of this, so that one of them does. */
const ANSWER_MS = 3_000

export function createRelayHoles(options: {
  readonly wireId: string
  readonly inbound: Inbound
  /** Undefined where this device may only read. */
  readonly outbox: Outbox | undefined
  readonly send: (message: ClientMessage) => void
  readonly later: (ms: number, run: () => void) => () => void
  readonly randomOf: (ms: number) => number
  readonly inTurn: (run: () => void) => void
  readonly isConnected: () => boolean
  readonly sendWhole: () => void
  /** What waited for a hole has been applied without it. */
  readonly onGivenUp: () => void
  readonly onState: () => void
}): RelayHoles {
  const { wireId, inbound, outbox, send, later, randomOf, inTurn } = options
  let inVain = false
  let cancel: (() => void) | undefined

  return {
    get inVain() {
      return inVain
    },
    ask(again = false) {
      const holes = again || inbound.isWaiting || inVain ? inbound.holes() : []
      if (holes.length === 0) {
        cancel?.()
        cancel = undefined
        if (!inVain) return
        inVain = false
        options.onState()
        return
      }
      if (!again && (cancel || !inbound.isWaiting)) return
      for (const { strand, from, to } of holes)
        for (let start = from; start <= to; start += LIMITS.missingSpan) {
          const end = Math.min(to, start + LIMITS.missingSpan - 1)
          send({ type: 'missing', doc: wireId, strand, from: start, to: end })
        }
      cancel ??= later(WAITS.holeMs, () =>
        inTurn(() => {
          cancel = undefined
          if (!inbound.isWaiting) return
          inbound.giveUp()
          inVain = true
          options.onGivenUp()
          options.onState()
        }),
      )
    },
    answer(hole) {
      if (!outbox || (inbound.vector().get(hole.strand) ?? 0) < hole.to) return
      const own = outbox
        .frames()
        .filter(({ strand, seq }) => strand === hole.strand && seq >= hole.from && seq <= hole.to)
      if (own.length === hole.to - hole.from + 1) {
        for (const frame of own) send({ type: 'put', frame: frame.bytes })
        return
      }
      const cover = inbound.awaitCover(hole)
      later(randomOf(ANSWER_MS), () =>
        inTurn(() => {
          cover.stop()
          if (options.isConnected() && !cover.hasCome()) options.sendWhole()
        }),
      )
    },
  }
}
