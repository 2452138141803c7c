import { expect, it } from 'vitest'
import { createMemoryDisk, createMemoryKeyStore } from './key-store'
import { createKeptBack } from './kept-back'

it('keeps words over a reload, each under its own key, and knows of no others', async () => {
  const disk = createMemoryDisk()
  const before = createKeptBack(createMemoryKeyStore(disk))
  await before.put('hand/one', 'seven')
  await before.put('hand/two', 'four')
  const after = createKeptBack(createMemoryKeyStore(disk))
  expect(await after.get('hand/one')).toBe('seven')
  expect(await after.get('hand/two')).toBe('four')
  expect(await after.get('hand')).toBeUndefined()
})
it('reads nothing that is no text', async () => {
  const store = createMemoryKeyStore()
  await store.write([{ key: 'kept-back/hand', value: 7 }])
  expect(await createKeptBack(store).get('hand')).toBeUndefined()
})
