// The receiving side of strands: what to apply at once, what has been seen, what must wait for a gap to close.
import type { Vector } from './messages'

/** A run of missing frames in a strand, both ends included. */
export interface Hole {
  readonly strand: string
  readonly from: number
  readonly to: number
}

/**
 * `apply`: this item and those that waited for it, in order; also a copy of what only a vector is known to contain,
 * which is harmless. `waiting`: kept until the gap before it closes. `duplicate`: handed in before. `full`: no room to wait, so it is dropped and stays a hole.
 */
export type Received<T> =
  | { readonly verdict: 'apply'; readonly items: readonly T[] }
  | { readonly verdict: 'waiting' | 'duplicate' | 'full' }

export interface StrandCaps {
  /** Items and bytes that may wait, over all strands of a document. */
  readonly items: number
  readonly bytes: number
}

export const STRAND_CAPS: StrandCaps = { items: 5_000, bytes: 16 * 1024 * 1024 }

/**
 * Gapless from 1 up to `have`; beyond it what waits, and what was applied although something before it was missing.
 * `top` is the highest seq ever handed in or covered, so that what was dropped for lack of room stays a hole.
 */
interface Strand<T> {
  have: number
  /** Up to here a vector's word was taken: what was not handed in itself is applied when it comes, to be safe. */
  covered: number
  top: number
  readonly beyond: Map<number, { readonly item: T; readonly bytes: number } | 'applied'>
}

export interface StrandTracker<T> {
  /** `bytes` counts against the cap. */
  receive(strand: string, seq: number, item: T, bytes: number): Received<T>
  /** A snapshot or a healing frame names what is contained by now: gives what need not wait any more. */
  cover(vector: Vector): readonly T[]
  /** What is missing, sorted by strand and seq. Empty: everything handed in has been applied. */
  holes(): readonly Hole[]
  /**
   * Gives what waits in the strand, or in all, although something before it is missing; what follows applies at once.
   * The hole stays in `holes` until its frames or a vector arrive.
   */
  giveUp(strand?: string): readonly T[]
  /** Gapless highest seq by strand: what a snapshot made now contains for certain. */
  vector(): Vector
  /** Drops strands without a hole (silent ones that a snapshot covers); others stay. */
  forget(strands: Iterable<string>): void
}

export function createStrandTracker<T>(
  initial: Vector = new Map(),
  caps: StrandCaps = STRAND_CAPS,
): StrandTracker<T> {
  const strands = new Map<string, Strand<T>>()
  let waitingItems = 0
  let waitingBytes = 0
  for (const [id, have] of initial) strands.set(id, { have, covered: have, top: have, beyond: new Map() })

  const strandOf = (id: string): Strand<T> => {
    const known = strands.get(id)
    if (known) return known
    const fresh: Strand<T> = { have: 0, covered: 0, top: 0, beyond: new Map() }
    strands.set(id, fresh)
    return fresh
  }
  /** Takes an entry out of those beyond the gap; gives its item if it still waited. */
  const take = (strand: Strand<T>, seq: number): T[] => {
    const entry = strand.beyond.get(seq)
    strand.beyond.delete(seq)
    if (entry === undefined || entry === 'applied') return []
    waitingItems -= 1
    waitingBytes -= entry.bytes
    return [entry.item]
  }
  /** Moves `have` over everything that now follows without a gap. */
  const advance = (strand: Strand<T>): T[] => {
    const released: T[] = []
    while (strand.beyond.has(strand.have + 1)) {
      strand.have += 1
      released.push(...take(strand, strand.have))
    }
    return released
  }
  /** Gives the items that wait without a gap behind `seq`, and marks them applied: the hole before `seq` was given up. */
  const follow = (strand: Strand<T>, seq: number): T[] => {
    const released: T[] = []
    for (let next = seq + 1; strand.beyond.has(next); next++) {
      released.push(...take(strand, next))
      strand.beyond.set(next, 'applied')
    }
    return released
  }
  const sortedBeyond = (strand: Strand<T>) => [...strand.beyond.keys()].sort((a, b) => a - b)

  return {
    receive(id, seq, item, bytes) {
      const strand = strandOf(id)
      if (seq <= strand.covered) return { verdict: 'apply', items: [item] }
      if (seq <= strand.have || strand.beyond.has(seq)) return { verdict: 'duplicate' }
      strand.top = Math.max(strand.top, seq)
      if (strand.beyond.get(seq - 1) === 'applied') {
        strand.beyond.set(seq, 'applied')
        return { verdict: 'apply', items: [item, ...follow(strand, seq)] }
      }
      if (seq === strand.have + 1) {
        strand.have = seq
        return { verdict: 'apply', items: [item, ...advance(strand)] }
      }
      if (waitingItems + 1 > caps.items || waitingBytes + bytes > caps.bytes) return { verdict: 'full' }
      strand.beyond.set(seq, { item, bytes })
      waitingItems += 1
      waitingBytes += bytes
      return { verdict: 'waiting' }
    },
    cover(vector) {
      const released: T[] = []
      for (const [id, have] of vector) {
        const strand = strandOf(id)
        if (have <= strand.have) continue
        for (const seq of sortedBeyond(strand)) if (seq <= have) released.push(...take(strand, seq))
        strand.covered = have
        strand.have = have
        strand.top = Math.max(strand.top, have)
        released.push(...advance(strand))
      }
      return released
    },
    holes() {
      const holes: Hole[] = []
      for (const id of [...strands.keys()].sort()) {
        const strand = strands.get(id)
        if (!strand || strand.have === strand.top) continue
        let expected = strand.have + 1
        for (const seq of [...sortedBeyond(strand), strand.top + 1]) {
          if (seq > expected) holes.push({ strand: id, from: expected, to: seq - 1 })
          expected = seq + 1
        }
      }
      return holes
    },
    giveUp(only) {
      const released: T[] = []
      for (const [id, strand] of strands) {
        if (only !== undefined && id !== only) continue
        for (const seq of sortedBeyond(strand)) {
          const entry = strand.beyond.get(seq)
          if (entry === undefined || entry === 'applied') continue
          released.push(...take(strand, seq))
          strand.beyond.set(seq, 'applied')
        }
      }
      return released
    },
    vector: () =>
      new Map(
        [...strands]
          .filter(([, strand]) => strand.have > 0)
          .map(([id, strand]) => [id, strand.have] as const),
      ),
    forget(ids) {
      for (const id of ids) {
        const strand = strands.get(id)
        if (strand && strand.have === strand.top) strands.delete(id)
      }
    },
  }
}
