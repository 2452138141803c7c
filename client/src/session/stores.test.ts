import 'fake-indexeddb/auto'
import { deleteDB } from 'idb'
import { IndexeddbPersistence } from 'y-indexeddb'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { createMemoryDocuments, createMemoryDocumentStore } from './document-store'
import { createIdbDocumentStore } from './document-store-idb'
import { createMemoryDisk, createMemoryKeyStore, toStorageError } from './key-store'
import { createIdbKeyStore } from './key-store-idb'
import { describeDocumentStore } from './test-support/document-store-suite'
import { describeKeyStore } from './test-support/key-store-suite'

const disk = createMemoryDisk()
describeKeyStore(
  'memory',
  () => createMemoryKeyStore(disk),
  async () => disk.values.clear(),
)
describeKeyStore(
  'IndexedDB',
  () => createIdbKeyStore('test'),
  () => deleteDB('test'),
)

const documents = createMemoryDocuments()
describeDocumentStore(
  'memory',
  () => createMemoryDocumentStore(documents),
  async () => documents.rows.clear(),
)
describeDocumentStore(
  'y-indexeddb',
  () => createIdbDocumentStore('test-doc-'),
  async () => {
    for (const { name } of await indexedDB.databases())
      if (name?.startsWith('test-doc-')) await deleteDB(name)
  },
)

it('writes databases that y-indexeddb itself can read, and reads those that it wrote', async () => {
  const source = new Y.Doc()
  source.getMap('rows').set('a', 1)
  const rows = await createIdbDocumentStore('plain-').open('one', () => undefined)
  await rows.append(Y.encodeStateAsUpdate(source))
  rows.close()
  const read = new Y.Doc()
  const plain = new IndexeddbPersistence('plain-one', read)
  await plain.whenSynced
  expect(read.getMap('rows').toJSON()).toEqual({ a: 1 })
  read.getMap('rows').set('b', 2)
  await new Promise((resolve) => setTimeout(resolve, 20))
  await plain.destroy()
  const again = await createIdbDocumentStore('plain-').open('one', () => undefined)
  const joined = new Y.Doc()
  for (const { bytes } of await again.load()) Y.applyUpdate(joined, bytes)
  expect(joined.getMap('rows').toJSON()).toEqual({ a: 1, b: 2 })
  again.close()
})

it('opens a database again that the browser has closed', async () => {
  const store = createIdbKeyStore('closed')
  await store.write([{ key: 'a', value: 1 }])
  // Another connection that wants a higher version makes the browser close this one.
  const blocking = indexedDB.open('closed', 2)
  await new Promise((resolve) => (blocking.onsuccess = resolve))
  blocking.result.close()
  await deleteDB('closed')
  await store.write([{ key: 'b', value: 2 }])
  expect(await store.list('')).toEqual([{ key: 'b', value: 2 }])
  store.close()
})

it('tells a full disk from a broken one', () => {
  expect(toStorageError(new DOMException('no room', 'QuotaExceededError')).kind).toBe('full')
  expect(toStorageError(new Error('QuotaExceededError: no room')).kind).toBe('full')
  expect(toStorageError(new DOMException('closed', 'InvalidStateError')).kind).toBe('failing')
})
