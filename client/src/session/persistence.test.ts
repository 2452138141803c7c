import { expect, it, vi } from 'vitest'
import { compact } from '@yokoten/shared/doc'
import * as Y from 'yjs'
import { createMemoryDocuments, createMemoryDocumentStore } from './document-store'
import type { DocumentStore } from './document-store'
import { StorageError } from './key-store'
import { openPersistence } from './persistence'

const after = (ms: number, run: () => void) => {
  const timer = setTimeout(run, Math.min(ms, 5))
  return () => clearTimeout(timer)
}
const compactHere = async (updates: readonly Uint8Array[]) => compact(...updates)
const open = (doc: Y.Doc, store: DocumentStore) =>
  openPersistence({ doc, name: 'one', store, after, compact: compactHere })
const set = (doc: Y.Doc, key: string) => doc.getMap('rows').set(key, true)
const keysOf = (doc: Y.Doc) => [...doc.getMap('rows').keys()].sort()

async function reload(store: DocumentStore): Promise<readonly string[]> {
  const doc = new Y.Doc()
  const persistence = await open(doc, store)
  await persistence.close()
  return keysOf(doc)
}

it('keeps what is edited, in one row for edits close together', async () => {
  const disk = createMemoryDocuments()
  const store = createMemoryDocumentStore(disk)
  const doc = new Y.Doc()
  const persistence = await open(doc, store)
  for (let i = 0; i < 20; i++) set(doc, `k${i}`)
  expect(await persistence.flush()).toBe(true)
  expect(disk.rows.get('one')?.size).toBe(1)
  set(doc, 'last')
  await persistence.close()
  expect(await reload(store)).toHaveLength(21)
})

it('does not store again what it loaded', async () => {
  const disk = createMemoryDocuments()
  const store = createMemoryDocumentStore(disk)
  const doc = new Y.Doc()
  const first = await open(doc, store)
  set(doc, 'a')
  await first.close()
  await reload(store)
  expect(disk.rows.get('one')?.size).toBe(1)
})

it('puts a row aside that cannot be decoded, loads the others, and says that something is missing', async () => {
  const disk = createMemoryDocuments()
  const store = createMemoryDocumentStore(disk)
  const doc = new Y.Doc()
  const first = await open(doc, store)
  set(doc, 'a')
  await first.flush()
  disk.rows.get('one')?.set(500, Uint8Array.of(255, 255, 255, 1))
  set(doc, 'b')
  await first.close()
  const read = new Y.Doc()
  const again = await open(read, store)
  expect(keysOf(read)).toEqual(['a', 'b'])
  expect(again.isComplete).toBe(false)
  expect(disk.aside.get('one')).toEqual([Uint8Array.of(255, 255, 255, 1)])
  await again.close()
  expect(await reload(store)).toEqual(['a', 'b'])
})

it('loses nothing when the database is closed before any write, and never lets an edit feel it', async () => {
  for (let step = 0; step < 8; step++) {
    const disk = createMemoryDocuments()
    let writes = 0
    const store = createMemoryDocumentStore(disk, {
      beforeWrite() {
        if (writes++ === step) throw new StorageError('failing', 'closed by the browser')
      },
    })
    const doc = new Y.Doc()
    const persistence = await open(doc, store)
    for (let i = 0; i < 6; i++) {
      set(doc, `k${i}`)
      await persistence.flush()
    }
    await vi.waitFor(async () => expect(await persistence.flush()).toBe(true))
    expect(persistence.state.get()).toBe('ok')
    await persistence.close()
    expect(await reload(store)).toHaveLength(6)
  }
})

it('says failing or full while it cannot store, and stores all of it once it can', async () => {
  const disk = createMemoryDocuments()
  let fault: StorageError | undefined = new StorageError('full', 'no room')
  const store = createMemoryDocumentStore(disk, {
    beforeWrite() {
      if (fault) throw fault
    },
  })
  const doc = new Y.Doc()
  const persistence = await open(doc, store)
  set(doc, 'a')
  expect(await persistence.flush()).toBe(false)
  expect(persistence.state.get()).toBe('full')
  fault = new StorageError('failing', 'broken')
  set(doc, 'b')
  expect(await persistence.flush()).toBe(false)
  expect(persistence.state.get()).toBe('failing')
  fault = undefined
  await vi.waitFor(() => expect(persistence.state.get()).toBe('ok'))
  await persistence.close()
  expect(await reload(store)).toEqual(['a', 'b'])
})

it('opens without a disk and stores the whole document when there is one', async () => {
  const disk = createMemoryDocuments()
  const real = createMemoryDocumentStore(disk)
  let isThere = false
  const store: DocumentStore = {
    ...real,
    open: (name, onClosed) =>
      isThere ? real.open(name, onClosed) : Promise.reject(new StorageError('failing', 'forbidden')),
  }
  const doc = new Y.Doc()
  const persistence = await open(doc, store)
  expect(persistence.state.get()).toBe('failing')
  expect(persistence.isComplete).toBe(false)
  set(doc, 'a')
  isThere = true
  await vi.waitFor(() => expect(persistence.state.get()).toBe('ok'))
  await persistence.close()
  expect(await reload(real)).toEqual(['a'])
})

