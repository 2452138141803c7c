import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import type { Change } from '../kernel'
import { append, create, put, set, write } from '../kernel'
import { execute } from './execute'
import { openProjection } from './projection'
import { act, anyChange } from './test-support/acts'
import { garden, moves, plants, testContext } from './test-support/garden'
import { plainText, textFragment } from './text'
import { createUndo } from './undo'

function person(name: string, limit = 200) {
  const doc = new Y.Doc()
  const projection = openProjection(doc, garden)
  const undo = createUndo({ doc, spec: garden, projection, context: testContext(name), limit })
  return {
    doc,
    projection,
    undo,
    /** Named after its first change that is one: what is there cannot be made again. */
    run(...changes: Change[]) {
      const { plants } = projection.get()
      const first = changes.find((change) => change.kind !== 'create' || !plants.get(change.id))
      undo.record(act(doc, changes, `garden.${first?.kind ?? 'nothing'}`))
    },
    row: (id: string) => projection.get().plants.get(id),
    words: (id: string) => plainText(textFragment(doc, id)),
  }
}
type Person = ReturnType<typeof person>

const meet = (...people: Person[]) => {
  for (const from of people) for (const to of people) Y.applyUpdate(to.doc, Y.encodeStateAsUpdate(from.doc))
}

const move = (plant: string, order: number) => ({ plant, bed: 'front', parents: [], order })

/** What stands in a document by client: every live key, and the words somebody typed. */
function standingBy(doc: Y.Doc, client: number): string[] {
  const found: string[] = []
  for (const [name, type] of doc.share) {
    for (const [key, item] of type._map) {
      if (!item.deleted && item.id.client === client && name !== 'meta')
        found.push(`${name}/${key}/${item.id.clock}`)
    }
    if (!name.startsWith('text:')) continue
    for (let item = type._start; item; item = item.right) {
      if (!item.deleted && item.id.client === client) found.push(`${name}/${item.id.clock}`)
    }
  }
  return found.sort()
}

// Laws are tried on many cases, and a busy machine is no failure.
vi.setConfig({ testTimeout: 60_000 })

