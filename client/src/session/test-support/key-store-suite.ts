// What every key store promises, run on each implementation.
import { afterEach, describe, expect, it } from 'vitest'
import type { KeyStore } from '../key-store'

/** `open` gives a store on the same disk as before; `reset` empties the disk. */
export function describeKeyStore(name: string, open: () => KeyStore, reset: () => Promise<void>): void {
  describe(`${name} as a key store`, () => {
    afterEach(reset)

    it('gives back what was written, after it was closed too', async () => {
      const first = open()
      await first.write([{ key: 'a/1', value: { bytes: Uint8Array.of(1, 2), map: new Map([['x', 1]]) } }])
      first.close()
      const second = open()
      expect(await second.get('a/1')).toEqual({ bytes: Uint8Array.of(1, 2), map: new Map([['x', 1]]) })
      expect(await second.get('a/2')).toBeUndefined()
      second.close()
    })
    it('lists by prefix, sorted, and nothing else', async () => {
      const store = open()
      await store.write(['b/1', 'a/2', 'a/1', 'a0', 'aa/1'].map((key) => ({ key, value: key })))
      expect((await store.list('a/')).map(({ key }) => key)).toEqual(['a/1', 'a/2'])
      expect((await store.list('')).map(({ key }) => key)).toHaveLength(5)
      store.close()
    })
    it('puts and deletes together', async () => {
      const store = open()
      await store.write([{ key: 'row', value: 1 }])
      await store.write([{ key: 'frame', value: 2 }], ['row', 'was never there'])
      expect(await store.list('')).toEqual([{ key: 'frame', value: 2 }])
      store.close()
    })
    it('leaves everything as it was where a part of a write fails', async () => {
      const store = open()
      await store.write([{ key: 'row', value: 1 }])
      const uncloneable = () => undefined
      await expect(
        (async () => store.write([{ key: 'frame', value: uncloneable }], ['row']))(),
      ).rejects.toBeDefined()
      expect(await store.list('')).toEqual([{ key: 'row', value: 1 }])
      store.close()
    })
    it('keeps values apart from later changes of the same object', async () => {
      const store = open()
      const value = { list: [1] }
      await store.write([{ key: 'row', value }])
      value.list.push(2)
      expect(await store.get('row')).toEqual({ list: [1] })
      store.close()
    })
    it('refuses after it was closed', async () => {
      const store = open()
      store.close()
      await expect(store.write([{ key: 'row', value: 1 }])).rejects.toMatchObject({ kind: 'failing' })
    })
  })
}
