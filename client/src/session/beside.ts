// Work on a whole document, done by a worker beside the page's own thread.
import type { BesideAnswer, BesideTask } from './beside.worker'

/** A worker that had nothing to do for so long (ms) is let go: its memory is as large as the document. */
const IDLE_MS = 10_000

interface Waiting {
  readonly resolve: (bytes: Uint8Array) => void
  readonly reject: (error: Error) => void
}

let worker: Worker | undefined
let idle: ReturnType<typeof setTimeout> | undefined
let asked = 0
const waiting = new Map<number, Waiting>()

function letGo(error?: Error): void {
  worker?.terminate()
  worker = undefined
  for (const { reject } of waiting.values()) reject(error ?? new Error('The worker was let go.'))
  waiting.clear()
}

function start(): Worker {
  const started = new Worker(new URL('./beside.worker.ts', import.meta.url), { type: 'module' })
  started.onmessage = ({ data: { id, bytes } }: MessageEvent<BesideAnswer>) => {
    waiting.get(id)?.resolve(bytes)
    waiting.delete(id)
    if (waiting.size === 0) idle = setTimeout(letGo, IDLE_MS)
  }
  started.onerror = (event) => letGo(new Error(event.message))
  return started
}

/**
 * One task after the other, by a worker that stays for a while, as a document that is compacted is compressed next.
 * Rejects where the browser starts no worker, or it broke down: then the page can do the work itself, and be slow.
 */
export async function beside(task: BesideTask): Promise<Uint8Array> {
  clearTimeout(idle)
  worker ??= start()
  const id = asked++
  const done = new Promise<Uint8Array>((resolve, reject) => waiting.set(id, { resolve, reject }))
  worker.postMessage({ id, task })
  return done
}
