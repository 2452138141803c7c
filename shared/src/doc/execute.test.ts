import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import type { Change } from '../kernel'
import { append, create, put, set, write } from '../kernel'
import { CommandOrigin, execute } from './execute'
import { openProjection } from './projection'
import { canonicalState } from './state'
import { act, anyChange, possible } from './test-support/acts'
import { beds, garden, moves, plants } from './test-support/garden'
import { plainText, textFragment } from './text'
import { versionOf } from './version'

const countUpdates = (doc: Y.Doc) => {
  const seen = { updates: 0 }
  doc.on('update', () => seen.updates++)
  return seen
}

// Laws are tried on many cases, and a busy machine is no failure.
vi.setConfig({ testTimeout: 60_000 })

describe('execute', () => {
  it('writes no equal value: the same acts again send nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.array(anyChange)), (steps) => {
        const doc = new Y.Doc()
        for (const step of steps) {
          const seen = countUpdates(doc)
          act(doc, step)
          expect(seen.updates).toBeLessThanOrEqual(1)
        }
        const rows = openProjection(doc, garden).tables()
        const again: Change[] = []
        rows.plants.each((row, id) => {
          again.push(set(plants, id, 'name', row.name), set(plants, id, 'place', row.place))
          again.push(set(plants, id, 'archived', row.archived), create(plants, id, { name: 'other' }))
          for (const key of Object.keys(row.tags)) again.push(put(plants, id, 'tags', key, true))
          again.push(put(plants, id, 'tags', 'never there', null))
        })
        rows.moves.each(({ id, ...entry }) => void again.push(append(moves, id, { ...entry, order: 99 })))
        const seen = countUpdates(doc)
        expect(act(doc, again).written).toEqual([])
        expect(seen.updates).toBe(0)
      }),
    )
  })

  it('comes to the same rows as one step or as many', () => {
    fc.assert(
      fc.property(fc.array(anyChange, { maxLength: 12 }), (changes) => {
        const one = new Y.Doc()
        const many = new Y.Doc()
        act(one, changes)
        for (const change of changes) act(many, [change])
        expect(openProjection(one, garden).get()).toEqual(openProjection(many, garden).get())
        for (const id of ['p1', 'p2', 'p3']) {
          expect(plainText(textFragment(one, id))).toBe(plainText(textFragment(many, id)))
        }
      }),
    )
  })

  it('is one transaction with an origin of its own class, and none for what comes to nothing', () => {
    const doc = new Y.Doc()
    // Yjs opens an empty transaction of its own when a text is named for the first time.
    textFragment(doc, 'a')
    const origins: unknown[] = []
    doc.on('afterTransaction', (transaction: Y.Transaction) => origins.push(transaction.origin))
    act(doc, [create(plants, 'a', {}), set(plants, 'a', 'height', 3), write('a', ['x'])], 'garden.plant')
    expect(origins).toHaveLength(1)
    expect(origins[0]).toBeInstanceOf(CommandOrigin)
    expect((origins[0] as CommandOrigin).command).toBe('garden.plant')
    act(doc, [set(plants, 'a', 'height', 4), set(plants, 'a', 'height', 3)])
    expect(origins).toHaveLength(1)
  })

  const made = { name: 'Fig', height: 1 }
  const entry = { plant: 'a', bed: 'b', parents: [], order: 1 }
  const cyclic: Record<string, unknown> = {}
  cyclic.self = cyclic
  const wrong: [string, Change][] = [
    ['an id with a slash', create(plants, 'a/b', made)],
    ['an empty id', create(plants, '', made)],
    ['half a character as an id', create(plants, '\ud800', made)],
    ['an unknown collection', { kind: 'create', in: 'weeds', id: 'a', row: {} }],
    ['a log as rows', { kind: 'create', in: 'moves', id: 'a', row: {} }],
    ['rows as a log', { kind: 'append', in: 'plants', id: 'a', entry: {} }],
    ['an unknown field at birth', { kind: 'create', in: 'plants', id: 'a', row: { colour: 'red' } }],
    [
      'a field like one of every object',
      { kind: 'set', in: 'plants', id: 'old', field: 'constructor', value: 1 },
    ],
    ['an unknown field', { kind: 'set', in: 'plants', id: 'old', field: 'colour', value: 1 }],
    ['a set as a field', { kind: 'set', in: 'plants', id: 'old', field: 'tags', value: {} }],
    ['an unknown set', { kind: 'put', in: 'plants', id: 'old', set: 'colours', key: 'a', value: 1 }],
    ['an empty key', put(plants, 'old', 'tags', '', true)],
    ['a row that is not there', set(plants, 'nobody', 'height', 1)],
    ['an item of a row that is not there', put(plants, 'nobody', 'tags', 'a', true)],
    ['a value of the wrong kind', { kind: 'set', in: 'plants', id: 'old', field: 'height', value: 'tall' }],
    ['a value beyond its limit', set(plants, 'old', 'name', 'x'.repeat(41))],
    ['a bad item', { kind: 'put', in: 'plants', id: 'old', set: 'tags', key: 'a', value: 'yes' }],
    ['a bad entry', { kind: 'append', in: 'moves', id: 'm', entry: { plant: 1 } }],
    ['not a number', set(plants, 'old', 'height', Number.NaN)],
    ['an entry with more than JSON', append(moves, 'm', { ...entry, at: new Date() } as never)],
    ['an entry that holds itself', append(moves, 'm', { ...entry, more: cyclic } as never)],
    ['words that are none', { kind: 'write', text: 'a', paragraphs: [1] as never }],
    ['a text without a right id', write('a/b', ['x'])],
    ['an unknown kind', { kind: 'remove', in: 'plants', id: 'old' } as never],
  ]
  it.each(wrong)('throws before anything is written for %s', (_, change) => {
    const doc = new Y.Doc()
    act(doc, [create(plants, 'old', made)])
    const before = canonicalState(doc)
    const good = [create(plants, 'new', made), append(moves, 'm0', entry), write('new', ['words'])]
    expect(() => execute(doc, garden, [...good, change, ...good])).toThrow()
    expect(canonicalState(doc)).toEqual(before)
  })

  it('leaves a row, an entry and words that are there as they are', () => {
    const doc = new Y.Doc()
    act(doc, [create(plants, 'a', made), append(moves, 'm', entry), write('a', ['first'])])
    act(doc, [
      create(plants, 'a', { name: 'Elm' }),
      append(moves, 'm', { ...entry, bed: 'x' }),
      write('a', ['second']),
    ])
    const { plants: rows, lastMoves } = openProjection(doc, garden).get()
    expect([rows.get('a')?.name, lastMoves.get('a')?.bed]).toEqual(['Fig', 'b'])
    expect(plainText(textFragment(doc, 'a'))).toBe('first')
  })

  it('gives set keys back that JSON would lose, and characters as the others will read them', () => {
    const doc = new Y.Doc()
    const tags = Object.fromEntries(['__proto__', 'constructor', 'a/b'].map((key) => [key, true as const]))
    act(doc, [create(plants, 'a', { name: 'half \ud83d', tags })])
    const copy = new Y.Doc()
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
    const [here, there] = [doc, copy].map((one) => openProjection(one, garden).get().plants.get('a'))
    expect(here?.name).toBe('half \ufffd')
    expect(there).toEqual(here)
    expect(Object.keys(there?.tags ?? {}).sort()).toEqual(['__proto__', 'a/b', 'constructor'])
  })

  it('takes values without a prototype, as sets are read', () => {
    const doc = new Y.Doc()
    act(doc, [create(plants, 'a', { tags: { x: true } })])
    const { tags } = openProjection(doc, garden).get().plants.get('a') ?? { tags: {} }
    act(doc, [create(plants, 'b', { tags })])
    const place = Object.assign(Object.create(null) as { x: number; y: number }, { x: 1, y: 2 })
    act(doc, [set(plants, 'b', 'place', place)])
    expect(openProjection(doc, garden).get().plants.get('b')).toMatchObject({
      tags: { x: true },
      place: { x: 1 },
    })
  })

  it('mends a bad value by writing the one that is read in its place', () => {
    const doc = new Y.Doc()
    act(doc, [create(plants, 'a', {})])
    doc.getMap('plants').set('a/height', 'tall')
    const projection = openProjection(doc, garden)
    expect([projection.get().plants.get('a')?.height, projection.problems().length]).toEqual([0, 1])
    act(doc, [set(plants, 'a', 'height', 0)])
    expect([projection.get().plants.get('a')?.height, projection.problems().length]).toEqual([0, 0])
  })

  it('puts the version in with the first write, raises it and never lowers it', () => {
    const doc = new Y.Doc()
    expect(versionOf(doc)).toBe(0)
    execute(doc, garden, [])
    expect(versionOf(doc)).toBe(0)
    act(doc, [create(beds, 'a', {})])
    expect(versionOf(doc)).toBe(1)
    execute(doc, { ...garden, version: 3 }, [create(beds, 'b', {})])
    expect(versionOf(doc)).toBe(3)
    const old = new Y.Doc()
    act(old, [create(beds, 'c', {})])
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(old))
    Y.applyUpdate(old, Y.encodeStateAsUpdate(doc))
    expect([versionOf(doc), versionOf(old)]).toEqual([3, 3])
  })

  it('refuses to write into a document of a newer version', () => {
    const doc = new Y.Doc()
    execute(doc, { ...garden, version: 2 }, [create(plants, 'a', {})])
    const before = canonicalState(doc)
    expect(execute(doc, garden, possible(doc, [set(plants, 'a', 'height', 2)]))).toEqual({
      ok: false,
      error: { reason: 'newer-version' },
    })
    expect(canonicalState(doc)).toEqual(before)
  })
})
