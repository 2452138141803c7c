// Words that wait on this device until they may be shown: written into its own store and into no document.
import type { KeptBack } from './api'
import type { KeyStore } from './key-store'

const PREFIX = 'kept-back/'

export const createKeptBack = (store: KeyStore): KeptBack => ({
  async get(key) {
    const words = await store.get(PREFIX + key)
    return typeof words === 'string' ? words : undefined
  },
  put: (key, words) => store.write([{ key: PREFIX + key, value: words }]),
})
