// Work on a whole document, done by a worker beside the page's own thread.
import type { BesideTask } from './beside.worker'

/**
 * In a worker that lives for one task, since such work is done once in many hundred changes.
 * @throws where the browser starts no worker, or it broke down: then the page can do the work itself, and be slow.
 */
export async function beside(task: BesideTask): Promise<Uint8Array> {
  const worker = new Worker(new URL('./beside.worker.ts', import.meta.url), { type: 'module' })
  try {
    return await new Promise<Uint8Array>((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<Uint8Array>) => resolve(data)
      worker.onerror = (event) => reject(new Error(event.message))
      worker.postMessage(task)
    })
  } finally {
    worker.terminate()
  }
}
