// What takes longer than a frame many times over on a large document, done away from the screen.
import { compact } from '@yokoten/shared/doc'
import { deflateWhole } from './crypto/deflate'

export type BesideTask =
  | { readonly task: 'compact'; readonly updates: readonly Uint8Array[] }
  | { readonly task: 'deflate'; readonly bytes: Uint8Array }

const done = (asked: BesideTask): Uint8Array =>
  asked.task === 'compact' ? compact(...asked.updates) : deflateWhole(asked.bytes)

self.onmessage = ({ data }: MessageEvent<BesideTask>) => {
  const bytes = done(data) as Uint8Array<ArrayBuffer>
  self.postMessage(bytes, { transfer: [bytes.buffer] })
}
