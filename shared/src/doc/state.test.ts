import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { create, put, set } from '../kernel'
import { openProjection } from './projection'
import {
  applyUpdates,
  canonicalState,
  compact,
  containsSnapshot,
  containsUpdate,
  encodeDifference,
  encodeSnapshot,
  encodeState,
  encodeVector,
  hasPending,
} from './state'
import { act, anyChange } from './test-support/acts'
import { garden, plants } from './test-support/garden'
import { plainText, textFragment } from './text'

const anySteps = fc.array(
  fc.record({ who: fc.nat(2), changes: fc.array(anyChange, { maxLength: 4 }), sees: fc.nat(2) }),
  { maxLength: 10 },
)

/** Three people act, seeing one another's updates now and then; all updates they made. */
function history(steps: typeof anySteps extends fc.Arbitrary<infer T> ? T : never) {
  const docs = [1, 2, 3].map((clientID) => Object.assign(new Y.Doc(), { clientID }))
  const updates: Uint8Array[] = []
  for (const doc of docs) {
    doc.on('update', (update: Uint8Array, _origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) => {
      if (transaction.local) updates.push(update)
    })
  }
  for (const { who, changes, sees } of steps) {
    const doc = docs[who] as Y.Doc
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(docs[sees] as Y.Doc))
    act(doc, changes)
  }
  return { docs, updates }
}

const shown = (doc: Y.Doc) => ({
  snapshot: openProjection(doc, garden).get(),
  texts: ['p1', 'p2', 'p3'].map((id) => plainText(textFragment(doc, id))),
})

// Laws are tried on many cases, and a busy machine is no failure.
vi.setConfig({ testTimeout: 60_000 })

describe('state', () => {
  it('gives the same snapshot and the same bytes for any order and duplication of updates', () => {
    const anyDelivery = fc.record({
      places: fc.array(fc.nat(99), { minLength: 30, maxLength: 30 }),
      again: fc.array(fc.nat(29), { maxLength: 5 }),
      isMerged: fc.boolean(),
    })
    fc.assert(
      fc.property(anySteps, anyDelivery, anyDelivery, (steps, one, other) => {
        const { docs, updates } = history(steps)
        const replicas = [one, other].map(({ places, again, isMerged }) => {
          const doc = new Y.Doc()
          const projection = openProjection(doc, garden)
          const shuffled = updates
            .map((update, index) => ({ update, place: places[index % 30] as number }))
            .sort((a, b) => a.place - b.place)
          const sent = [...again.flatMap((index) => updates[index] ?? []), ...shuffled.map((s) => s.update)]
          if (isMerged) expect(applyUpdates(doc, sent, 'test')).toEqual([])
          else for (const update of sent) Y.applyUpdate(doc, update)
          expect(hasPending(doc)).toBe(false)
          expect(projection.get()).toEqual(shown(doc).snapshot)
          return doc
        })
        for (const doc of docs) for (const all of docs) Y.applyUpdate(doc, Y.encodeStateAsUpdate(all))
        const [first, ...others] = [...docs, ...replicas] as [Y.Doc, ...Y.Doc[]]
        for (const doc of others) {
          expect(shown(doc)).toEqual(shown(first))
          expect(canonicalState(doc)).toEqual(canonicalState(first))
        }
      }),
      { numRuns: 60 },
    )
  })

  it('is contained in another exactly where applying it changes nothing', () => {
    fc.assert(
      fc.property(anySteps, fc.nat(2), fc.nat(2), (steps, from, to) => {
        const { docs } = history(steps)
        const [source, target] = [docs[from], docs[to]] as [Y.Doc, Y.Doc]
        const before = canonicalState(target)
        const update = encodeState(source)
        const isIn = containsUpdate(target, update)
        expect(containsSnapshot(target, encodeSnapshot(source))).toBe(isIn)
        Y.applyUpdate(target, update)
        expect(Buffer.from(canonicalState(target)).equals(before)).toBe(isIn)
        expect(containsUpdate(target, update)).toBe(true)
        expect(containsSnapshot(target, encodeSnapshot(source))).toBe(true)
      }),
    )
  })

  it('tells a missing deletion, which no state vector shows', () => {
    const doc = new Y.Doc()
    act(doc, [create(plants, 'a', {})])
    doc.getMap('scratch').set('key', 1)
    const behind = new Y.Doc()
    Y.applyUpdate(behind, encodeState(doc))
    doc.getMap('scratch').delete('key')
    expect(encodeVector(behind)).toEqual(encodeVector(doc))
    expect(containsUpdate(behind, encodeState(doc))).toBe(false)
    expect(containsSnapshot(behind, encodeSnapshot(doc))).toBe(false)
    expect(containsSnapshot(doc, encodeSnapshot(behind))).toBe(true)
    Y.applyUpdate(behind, encodeDifference(doc, encodeVector(behind)))
    expect(containsSnapshot(behind, encodeSnapshot(doc))).toBe(true)
  })

  it('says while something waits for an update that is missing', () => {
    const doc = new Y.Doc()
    const updates: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => updates.push(update))
    act(doc, [create(plants, 'a', {})])
    act(doc, [set(plants, 'a', 'height', 2)])
    const late = new Y.Doc()
    Y.applyUpdate(late, updates[1] as Uint8Array)
    expect(hasPending(late)).toBe(true)
    Y.applyUpdate(late, updates[0] as Uint8Array)
    expect(hasPending(late)).toBe(false)
  })

  it('applies what can be decoded in one transaction and names the rest', () => {
    const doc = new Y.Doc()
    act(doc, [create(plants, 'a', {})])
    const first = encodeState(doc)
    act(doc, [put(plants, 'a', 'tags', 't', true)])
    const copy = new Y.Doc()
    const told = vi.fn()
    const projection = openProjection(copy, garden)
    projection.subscribe(told)
    const truncated = first.slice(0, -5)
    expect(applyUpdates(copy, [first, truncated, new Uint8Array([9, 9]), encodeState(doc)], 'test')).toEqual([
      1, 2,
    ])
    expect(told).toHaveBeenCalledTimes(1)
    expect(projection.get()).toEqual(openProjection(doc, garden).get())
  })

  it('leaves merged garbage behind when compacted, and nothing else', () => {
    const doc = new Y.Doc()
    const updates: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => updates.push(update))
    act(doc, [create(plants, 'a', {})])
    for (let tall = 1; tall <= 200; tall++) act(doc, [set(plants, 'a', 'height', tall)])
    const merged = Y.mergeUpdates(updates)
    const compacted = compact(merged)
    expect(compacted.length).toBeLessThan(merged.length / 10)
    expect(compacted).toEqual(canonicalState(doc))
    const copy = new Y.Doc()
    Y.applyUpdate(copy, compacted)
    expect(shown(copy)).toEqual(shown(doc))
  })
})
