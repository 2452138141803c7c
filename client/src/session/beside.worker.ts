// What takes longer than a frame many times over on a large document, done away from the screen.
import { compact } from '@yokoten/shared/doc'
import { deflateWhole } from './crypto/deflate'

export type BesideTask =
  | { readonly kind: 'compact'; readonly updates: readonly Uint8Array[] }
  | { readonly kind: 'deflate'; readonly bytes: Uint8Array }

export interface BesideAnswer {
  readonly id: number
  readonly bytes: Uint8Array
}

const done = (task: BesideTask): Uint8Array =>
  task.kind === 'compact' ? compact(...task.updates) : deflateWhole(task.bytes)

self.onmessage = ({
  data: { id, task },
}: MessageEvent<{ readonly id: number; readonly task: BesideTask }>) => {
  const bytes = done(task) as Uint8Array<ArrayBuffer>
  const answer: BesideAnswer = { id, bytes }
  self.postMessage(answer, { transfer: [bytes.buffer] })
}
