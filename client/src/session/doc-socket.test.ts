import { Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { createDocSocket } from './doc-socket'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const after = (ms: number, run: () => void) => {
  const timer = setTimeout(run, ms)
  return () => clearTimeout(timer)
}
function createSide() {
  const doc = new Y.Doc()
  const awareness = new Awareness(doc)
  const edits: Uint8Array[] = []
  const shown: Uint8Array[] = []
  const socket = createDocSocket({
    doc,
    awareness,
    after,
    edit: (update) => edits.push(update),
    presence: (update) => shown.push(update),
  })
  return { doc, awareness, edits, shown, socket, set: (key: string) => doc.getMap('rows').set(key, true) }
}
const keysIn = (updates: readonly Uint8Array[]) => {
  const doc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(doc, update)
  return [...doc.getMap('rows').keys()].sort()
}
const updateOf = (...keys: string[]) => {
  const doc = new Y.Doc()
  for (const key of keys) doc.getMap('rows').set(key, true)
  return Y.encodeStateAsUpdate(doc)
}

it('hands over every edit once, also before the provider is connected', async () => {
  const { edits, set, socket } = createSide()
  set('early')
  await vi.advanceTimersByTimeAsync(0)
  set('later')
  expect(edits).toHaveLength(2)
  expect(keysIn(edits)).toEqual(['early', 'later'])
  expect(socket.provider.synced).toBe(true)
  socket.close()
})

it('applies what comes in one transaction, hands none of it back, and reports what cannot be applied', async () => {
  const { doc, edits, socket } = createSide()
  await vi.advanceTimersByTimeAsync(0)
  let transactions = 0
  doc.on('afterTransaction', () => transactions++)
  const bad = socket.receive([updateOf('a'), Uint8Array.of(255, 255, 1), updateOf('b')])
  expect(bad).toEqual([1])
  expect([...doc.getMap('rows').keys()].sort()).toEqual(['a', 'b'])
  expect(transactions).toBe(1)
  expect(edits).toEqual([])
  socket.close()
})

it('stays connected for hours, and loses no edit where the provider reconnects', async () => {
  const { edits, set, socket } = createSide()
  await vi.advanceTimersByTimeAsync(3_600_000)
  expect(socket.provider.wsconnected).toBe(true)
  socket.provider.ws?.close()
  set('between')
  socket.receive([updateOf('remote')])
  expect(keysIn(edits)).toEqual(['between'])
  socket.close()
})

it('sends only what this device shows, and ignores nonsense and what claims to be it', async () => {
  const mine = createSide()
  const other = createSide()
  await vi.advanceTimersByTimeAsync(0)
  mine.shown.length = 0
  other.awareness.setLocalState({ name: 'Bob' })
  mine.socket.receivePresence(encodeAwarenessUpdate(other.awareness, [other.doc.clientID]))
  expect(mine.awareness.getStates().get(other.doc.clientID)).toEqual({ name: 'Bob' })
  expect(mine.shown).toEqual([])
  mine.awareness.setLocalState({ name: 'Ada' })
  expect(mine.shown).toHaveLength(1)
  mine.socket.receivePresence(Uint8Array.of(200, 1, 2, 3))
  const forged = createSide()
  forged.doc.clientID = mine.doc.clientID
  forged.awareness.clientID = mine.doc.clientID
  for (let i = 0; i < 5; i++) forged.awareness.setLocalState({ name: 'Mallory' })
  mine.socket.receivePresence(encodeAwarenessUpdate(forged.awareness, [mine.doc.clientID]))
  expect(mine.awareness.getLocalState()).toEqual({ name: 'Ada' })
  for (const side of [mine, other, forged]) side.socket.close()
})