describe('undo', () => {
  it('asks before it goes, leaves the step where it may not, and says afterwards that it is done', () => {
    const doc = new Y.Doc()
    const projection = openProjection(doc, garden)
    const said: string[] = []
    let may = false
    const undo = createUndo({
      doc,
      spec: garden,
      projection,
      context: testContext('ann'),
      mayGo({ direction, command, cause, changes }) {
        said.push(`${direction} ${command} ${String(cause?.args)} ${changes.map(({ kind }) => kind).join()}`)
        return may ? () => said.push(`done ${String(projection.get().plants.get('p')?.archived)}`) : undefined
      },
    })
    undo.record(act(doc, [create(plants, 'p', {})], 'garden.plant'), { version: 1, args: 'p', isTold: false })
    expect(undo.undo()).toEqual({ done: false, reason: 'not-free' })
    expect(undo.state().undo).toBe('garden.plant')
    may = true
    expect([undo.undo().done, undo.redo().done]).toEqual([true, true])
    expect(said).toEqual([
      'undo garden.plant p set',
      'undo garden.plant p set',
      'done true',
      'redo garden.plant p set',
      'done false',
    ])
    undo.clear()
    expect([undo.state(), undo.undo()]).toEqual([
      { undo: undefined, redo: undefined },
      { done: false, reason: 'nothing' },
    ])
  })

  it("never removes another's change, whatever was done, undone and redone by whom", () => {
    // On one row and mostly in sight of one another, so that people really get in each other's way.
    const change = fc.oneof(
      { weight: 4, arbitrary: fc.nat(9).map((tall) => set(plants, 'p1', 'height', tall)) },
      { weight: 2, arbitrary: fc.boolean().map((on) => put(plants, 'p1', 'tags', 'a', on ? true : null)) },
      { weight: 2, arbitrary: fc.constant(create(plants, 'p1', { name: 'Fig' })) },
      { weight: 1, arbitrary: fc.boolean().map((archived) => set(plants, 'p1', 'archived', archived)) },
      { weight: 1, arbitrary: fc.constant(write('p1', ['words'])) },
      { weight: 1, arbitrary: fc.constantFrom('m1', 'm2').map((id) => append(moves, id, move('p1', 1))) },
    )
    const step = fc.record({
      who: fc.nat(1),
      does: fc.constantFrom('act', 'act', 'undo', 'redo'),
      meets: fc.constantFrom(true, true, false),
      changes: fc.array(change, { minLength: 1, maxLength: 2 }),
    })
    fc.assert(
      fc.property(fc.array(step, { minLength: 6, maxLength: 30 }), (steps) => {
        const people = [person('a'), person('b')] as const
        for (const { who, does, meets, changes } of steps) {
          const mine = people[who] as Person
          const other = people[1 - who] as Person
          if (meets) meet(...people)
          if (does === 'act') mine.run(...changes)
          else {
            const before = standingBy(mine.doc, other.doc.clientID)
            const archivedBefore = [...mine.projection.get().plants.values()].filter((row) => row.archived)
            const outcome = mine.undo[does]()
            expect(standingBy(mine.doc, other.doc.clientID)).toEqual(before)
            for (const row of mine.projection.get().plants.values()) {
              const wasArchived = archivedBefore.some(({ id }) => id === row.id)
              const foreign = before.some(
                (key) => key.startsWith(`plants/${row.id}/`) && !key.startsWith(`plants/${row.id}/archived`),
              )
              // Hiding a row that another wrote into would take that away as well, unless a command of one's own did.
              if (does === 'undo' && row.archived && !wasArchived && foreign && outcome.done) {
                expect(outcome.command).not.toBe('garden.create')
              }
            }
          }
        }
      }),
      { numRuns: 200 },
    )
  })

  it('takes back all of one’s own acts to where they began, and brings them again', () => {
    const rowsOnly = fc.array(
      fc.array(
        anyChange.filter(({ kind }) => kind === 'set' || kind === 'put'),
        { maxLength: 4 },
      ),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(rowsOnly, fc.array(fc.boolean(), { maxLength: 20 }), (steps, wander) => {
        const me = person('a')
        act(
          me.doc,
          ['p1', 'p2', 'p3'].map((id) => create(plants, id, { name: 'Elm', tags: { a: true } })),
        )
        const stages = [me.projection.get()]
        for (const step of steps) {
          const before = me.undo.state()
          me.run(...step)
          if (me.projection.get() !== stages.at(-1)) stages.push(me.projection.get())
          else expect(me.undo.state()).toBe(before)
        }
        let at = stages.length - 1
        for (const isBack of [...wander, ...stages.map(() => true), ...stages.map(() => false)]) {
          const outcome = isBack ? me.undo.undo() : me.undo.redo()
          const next = at + (isBack ? -1 : 1)
          const isThere = next >= 0 && next < stages.length
          expect(outcome.done).toBe(isThere)
          if (isThere) at = next
          expect(me.projection.get()).toEqual(stages[at])
        }
      }),
      { numRuns: 80 },
    )
  })

  it('refuses where another has written since, by the identity of the write and not by its value, and says who', () => {
    const [me, you] = [person('a'), person('b')]
    me.run(create(plants, 'a', { height: 1 }))
    me.run(set(plants, 'a', 'height', 2))
    meet(me, you)
    you.run(set(plants, 'a', 'height', 9))
    you.run(set(plants, 'a', 'height', 2))
    meet(me, you)
    expect(me.undo.undo()).toEqual({ done: false, reason: 'changed', by: you.doc.clientID })
    expect(me.row('a')?.height).toBe(2)
    expect(me.undo.undo()).toEqual({ done: false, reason: 'changed', by: you.doc.clientID })
    expect(me.undo.undo()).toEqual({ done: false, reason: 'nothing' })
  })

  it('takes back all of a step or nothing', () => {
    const [me, you] = [person('a'), person('b')]
    act(me.doc, [create(plants, 'a', {}), create(plants, 'b', {})])
    me.run(set(plants, 'a', 'height', 5), set(plants, 'b', 'height', 5))
    meet(me, you)
    you.run(set(plants, 'a', 'height', 6))
    meet(me, you)
    expect(me.undo.undo()).toMatchObject({ done: false, reason: 'changed' })
    expect([me.row('a')?.height, me.row('b')?.height]).toEqual([6, 5])
  })

  it('goes back through several of one’s own writes to the same field', () => {
    const me = person('a')
    me.run(create(plants, 'a', { height: 1 }))
    for (const tall of [2, 3, 4]) me.run(set(plants, 'a', 'height', tall))
    const seen: unknown[] = []
    for (let i = 0; i < 3; i++) seen.push(me.undo.undo().done, me.row('a')?.height)
    expect(seen).toEqual([true, 3, true, 2, true, 1])
    for (let i = 0; i < 3; i++) me.undo.redo()
    expect(me.row('a')?.height).toBe(4)
    me.undo.undo()
    expect(me.row('a')?.height).toBe(3)
  })

  it('undoes a creation by archiving, and not where another has written into the row', () => {
    const [me, you] = [person('a'), person('b')]
    me.run(create(plants, 'a', { name: 'Fig' }), write('a', ['about figs']))
    expect(me.undo.undo()).toEqual({ done: true, command: 'garden.create' })
    expect([me.row('a')?.archived, me.row('a')?.name, me.words('a')]).toEqual([true, 'Fig', 'about figs'])
    me.undo.redo()
    expect(me.row('a')?.archived).toBe(false)
    meet(me, you)
    you.run(put(plants, 'a', 'tags', 'x', true))
    meet(me, you)
    expect(me.undo.undo()).toEqual({ done: false, reason: 'changed', by: you.doc.clientID })
    expect(me.row('a')?.archived).toBe(false)
  })

  it('refuses to hide a row whose text another has typed in', () => {
    const [me, you] = [person('a'), person('b')]
    me.run(create(plants, 'a', {}), write('a', ['mine']))
    meet(me, you)
    const paragraph = textFragment(you.doc, 'a').get(0) as Y.XmlElement
    ;(paragraph.get(0) as Y.XmlText).insert(4, ' and yours')
    meet(me, you)
    expect(me.undo.undo()).toEqual({ done: false, reason: 'changed', by: you.doc.clientID })
    expect([me.words('a'), me.row('a')?.archived]).toEqual(['mine and yours', false])
  })

  it('takes first words back where they stand untouched, and leaves them where one typed on', () => {
    const me = person('a')
    me.run(write('a', ['one', 'two']))
    me.undo.undo()
    expect(me.words('a')).toBe('')
    me.undo.redo()
    expect(me.words('a')).toBe('one\ntwo')
    const paragraph = textFragment(me.doc, 'a').get(0) as Y.XmlElement
    ;(paragraph.get(0) as Y.XmlText).insert(3, ' more')
    expect(me.undo.undo().done).toBe(true)
    expect(me.words('a')).toBe('one more\ntwo')
  })

  it('takes a log entry back by a further entry, as its room decides', () => {
    const [me, you] = [person('a'), person('b')]
    me.run(append(moves, 'm1', move('a', 1)))
    expect(me.undo.undo().done).toBe(true)
    expect(me.projection.get().lastMoves.get('a')).toMatchObject({ bed: 'back', parents: ['m1'] })
    me.run(append(moves, 'm2', move('b', 2)))
    meet(me, you)
    you.run(append(moves, 'm3', move('b', 3)))
    meet(me, you)
    expect(me.undo.undo()).toEqual({ done: false, reason: 'superseded' })
    expect(me.projection.tables().moves.has('m2')).toBe(true)
  })

  it('takes several entries of one step back the last first, each seeing what went before', () => {
    const me = person('a')
    const seen: string[] = []
    const spec = {
      ...garden,
      revert: {
        moves: (
          snapshot: ReturnType<typeof me.projection.get>,
          id: string,
          context: ReturnType<ReturnType<typeof testContext>>,
        ) => {
          seen.push(`${id} under ${snapshot.lastMoves.get('a')?.id}`)
          return {
            ok: true as const,
            value: [append(moves, `undo-${id}`, { ...move('a', context.stamp().order), parents: [id] })],
          }
        },
      },
    }
    const undo = createUndo({ doc: me.doc, spec, projection: me.projection, context: testContext('c') })
    undo.record(act(me.doc, [append(moves, 'm1', move('a', 1)), append(moves, 'm2', move('a', 2))], 'x'))
    expect(undo.undo().done).toBe(true)
    expect(seen).toEqual(['m2 under m2', 'm1 under undo-m2'])
    expect(me.projection.get().lastMoves.get('a')?.id).toBe('undo-m1')
  })

  it('calls an entry final where its room knows no way back', () => {
    const me = person('a')
    const undo = createUndo({
      doc: me.doc,
      spec: { ...garden, revert: {} },
      projection: me.projection,
      context: testContext(),
    })
    undo.record(act(me.doc, [create(plants, 'a', {}), append(moves, 'm1', move('a', 1))], 'x'))
    expect(undo.undo()).toEqual({ done: false, reason: 'final' })
    expect(me.row('a')?.archived).toBe(false)
  })

  it('remembers so many steps and no more, tells what it would touch, and forgets what was undone on a new act', () => {
    const me = person('a', 2)
    act(me.doc, [create(plants, 'a', {})])
    const told = vi.fn()
    me.undo.subscribe(told)
    for (const tall of [1, 2, 3]) me.run(set(plants, 'a', 'height', tall))
    expect(me.undo.state()).toEqual({ undo: 'garden.set', redo: undefined })
    // Each is an act of its own, though all have one name.
    expect(told).toHaveBeenCalledTimes(3)
    expect(me.undo.writes('undo')).toEqual([{ collection: 'plants', id: 'a', name: 'height', member: '' }])
    expect(me.undo.writes('redo')).toEqual([])
    me.undo.undo()
    expect(me.undo.state()).toEqual({ undo: 'garden.set', redo: 'garden.set' })
    me.undo.undo()
    expect(me.undo.undo()).toEqual({ done: false, reason: 'nothing' })
    expect(me.row('a')?.height).toBe(1)
    me.run(put(plants, 'a', 'tags', 'x', true))
    expect(me.undo.state()).toEqual({ undo: 'garden.put', redo: undefined })
    expect(me.undo.redo()).toEqual({ done: false, reason: 'nothing' })
  })

  it('does nothing, and keeps the step, in a document of a newer version', () => {
    const me = person('a')
    me.run(create(plants, 'a', {}))
    execute(me.doc, { ...garden, version: 2 }, [set(plants, 'a', 'height', 1)])
    expect(me.undo.undo()).toMatchObject({ done: false, reason: 'newer-version' })
    expect(me.undo.state().undo).toBe('garden.create')
  })

  it('still knows its own writes after Yjs gave the document another client id', () => {
    const me = person('a')
    me.run(create(plants, 'a', {}))
    me.doc.clientID += 1
    me.run(set(plants, 'a', 'height', 3))
    expect([me.undo.undo().done, me.undo.undo().done]).toEqual([true, true])
    expect(me.row('a')).toMatchObject({ archived: true, height: 0 })
  })
})
