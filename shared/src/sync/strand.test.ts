import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createStrandTracker } from './strand'
import type { StrandTracker } from './strand'

const A = 'aa'.repeat(16)
const B = 'bb'.repeat(16)
const caps = { items: 1_000, bytes: 1_000_000 }
type Item = `${string}:${number}`
const item = (strand: string, seq: number): Item => `${strand}:${seq}`
const hand = (tracker: StrandTracker<Item>, strand: string, seq: number): readonly Item[] => {
  const received = tracker.receive(strand, seq, item(strand, seq), 1)
  return received.verdict === 'apply' ? received.items : []
}
/** Deliveries of up to two strands in any order, with repetitions and losses. */
const deliveries = fc.array(fc.tuple(fc.constantFrom(A, B), fc.integer({ min: 1, max: 12 })), {
  maxLength: 60,
})

describe('strands', () => {
  it('S1 are applied in the order of their numbers, each frame once, whatever order they come in', () => {
    fc.assert(
      fc.property(deliveries, (order) => {
        const tracker = createStrandTracker<Item>()
        const applied = order.flatMap(([strand, seq]) => hand(tracker, strand, seq))
        for (const strand of [A, B]) {
          const seen = new Set(order.filter(([id]) => id === strand).map(([, seq]) => seq))
          let have = 0
          while (seen.has(have + 1)) have += 1
          const expected = Array.from({ length: have }, (_, index) => item(strand, index + 1))
          expect(applied.filter((each) => each.startsWith(strand))).toEqual(expected)
          expect(tracker.vector().get(strand) ?? 0).toBe(have)
        }
      }),
    )
  })
  it('S2 name exactly what is missing', () => {
    fc.assert(
      fc.property(deliveries, (order) => {
        const tracker = createStrandTracker<Item>()
        for (const [strand, seq] of order) hand(tracker, strand, seq)
        for (const strand of [A, B]) {
          const seen = order.filter(([id]) => id === strand).map(([, seq]) => seq)
          const missing: number[] = []
          for (let seq = 1; seq < Math.max(0, ...seen); seq++) if (!seen.includes(seq)) missing.push(seq)
          const named = tracker
            .holes()
            .filter((hole) => hole.strand === strand)
            .flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, index) => from + index))
          expect(named).toEqual(missing)
        }
      }),
    )
  })
  it('S3 what a vector covers is missing no more, and what waited is applied', () => {
    const tracker = createStrandTracker<Item>()
    expect([3, 5, 6].flatMap((seq) => hand(tracker, A, seq))).toEqual([])
    expect(tracker.cover(new Map([[A, 4]]))).toEqual([item(A, 3), item(A, 5), item(A, 6)])
    expect(tracker.vector()).toEqual(new Map([[A, 6]]))
    expect(tracker.holes()).toEqual([])
    expect(tracker.receive(A, 5, item(A, 5), 1).verdict).toBe('duplicate')
  })
  it('S7 a vector is taken at its word for holes, never for dropping what comes', () => {
    fc.assert(
      fc.property(deliveries, fc.nat(60), fc.integer({ min: 1, max: 12 }), (order, when, upTo) => {
        const tracker = createStrandTracker<Item>(new Map([[B, 3]]))
        const applied = new Set<Item>()
        order.forEach(([strand, seq], index) => {
          if (index === when) for (const each of tracker.cover(new Map([[A, upTo]]))) applied.add(each)
          for (const each of hand(tracker, strand, seq)) applied.add(each)
        })
        for (const [strand, seq] of order)
          if (seq <= (tracker.vector().get(strand) ?? 0)) expect(applied).toContain(item(strand, seq))
      }),
    )
  })
  it('S3 a vector never takes back what is known', () => {
    const tracker = createStrandTracker<Item>(new Map([[A, 9]]))
    expect(tracker.cover(new Map([[A, 4]]))).toEqual([])
    expect(tracker.vector()).toEqual(new Map([[A, 9]]))
  })
  it('S4 a given-up hole lets everything through in order, each once, and is named until it is filled', () => {
    const upTo = 12
    fc.assert(
      fc.property(deliveries, fc.nat(60), (order, when) => {
        const tracker = createStrandTracker<Item>()
        const applied: Item[] = []
        order.forEach(([strand, seq], index) => {
          if (index === when) applied.push(...tracker.giveUp())
          applied.push(...hand(tracker, strand, seq))
        })
        applied.push(...tracker.giveUp())
        const handedIn = new Set(order.map(([strand, seq]) => item(strand, seq)))
        expect([...applied].sort()).toEqual([...handedIn].sort())
        for (const strand of [A, B])
          for (let seq = 1; seq <= upTo; seq++) applied.push(...hand(tracker, strand, seq))
        expect(new Set(applied).size).toBe(applied.length)
        expect(applied).toHaveLength(2 * upTo)
        expect(tracker.holes()).toEqual([])
        expect(tracker.vector()).toEqual(
          new Map([
            [A, upTo],
            [B, upTo],
          ]),
        )
      }),
    )
  })
  it('S4 frames that follow one let through do not wait again', () => {
    const tracker = createStrandTracker<Item>()
    hand(tracker, A, 3)
    expect(tracker.giveUp(B)).toEqual([])
    expect(tracker.giveUp(A)).toEqual([item(A, 3)])
    expect(hand(tracker, A, 4)).toEqual([item(A, 4)])
    expect(tracker.holes()).toEqual([{ strand: A, from: 1, to: 2 }])
    expect(tracker.vector()).toEqual(new Map())
  })
  it('S5 what finds no room to wait stays a hole and is taken when it comes again', () => {
    const tracker = createStrandTracker<Item>(new Map(), { ...caps, items: 1 })
    expect(tracker.receive(A, 2, item(A, 2), 1).verdict).toBe('waiting')
    expect(tracker.receive(A, 3, item(A, 3), 1).verdict).toBe('full')
    expect(tracker.holes()).toEqual([
      { strand: A, from: 1, to: 1 },
      { strand: A, from: 3, to: 3 },
    ])
    expect(hand(tracker, A, 1)).toEqual([item(A, 1), item(A, 2)])
    expect(tracker.holes()).toEqual([{ strand: A, from: 3, to: 3 }])
    expect(hand(tracker, A, 3)).toEqual([item(A, 3)])
  })
  it('S5 room is counted in bytes too, and is free again once something was applied', () => {
    const tracker = createStrandTracker<Item>(new Map(), { items: 10, bytes: 10 })
    expect(tracker.receive(A, 2, item(A, 2), 8).verdict).toBe('waiting')
    expect(tracker.receive(B, 2, item(B, 2), 8).verdict).toBe('full')
    hand(tracker, A, 1)
    expect(tracker.receive(B, 2, item(B, 2), 8).verdict).toBe('waiting')
  })
  it('S6 a strand is forgotten only without a hole, and a late copy of it is harmless', () => {
    const tracker = createStrandTracker<Item>(new Map([[A, 2]]))
    hand(tracker, B, 2)
    tracker.forget([A, B])
    expect(tracker.vector()).toEqual(new Map())
    expect(tracker.holes()).toEqual([{ strand: B, from: 1, to: 1 }])
    expect(hand(tracker, A, 1)).toEqual([item(A, 1)])
  })
})
