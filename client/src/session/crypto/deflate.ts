// Compression of frame contents with fflate.
import type { Compression } from '@yokoten/shared/sync'
import { deflateSync, inflateSync } from 'fflate'

/** Synchronous inside: what is large (a snapshot) is sealed in a worker anyway. */
export const deflate: Compression = {
  deflate: async (bytes) => deflateSync(bytes, { level: 6 }),
  async inflate(bytes, size) {
    try {
      // fflate cuts the output off at the buffer's end without a word: one byte of room shows that it is too long.
      const out = inflateSync(bytes, { out: new Uint8Array(size + 1) })
      return out.length === size ? out : undefined
    } catch {
      return undefined
    }
  },
}
