// Compacts a document away from the screen: of a large one that takes longer than a frame many times over.
import { compact } from '@yokoten/shared/doc'

self.onmessage = ({ data }: MessageEvent<readonly Uint8Array[]>) => {
  const state = compact(...data) as Uint8Array<ArrayBuffer>
  self.postMessage(state, { transfer: [state.buffer] })
}
