// Compression of frame contents: with fflate, or by the browser where it would keep a screen waiting.
import type { Compression } from '@yokoten/shared/sync'
import { deflateSync, inflateSync } from 'fflate'

/** Bytes up to which it takes no time that anybody sees. */
const SMALL = 65_536

/** By the platform, beside the page's own thread. Undefined where it has nothing for it. */
async function deflateBeside(bytes: Uint8Array): Promise<Uint8Array | undefined> {
  try {
    const stream = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream()
    const deflated = stream.pipeThrough(new CompressionStream('deflate-raw'))
    return new Uint8Array(await new Response(deflated).arrayBuffer())
  } catch {
    return undefined
  }
}

export const deflate: Compression = {
  async deflate(bytes) {
    const beside = bytes.length > SMALL ? await deflateBeside(bytes) : undefined
    return beside ?? deflateSync(bytes, { level: 6 })
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
}
