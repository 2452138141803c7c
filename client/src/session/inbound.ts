// What comes from relays for one document: every frame verified, strands put in order, holes kept in sight.
import { createStrandTracker } from '@yokoten/shared/sync'
import type { Frames, Hole, OpenedFrame, Vector } from '@yokoten/shared/sync'
import type { Readable } from './api'
import { createCell } from './readable'

/** A good frame. */
export interface Taken {
  readonly bytes: Uint8Array
  readonly opened: OpenedFrame
  /** True for an update or a close that had not come before, and for a snapshot that contains such. */
  readonly isNew: boolean
}

export interface Inbound {
  /** Verifies frames and applies what is due, in one transaction. Gives those that were good. */
  take(frames: readonly Uint8Array[]): Promise<readonly Taken[]>
  /** This device's own frame, durable at a relay: its contents are in the document already. */
  own(strand: string, seq: number): void
  /** Frames dropped because they were altered, foreign or undecodable. */
  readonly bad: Readable<number>
  /** True while something waits for frames before it: no place in a log may be remembered beyond it. */
  readonly isWaiting: boolean
  holes(): readonly Hole[]
  /** Applies what waits although something before it is missing. */
  giveUp(): void
  /** Watches whether a snapshot or a healing frame comes that closes a hole. */
  awaitCover(hole: Hole): { hasCome(): boolean; stop(): void }
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
  const awaited = new Set<{ readonly hole: Hole; hasCome: boolean }>()

  const applyAll = (updates: readonly Uint8Array[]) => {
    if (updates.length > 0) bad.set(bad.get() + apply(updates).length)
  }

  /** True where a vector names what is not known to be here. */
  const isBeyond = (named: Vector | undefined): boolean => {
    if (!named) return true
    const known = tracker.vector()
    return [...named].some(([strand, seq]) => seq > (known.get(strand) ?? 0))
  }

  /** Adds the updates that are due when this frame has come; true where it is new. */
  function receive({ header, content }: OpenedFrame, due: Uint8Array[]): boolean {
    if (header.type === 'close') return true
    const isNewWhole = header.type === 'snapshot' && isBeyond(content.vector)
    if (header.type === 'snapshot' || content.vector) due.push(content.body)
    if (content.vector) {
      for (const one of awaited)
        if ((content.vector.get(one.hole.strand) ?? 0) >= one.hole.to) one.hasCome = true
      due.push(...tracker.cover(content.vector))
    }
    if (header.type !== 'update') return isNewWhole
    const received = tracker.receive(header.strand, header.seq, content.body, content.body.length)
    if (received.verdict === 'duplicate') {
      // A copied profile may have given the number twice and a relay that was set back taken both: never dropped by
      // number alone, since a copy is harmless to Yjs.
      due.push(content.body)
      return false
    }
    if (received.verdict === 'apply') due.push(...received.items)
    else isWaiting = true
    return true
  }

  return {
    async take(batch) {
      const results = await Promise.all(batch.map((frame) => frames.open(frame, doc)))
      const good: Taken[] = []
      const due: Uint8Array[] = []
      batch.forEach((bytes, index) => {
        const result = results[index]
        if (result?.ok && result.value.header.type !== 'presence')
          good.push({ bytes, opened: result.value, isNew: receive(result.value, due) })
        else bad.set(bad.get() + 1)
      })
      applyAll(due)
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
    awaitCover(hole) {
      const one = { hole, hasCome: false }
      awaited.add(one)
      return { hasCome: () => one.hasCome, stop: () => void awaited.delete(one) }
    },
    vector: () => tracker.vector(),
  }
}
