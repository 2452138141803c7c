// What comes from relays for one document: every frame verified, strands put in order, holes kept in sight.
import { createStrandTracker } from '@yokoten/shared/sync'
import type { Frames, Hole, OpenedFrame, Vector } from '@yokoten/shared/sync'
import type { Readable } from './api'
import { createCell } from './readable'

export interface Inbound {
  /** Verifies frames and applies what is due, in one transaction. Gives those that were good. */
  take(frames: readonly Uint8Array[]): Promise<readonly OpenedFrame[]>
  /** This device's own frame, durable at a relay: its contents are in the document already. */
  own(strand: string, seq: number): void
  /** Frames dropped because they were altered, foreign or undecodable. */
  readonly bad: Readable<number>
  /** True while something waits for frames before it: no place in a log may be remembered beyond it. */
  readonly isWaiting: boolean
  holes(): readonly Hole[]
  /** Applies what waits although something before it is missing. */
  giveUp(): void
  /** How many snapshots and healing frames have come. */
  readonly covered: number
  /** What the document contains for certain. */
  vector(): Vector
}

/** `apply` applies updates in one transaction and returns the indexes of those that failed. */
export function createInbound(options: {
  readonly doc: string
  readonly frames: Frames
  readonly vector: Vector
  readonly apply: (updates: readonly Uint8Array[]) => readonly number[]
}): Inbound {
  const { doc, frames, apply } = options
  const tracker = createStrandTracker<Uint8Array>(options.vector)
  const bad = createCell(0)
  let isWaiting = false
  let covered = 0

  const applyAll = (updates: readonly Uint8Array[]) => {
    if (updates.length > 0) bad.set(bad.get() + apply(updates).length)
  }

  /** The updates that are due when this frame has come. */
  function due({ header, content }: OpenedFrame): readonly Uint8Array[] {
    const updates: Uint8Array[] = []
    if (header.type === 'snapshot' || content.vector) updates.push(content.body)
    if (content.vector) {
      covered++
      updates.push(...tracker.cover(content.vector))
    }
    if (header.type !== 'update') return updates
    const received = tracker.receive(header.strand, header.seq, content.body, content.body.length)
    if (received.verdict === 'apply') updates.push(...received.items)
    else if (received.verdict !== 'duplicate') isWaiting = true
    return updates
  }

  return {
    async take(batch) {
      const results = await Promise.all(batch.map((frame) => frames.open(frame, doc)))
      const good: OpenedFrame[] = []
      for (const result of results) {
        if (result.ok && result.value.header.type !== 'presence') good.push(result.value)
        else bad.set(bad.get() + 1)
      }
      applyAll(good.filter(({ header }) => header.type !== 'close').flatMap(due))
      if (isWaiting) isWaiting = tracker.holes().length > 0
      return good
    },
    own(strand, seq) {
      const received = tracker.receive(strand, seq, new Uint8Array(), 0)
      if (received.verdict === 'apply') applyAll(received.items.filter((item) => item.length > 0))
    },
    bad,
    get isWaiting() {
      return isWaiting
    },
    holes: () => tracker.holes(),
    giveUp() {
      applyAll(tracker.giveUp().filter((item) => item.length > 0))
      isWaiting = false
    },
    get covered() {
      return covered
    },
    vector: () => tracker.vector(),
  }
}
