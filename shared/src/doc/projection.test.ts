import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { append, create, put, set } from '../kernel'
import type { Change } from '../kernel'
import { execute } from './execute'
import { openProjection } from './projection'
import { act, anyChange, putRaw } from './test-support/acts'
import type { GardenSnapshot } from './test-support/garden'
import { beds, garden, moves, plants, projectFromNothing } from './test-support/garden'
import { textFragment } from './text'

const everything = (
  projection: ReturnType<typeof openProjection<typeof garden.collections, GardenSnapshot>>,
) => {
  const { plants: rows, beds: places, moves: log } = projection.tables()
  return {
    rows: [...rows.values()],
    places: [...places.values()],
    log: [...log.values()],
    snapshot: projection.get(),
    problems: projection.problems(),
    mode: projection.mode,
  }
}

/** Frames that are drawn when the test says so. */
function createFrames() {
  const waiting = new Set<() => void>()
  return {
    later(run: () => void) {
      waiting.add(run)
      return () => void waiting.delete(run)
    },
    draw() {
      for (const run of [...waiting]) {
        waiting.delete(run)
        run()
      }
    },
  }
}

/** Whatever a broken or hostile writer could put under a key. */
const anyRaw = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.dictionary(
    fc.constantFrom('name', 'height', 'tags', 'archived', '__proto__', 'constructor'),
    fc.jsonValue({ maxDepth: 1 }),
  ),
  fc.dictionary(
    fc.constantFrom('plant', 'bed', 'parents', 'order', '__proto__'),
    fc.jsonValue({ maxDepth: 1 }),
  ),
  fc.constantFrom<unknown>(undefined, new Uint8Array([1]), 10n, Number.NaN, Number.POSITIVE_INFINITY),
)
const anyKey = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('p1', 'p2', '', '__proto__', 'm1'),
      fc.constantFrom(
        '',
        '/',
        '/name',
        '/height',
        '/archived',
        '/tags',
        '/tags/',
        '/tags/__proto__',
        '/tags/a/b',
        '/weed',
        '/__proto__',
      ),
    )
    .map(([id, rest]) => id + rest),
  fc.string({ maxLength: 5 }),
)
const anyMess = fc.tuple(fc.constantFrom('plants', 'moves', 'beds', 'meta'), anyKey, anyRaw)

// Laws are tried on many cases, and a busy machine is no failure.
vi.setConfig({ testTimeout: 60_000 })

