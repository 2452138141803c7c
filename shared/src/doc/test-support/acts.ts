// Random acts on gardens, for the laws that doc keeps: what several people may do, in any order.
import fc from 'fast-check'
import * as Y from 'yjs'
import type { Change } from '../../kernel'
import { append, create, put, set, write } from '../../kernel'
import type { Step } from '../execute'
import { execute } from '../execute'
import { birthOf } from '../rows'
import { beds, garden, moves, plants } from './garden'

const words = fc.oneof(fc.constantFrom('', 'Fig', 'Elm'), fc.string({ maxLength: 6 }))
const height = fc.constantFrom(0, 5, 11, 20)
const setKey = fc.constantFrom('a', 'b/c', '__proto__', 'constructor', 'ö')

const plantId = fc.constantFrom('p1', 'p2', 'p3')

/** One change that a correct command could ask for, given that its row is there. */
export const anyChange: fc.Arbitrary<Change> = fc.oneof(
  fc.tuple(plantId, words, height).map(([id, name, tall]) => create(plants, id, { name, height: tall })),
  fc.tuple(plantId, setKey).map(([id, key]) => create(plants, id, { tags: { [key]: true } })),
  fc.constant(create(beds, 'b1', { title: 'Herbs' })),
  fc.tuple(plantId, words).map(([id, name]) => set(plants, id, 'name', name)),
  fc.tuple(plantId, height).map(([id, tall]) => set(plants, id, 'height', tall)),
  fc.tuple(plantId, height).map(([id, x]) => set(plants, id, 'place', x === 5 ? null : { x, y: 1 })),
  fc.tuple(plantId, fc.boolean()).map(([id, archived]) => set(plants, id, 'archived', archived)),
  fc
    .tuple(plantId, setKey, fc.boolean())
    .map(([id, key, isIn]) => put(plants, id, 'tags', key, isIn ? true : null)),
  fc
    .tuple(plantId, setKey, words, height)
    .map(([id, key, said, at]) => put(plants, id, 'notes', key, { words: said, at })),
  fc
    .tuple(fc.constantFrom('m1', 'm2', 'm3', 'm4'), plantId, fc.nat(5))
    .map(([id, plant, order]) => append(moves, id, { plant, bed: 'front', parents: [], order })),
  fc.tuple(plantId, words, words).map(([id, one, two]) => write(id, [one, two])),
)

/** Changes whose rows are there or made on the way; others no command would ask for. */
export function possible(doc: Y.Doc, changes: readonly Change[]): Change[] {
  const made = new Set<string>()
  return changes.filter((change) => {
    if (change.kind === 'create') made.add(change.id)
    if (change.kind !== 'set' && change.kind !== 'put') return true
    return made.has(change.id) || birthOf(doc.getMap(change.in).get(change.id)) !== undefined
  })
}

/** Executes what is possible of the changes, as one step. */
export function act(doc: Y.Doc, changes: readonly Change[], command = 'garden.act'): Step {
  const result = execute(doc, garden, possible(doc, changes), command)
  if (!result.ok) throw new Error(result.error.reason)
  return result.value
}

/** Puts any value under a key, also what Yjs itself would refuse to set but would accept from the wire. */
export function putRaw(doc: Y.Doc, name: string, key: string, raw: unknown): void {
  const map = doc.getMap(name)
  doc.transact((transaction) => {
    const left = map._map.get(key) ?? null
    const id = Y.createID(doc.clientID, Y.getState(doc.store, doc.clientID))
    const content = new Y.ContentAny([raw])
    new Y.Item(id, left, left && left.lastId, null, null, map, key, content).integrate(transaction, 0)
  })
}
