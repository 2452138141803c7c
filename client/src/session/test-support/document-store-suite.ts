// What every document store promises, run on each implementation.
import { afterEach, describe, expect, it } from 'vitest'
import type { DocumentRows, DocumentStore } from '../document-store'

const bytes = (...values: number[]) => Uint8Array.from(values)
/** Rows that hold something: y-indexeddb adds an empty update at every opening. */
const contents = async (rows: DocumentRows) =>
  (await rows.load()).map((row) => [...row.bytes]).filter((row) => row.some((byte) => byte > 0))

export function describeDocumentStore(
  name: string,
  create: () => DocumentStore,
  reset: () => Promise<void>,
): void {
  describe(`${name} as a document store`, () => {
    afterEach(reset)
    const open = (store: DocumentStore, document = 'team/board/1') => store.open(document, () => undefined)

    it('gives back what was appended, in order, after it was closed too', async () => {
      const rows = await open(create())
      await rows.append(bytes(1))
      await rows.append(bytes(2, 2))
      rows.close()
      const again = await open(create())
      expect(await contents(again)).toEqual([[1], [2, 2]])
      again.close()
    })
    it('replaces the rows named and leaves those of others', async () => {
      const rows = await open(create())
      const first = await rows.append(bytes(1))
      const second = await rows.append(bytes(2))
      const other = await rows.append(bytes(3))
      const merged = await rows.replace([first, second], bytes(4))
      expect(await contents(rows)).toEqual([[3], [4]])
      expect(new Set([first, second, other, merged]).size).toBe(4)
      rows.close()
    })
    it('puts a row aside without the others', async () => {
      const rows = await open(create())
      const key = await rows.append(bytes(1))
      await rows.append(bytes(2))
      await rows.setAside({ key, bytes: bytes(1) })
      expect(await contents(rows)).toEqual([[2]])
      rows.close()
    })
    it('keeps documents apart and deletes one alone', async () => {
      const store = create()
      const one = await open(store, 'one')
      const two = await open(store, 'two')
      await one.append(bytes(1))
      await two.append(bytes(2))
      one.close()
      two.close()
      await store.delete('one')
      const again = await open(store, 'one')
      const other = await open(store, 'two')
      expect(await contents(again)).toEqual([])
      expect(await contents(other)).toEqual([[2]])
      again.close()
      other.close()
    })
  })
}