describe('projection', () => {
  it('is after any acts and updates what a rebuilt one is', () => {
    const step = fc.record({
      who: fc.nat(2),
      changes: fc.array(anyChange, { maxLength: 5 }),
      mess: fc.array(anyMess, { maxLength: 1 }),
      mixes: fc.boolean(),
      frame: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const docs = [new Y.Doc(), new Y.Doc(), new Y.Doc()]
        const frames = createFrames()
        const followed = docs.map((doc) => openProjection(doc, garden, { freeze: true, later: frames.later }))
        for (const { who, changes, mess, mixes, frame } of steps) {
          const doc = docs[who] as Y.Doc
          // Only a hostile meta entry could make it read-only; here it stays a garden of version 1.
          act(doc, changes)
          for (const [name, key, raw] of mess) if (name !== 'meta') putRaw(doc, name, key, raw)
          if (mixes) for (const other of docs) Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
          if (frame) frames.draw()
          docs.forEach((one, index) => {
            // Where nobody asks, what comes in waits for the next frame, together with all that comes until then.
            if ((one !== doc && !mixes) || !frame) return
            const now = followed[index] as (typeof followed)[number]
            expect(everything(now)).toEqual(everything(openProjection(one, garden)))
            expect(now.get()).toEqual(projectFromNothing(now.tables()))
          })
        }
      }),
      { numRuns: 80 },
    )
  })

  it('tells once a transaction, and nothing where nothing of the spec changed', () => {
    const doc = new Y.Doc()
    const projection = openProjection(doc, garden)
    const told = vi.fn()
    const stop = projection.subscribe(told)
    const empty = projection.get()
    act(doc, [create(plants, 'a', {}), create(beds, 'b', {}), put(plants, 'a', 'tags', 'x', true)])
    expect(told).toHaveBeenCalledTimes(1)
    const filled = projection.get()
    expect(filled).not.toBe(empty)
    doc.getMap('another room').set('a', 1)
    doc.getMap('plants').set('a/field of a later version', 1)
    textFragment(doc, 'a').insert(0, [new Y.XmlElement('paragraph')])
    doc.transact(() => doc.getMap('plants').set('a/tags/x', true))
    expect(told).toHaveBeenCalledTimes(1)
    expect(projection.get()).toBe(filled)
    stop()
    act(doc, [set(plants, 'a', 'height', 1)])
    expect(told).toHaveBeenCalledTimes(1)
  })

  it('tells of all that came from elsewhere by the next frame, once, and of what is done here at once', () => {
    const [doc, other] = [new Y.Doc(), new Y.Doc()]
    const frames = createFrames()
    const projection = openProjection(doc, garden, { later: frames.later })
    const told = vi.fn()
    projection.subscribe(told)
    const hear = (changes: readonly Change[]) => {
      act(other, changes)
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(other))
    }
    hear([create(plants, 'a', {})])
    hear([create(plants, 'b', {}), create(beds, 'c', {})])
    expect(told).toHaveBeenCalledTimes(0)
    expect([projection.get().plants.size, projection.tables().beds.size]).toEqual([2, 1])
    expect(told).toHaveBeenCalledTimes(0)
    frames.draw()
    expect(told).toHaveBeenCalledTimes(1)
    hear([create(plants, 'd', {})])
    act(doc, [create(plants, 'e', {})])
    expect([told.mock.calls.length, projection.get().plants.size]).toEqual([2, 4])
    frames.draw()
    expect(told).toHaveBeenCalledTimes(2)
    hear([create(plants, 'f', {})])
    projection.destroy()
    frames.draw()
    expect(told).toHaveBeenCalledTimes(2)
  })

  it('shares every row that reads the same, and within a changed row every value that does', () => {
    const doc = new Y.Doc()
    const projection = openProjection(doc, garden)
    act(doc, [create(plants, 'a', { place: { x: 1, y: 2 }, tags: { t: true } }), create(plants, 'b', {})])
    act(doc, [append(moves, 'm', { plant: 'a', bed: 'b', parents: [], order: 1 })])
    const before = projection.tables()
    act(doc, [set(plants, 'a', 'height', 7)])
    const after = projection.tables()
    expect(after.plants.get('b')).toBe(before.plants.get('b'))
    expect(after.moves).toBe(before.moves)
    expect(after.beds).toBe(before.beds)
    expect(after.plants.get('a')).not.toBe(before.plants.get('a'))
    expect(after.plants.get('a')?.tags).toBe(before.plants.get('a')?.tags)
    expect(after.plants.get('a')?.place).toBe(before.plants.get('a')?.place)
    doc.getMap('plants').set('a/place', { y: 2, x: 1 })
    expect(projection.tables().plants.get('a')).toBe(after.plants.get('a'))
  })

  it('lists the items of a set in one order, whatever the order they were put in', () => {
    const doc = new Y.Doc()
    const projection = openProjection(doc, garden)
    act(doc, [create(plants, 'a', { tags: { m: true } })])
    for (const key of ['z', 'b', '__proto__']) act(doc, [put(plants, 'a', 'tags', key, true)])
    expect(Object.keys(projection.get().plants.get('a')?.tags ?? {})).toEqual(['__proto__', 'b', 'm', 'z'])
  })

  it('reads no other row than those written', () => {
    const doc = new Y.Doc()
    act(
      doc,
      Array.from({ length: 200 }, (_, i) => create(plants, `p${i}`, { height: i })),
    )
    const seen: (readonly string[])[] = []
    const projection = openProjection(doc, {
      ...garden,
      acts: () => [],
      project: (_previous: number | undefined, _tables, dirty) => seen.push([...(dirty.plants ?? [])].sort()),
      revert: {},
    })
    act(doc, [set(plants, 'p7', 'height', 8), set(plants, 'p9', 'height', 10)])
    expect(seen[0]).toHaveLength(200)
    expect(seen[1]).toEqual(['p7', 'p9'])
    expect(projection.get()).toBe(2)
  })

  it('falls back and reports on bad data of any kind, and never throws', () => {
    fc.assert(
      fc.property(fc.array(anyMess, { maxLength: 30 }), fc.boolean(), (mess, isFollowed) => {
        const doc = new Y.Doc()
        const early = isFollowed ? openProjection(doc, garden, { freeze: true }) : undefined
        act(doc, [create(plants, 'p1', { name: 'Fig', height: 3 })])
        for (const [name, key, raw] of mess) putRaw(doc, name, key, raw)
        const reloaded = new Y.Doc()
        Y.applyUpdate(reloaded, Y.encodeStateAsUpdate(doc))
        for (const projection of [early, openProjection(doc, garden), openProjection(reloaded, garden)]) {
          projection?.tables().plants.each((row, id) => {
            expect(row.id).toBe(id)
            expect([typeof row.name, typeof row.height, typeof row.archived]).toEqual([
              'string',
              'number',
              'boolean',
            ])
            expect(Object.getPrototypeOf(row.tags)).toBe(null)
            for (const item of Object.values(row.tags)) expect(item).toBe(true)
          })
          projection?.tables().moves.each((move) => expect(Number.isSafeInteger(move.order)).toBe(true))
          expect(projection?.problems().every(({ id }) => typeof id === 'string')).not.toBe(false)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('names the field that was bad, and forgets it when it is mended', () => {
    const doc = new Y.Doc()
    doc.getMap('plants').set('a', { name: 5, height: 2, tags: { x: true, y: 'no' } })
    doc.getMap('plants').set('b', 'not a row')
    doc.getMap('moves').set('m', { plant: 'a' })
    doc.getMap('moves').set('m/x', { plant: 'a', bed: 'b', parents: [], order: 1 })
    const projection = openProjection(doc, garden)
    expect(projection.get().plants.get('a')).toMatchObject({ name: '', height: 2, tags: { x: true } })
    expect(projection.problems()).toEqual([
      { collection: 'plants', id: 'a', field: 'name' },
      { collection: 'plants', id: 'a', field: 'tags/y' },
      { collection: 'plants', id: 'b', field: undefined },
      { collection: 'moves', id: 'm', field: undefined },
      { collection: 'moves', id: 'm/x', field: undefined },
    ])
    expect(projection.problems()).toBe(projection.problems())
    act(doc, [set(plants, 'a', 'name', 'Fig'), put(plants, 'a', 'tags', 'y', null)])
    expect(projection.problems().map(({ id }) => id)).toEqual(['b', 'm', 'm/x'])
  })

  it('shows a row only when its birth is there, whatever came first', () => {
    const writer = new Y.Doc()
    act(writer, [create(plants, 'a', { name: 'Fig' })])
    const other = new Y.Doc()
    Y.applyUpdate(other, Y.encodeStateAsUpdate(writer))
    const vector = Y.encodeStateVector(other)
    act(other, [set(plants, 'a', 'height', 9)])
    const late = new Y.Doc()
    const projection = openProjection(late, garden)
    Y.applyUpdate(late, Y.encodeStateAsUpdate(other, vector))
    expect([projection.get().plants.size, projection.problems()]).toEqual([0, []])
    Y.applyUpdate(late, Y.encodeStateAsUpdate(writer))
    expect(projection.get().plants.get('a')).toMatchObject({ name: 'Fig', height: 9 })
  })

  it('shows a document of a newer version as far as it can be read, and says so when it becomes one', () => {
    const newer = { ...garden, version: 2 }
    const doc = new Y.Doc()
    const projection = openProjection(doc, garden)
    act(doc, [create(plants, 'a', { name: 'Fig' })])
    expect(projection.mode).toBe('read-write')
    const told = vi.fn()
    projection.subscribe(told)
    execute(doc, newer, [set(plants, 'a', 'height', 4)])
    expect(projection.mode).toBe('newer-version')
    expect(told).toHaveBeenCalledTimes(1)
    expect(projection.get().plants.get('a')).toMatchObject({ name: 'Fig', height: 4 })
    expect(openProjection(doc, garden).mode).toBe('newer-version')
    expect(openProjection(doc, newer).mode).toBe('read-write')
    doc.getMap('meta').set('version/9', true)
    expect(told).toHaveBeenCalledTimes(1)
  })

  it('is frozen to the bottom where asked', () => {
    const doc = new Y.Doc()
    act(doc, [create(plants, 'a', { place: { x: 1, y: 1 }, height: 20 })])
    const projection = openProjection(doc, garden, { freeze: true })
    act(doc, [create(plants, 'b', { place: { x: 1, y: 1 }, tags: { t: true } })])
    for (const id of ['a', 'b']) {
      const row = projection.get().plants.get(id)
      expect([row, row?.place, row?.tags].every(Object.isFrozen)).toBe(true)
    }
    expect(Object.isFrozen(projection.get().tall)).toBe(true)
  })

  it('keeps on, from nothing, after a bug in the projection of a room, and no edit is lost by it', async () => {
    const doc = new Y.Doc()
    const updates = vi.fn()
    const rejections: unknown[] = []
    const note = (reason: unknown) => void rejections.push(reason)
    process.on('unhandledRejection', note)
    const previous: unknown[] = []
    let isBroken = false
    const projection = openProjection(doc, {
      ...garden,
      acts: () => [],
      project: (before: { count: number } | undefined, tables) => {
        previous.push(before)
        if (isBroken) throw new Error('a bug in a room')
        return { count: tables.plants.size }
      },
      revert: {},
    })
    doc.on('update', updates)
    isBroken = true
    act(doc, [create(plants, 'a', {})])
    expect([projection.get().count, updates.mock.calls.length]).toEqual([0, 1])
    isBroken = false
    act(doc, [create(plants, 'b', {})])
    expect(projection.get().count).toBe(2)
    expect(previous.at(-1)).toBe(undefined)
    await new Promise((resolve) => setTimeout(resolve))
    process.off('unhandledRejection', note)
    expect(rejections).toEqual([new Error('a bug in a room')])
  })

  it('tells the other listeners when one throws, and stops when destroyed', async () => {
    const doc = new Y.Doc()
    const projection = openProjection(doc, garden)
    const rejections: unknown[] = []
    const note = (reason: unknown) => void rejections.push(reason)
    process.on('unhandledRejection', note)
    projection.subscribe(() => {
      throw new Error('a bug in a screen')
    })
    const told = vi.fn()
    projection.subscribe(told)
    act(doc, [create(plants, 'a', {})])
    await new Promise((resolve) => setTimeout(resolve))
    process.off('unhandledRejection', note)
    expect([told.mock.calls.length, rejections.length]).toEqual([1, 1])
    projection.destroy()
    act(doc, [create(plants, 'b', {})])
    expect([told.mock.calls.length, projection.get().plants.size]).toEqual([1, 1])
  })

  it.each(['meta', 'text:a'])('refuses a spec with a collection named %s', (name) => {
    const collections = { ...garden.collections, plants: { ...plants, name } }
    expect(() => openProjection(new Y.Doc(), { ...garden, collections } as never)).toThrow(TypeError)
  })

  it.each(['a/b', 'archived', 'id', 'toString', 'tags'])('refuses a field named %s', (name) => {
    const fields = { ...plants.fields, [name]: plants.fields.name }
    const collections = { ...garden.collections, plants: { ...plants, fields } }
    expect(() => openProjection(new Y.Doc(), { ...garden, collections } as never)).toThrow(TypeError)
  })
})