it('rewrites many rows as one, and leaves rows of another tab alone', async () => {
  const disk = createMemoryDocuments()
  const store = createMemoryDocumentStore(disk)
  const doc = new Y.Doc()
  const persistence = await open(doc, store)
  const other = new Y.Doc()
  set(other, 'other')
  for (let i = 0; i < 500; i++) {
    set(doc, `k${i}`)
    await persistence.flush()
    if (i === 250) disk.rows.get('one')?.set(9_000, Y.encodeStateAsUpdate(other))
  }
  expect(disk.rows.get('one')?.size).toBe(501)
  await vi.waitFor(() => expect(disk.rows.get('one')?.size).toBe(2))
  await persistence.close()
  expect(await reload(store)).toHaveLength(501)
})

it('gives the whole document from the disk, and where the disk fails from the document', async () => {
  const disk = createMemoryDocuments()
  let isBroken = false
  const store = createMemoryDocumentStore(disk, {
    beforeWrite() {
      if (isBroken) throw new StorageError('failing', 'broken')
    },
  })
  const doc = new Y.Doc()
  const persistence = await open(doc, store)
  const fresh = async () => {
    const other = new Y.Doc()
    Y.applyUpdate(other, await persistence.wholeState())
    return keysOf(other)
  }
  set(doc, 'a')
  expect(await fresh()).toEqual(['a'])
  expect(disk.rows.get('one')?.size).toBe(1)
  isBroken = true
  set(doc, 'b')
  expect(await fresh()).toEqual(['a', 'b'])
  isBroken = false
  await persistence.close()
})

it('gives whoever asks all that was there when they asked, also while an earlier one is still made', async () => {
  const store = createMemoryDocumentStore(createMemoryDocuments())
  const doc = new Y.Doc()
  const made: (() => void)[] = []
  const compactSlowly = async (updates: readonly Uint8Array[]) => {
    const whole = compact(...updates)
    await new Promise<void>((resolve) => made.push(resolve))
    return whole
  }
  const persistence = await openPersistence({ doc, name: 'one', store, after, compact: compactSlowly })
  set(doc, 'a')
  const early = persistence.wholeState()
  await vi.waitFor(() => expect(made).toHaveLength(1))
  set(doc, 'b')
  const late = persistence.wholeState()
  made[0]?.()
  await vi.waitFor(() => expect(made).toHaveLength(2))
  made[1]?.()
  const keysIn = async (state: Promise<Uint8Array>) => {
    const read = new Y.Doc()
    Y.applyUpdate(read, await state)
    return keysOf(read)
  }
  expect(await keysIn(early)).toEqual(['a'])
  expect(await keysIn(late)).toEqual(['a', 'b'])
  await persistence.close()
  expect(await reload(store)).toEqual(['a', 'b'])
})

it('stores nothing while the outbox lacks an edit, and everything afterwards', async () => {
  const disk = createMemoryDocuments()
  const store = createMemoryDocumentStore(disk)
  const doc = new Y.Doc()
  let mayStore = false
  const persistence = await openPersistence({
    doc,
    name: 'one',
    store,
    after,
    compact: compactHere,
    mayStore: () => mayStore,
  })
  set(doc, 'a')
  expect(await persistence.flush()).toBe(false)
  expect(await persistence.flush()).toBe(false)
  expect(disk.rows.get('one')?.size).toBe(0)
  mayStore = true
  await vi.waitFor(() => expect(disk.rows.get('one')?.size).toBe(1))
  expect(await persistence.flush()).toBe(true)
  await persistence.close()
  expect(await reload(store)).toEqual(['a'])
})

it('keeps what waits in the document for what comes before it, which no update event tells of', async () => {
  const store = createMemoryDocumentStore(createMemoryDocuments())
  const elsewhere = new Y.Doc()
  const updates: Uint8Array[] = []
  elsewhere.on('update', (update: Uint8Array) => updates.push(update))
  set(elsewhere, 'a')
  set(elsewhere, 'b')
  const [before, later] = updates
  if (!before || !later) throw new Error('two edits make two updates')
  const doc = new Y.Doc()
  const persistence = await open(doc, store)
  Y.applyUpdate(doc, later)
  persistence.keep([later])
  expect(await persistence.flush()).toBe(true)
  await persistence.close()
  const read = new Y.Doc()
  const again = await open(read, store)
  Y.applyUpdate(read, before)
  expect(keysOf(read)).toEqual(['a', 'b'])
  await again.close()
})
