// Compression of frame contents: at once, or beside the page's own thread where it would keep a screen waiting.
import type { Compression } from '@yokoten/shared/sync'
import { deflateSync, inflateSync } from 'fflate'
import { isLarge } from './large'

export const deflateWhole = (bytes: Uint8Array): Uint8Array => deflateSync(bytes, { level: 6 })

/**
 * `beside` compresses what is large somewhere else; where it rejects, or there is none, it is done here. The browser's
 * own CompressionStream is no help: Chromium runs it on the thread that reads from it.
 */
export const createCompression = (beside?: (bytes: Uint8Array) => Promise<Uint8Array>): Compression => ({
  async deflate(bytes) {
    const made = beside && isLarge(bytes) ? await beside(bytes).catch(() => undefined) : undefined
    return made ?? deflateWhole(bytes)
  },
  async inflate(bytes, size) {
    try {
      // fflate cuts the output off at the buffer's end without a word: one byte of room shows that it is too long.
      const out = inflateSync(bytes, { out: new Uint8Array(size + 1) })
      return out.length === size ? out : undefined
    } catch {
      return undefined
    }
  },
})
