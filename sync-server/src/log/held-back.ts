// What waits outside because a frame before it in its strand was not taken: else, if that frame's device were lost
// before sending it again, others would have edits whose ground is missing for ever.
import type { Draft } from './draft'
import { placeKey } from './keys'
import type { Appended, DocumentName, LogFrame } from './port'

/** Refusals that pass: what was refused comes again, from whoever has it. */
const PASSING: ReadonlySet<string> = new Set(['cannot-store', 'team-full', 'too-many-documents'])
/** Refusals of a number that has been given before: whoever sent it seals the same again in another strand. */
const TAKEN: ReadonlySet<string> = new Set(['other-bytes', 'pruned'])

/** How long what follows is held back after the frame not taken last came: three times a client's wait. */
const HOLD_MS = 60_000

/**
 * Numbers of a strand that were not taken: the first, when it last came, and the last. Where the first comes, perhaps
 * from another device that goes by the same strand, the next one that did not come is waited for.
 */
interface Hold {
  first: number
  at: number
  last: number
}

export interface HeldBack {
  /** True while something before this frame is missing here that its sender has. */
  includes(draft: Draft, name: DocumentName, frame: LogFrame, sender: object): boolean
  /** To be told what became of every frame that was not held back, in their order. */
  note(name: DocumentName, frame: LogFrame, sender: object, outcome: Appended): void
}

/** `now` in milliseconds. */
export function createHeldBack(now: () => number): HeldBack {
  const fromAll = new Map<string, Hold>()
  /** The right frame under a number that was given twice may come from others, so only the sender of the wrong one waits. */
  const fromOne = new WeakMap<object, Map<string, Hold>>()
  const keyOf = ({ team, doc }: DocumentName, { strand }: LogFrame) => `${team} ${doc} ${strand}`

  const isHeld = (
    holds: Map<string, Hold> | undefined,
    key: string,
    seq: number,
    hasCome: (seq: number) => boolean,
  ) => {
    const hold = holds?.get(key)
    if (!holds || !hold) return false
    while (hold.first <= hold.last && hasCome(hold.first)) hold.first += 1
    // A device that goes on without it has no such frame any more.
    if (hold.first > hold.last || now() - hold.at >= HOLD_MS) {
      holds.delete(key)
      return false
    }
    if (seq <= hold.first) return false
    hold.last = Math.max(hold.last, seq)
    return true
  }
  const hold = (holds: Map<string, Hold>, key: string, seq: number) => {
    const held = holds.get(key)
    if (held === undefined) holds.set(key, { first: seq, at: now(), last: seq })
    else if (seq <= held.first) holds.set(key, { ...held, first: seq, at: now() })
  }

  return {
    includes(draft, name, frame, sender) {
      const key = keyOf(name, frame)
      const hasCome = (seq: number) => draft.get(placeKey(name, frame.strand, seq)) !== undefined
      return (
        isHeld(fromAll, key, frame.seq, hasCome) || isHeld(fromOne.get(sender), key, frame.seq, () => false)
      )
    },
    note(name, frame, sender, outcome) {
      if (outcome.kind !== 'refused') return
      const key = keyOf(name, frame)
      if (PASSING.has(outcome.refusal)) hold(fromAll, key, frame.seq)
      if (!TAKEN.has(outcome.refusal)) return
      const own = fromOne.get(sender) ?? new Map<string, Hold>()
      fromOne.set(sender, own)
      hold(own, key, frame.seq)
    },
  }
}
