// Runs inside the page that is measured: its clocks, and the yardstick, a copy of Yjs as cold as the app's own.
import * as Y from 'yjs'

const asked = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('no database'))
  })

/** The one row of a document's database. */
async function rowOf(database: string): Promise<Uint8Array> {
  const db = await asked(indexedDB.open(database))
  const rows = await asked(db.transaction('updates').objectStore('updates').getAll())
  db.close()
  return rows[0] as Uint8Array
}

/** Milliseconds that `Y.applyUpdate` alone takes. */
export async function yardstick(database: string): Promise<number> {
  const state = await rowOf(database)
  const start = performance.now()
  Y.applyUpdate(new Y.Doc(), state)
  return performance.now() - start
}

/** Puts one state in the place of whatever the document's database holds. */
export async function putState(database: string, state: Uint8Array): Promise<void> {
  const db = await asked(indexedDB.open(database))
  const tx = db.transaction('updates', 'readwrite')
  tx.objectStore('updates').clear()
  await asked(tx.objectStore('updates').add(state))
  db.close()
}

/** Calls back when the frame that is being made has been painted, and all that was waiting before has run. */
function afterPaint(done: () => void): void {
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = done
    port2.postMessage(null)
  })
}

/** ms from the next click until cards have been painted and the page is free again. */
export const opening = (): Promise<number> =>
  new Promise((resolve) => {
    let start = 0
    addEventListener('click', (event) => (start = event.timeStamp), { capture: true, once: true })
    const look = () => {
      const isThere = start > 0 && document.querySelector('[data-card]') !== null
      if (isThere) afterPaint(() => resolve(performance.now() - start))
      else requestAnimationFrame(look)
    }
    look()
  })

/** For each press of P, ms until the first frame was painted after the page had changed; filled as it goes. */
export function watchPulls(): number[] {
  const painted: number[] = []
  let pressed: number | undefined
  addEventListener('keydown', (event) => (pressed = event.key === 'p' ? event.timeStamp : undefined), {
    capture: true,
  })
  new MutationObserver(() => {
    const start = pressed
    if (start === undefined) return
    pressed = undefined
    afterPaint(() => painted.push(performance.now() - start))
  }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true })
  return painted
}

/** ms between frames; filled until `stop` is called. */
export function watchFrames(): { readonly between: number[]; stop(): void } {
  const between: number[] = []
  let last: number | undefined
  let isOver = false
  const frame = (at: number) => {
    if (isOver) return
    if (last !== undefined) between.push(at - last)
    last = at
    requestAnimationFrame(frame)
  }
  requestAnimationFrame(frame)
  return {
    between,
    stop() {
      isOver = true
    },
  }
}

let held: Y.Doc | undefined

/** Keeps a document of its own, as one base64 update, in the page's memory until the page is left. */
export function holdDocument(state: string): number {
  held = new Y.Doc()
  Y.applyUpdate(
    held,
    Uint8Array.from(atob(state), (char) => char.charCodeAt(0)),
  )
  return held.store.clients.size
}

const tasks: number[] = []

/** Notes every task of more than 50 ms, in ms, from now on. */
export function watchLongTasks(): void {
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) tasks.push(duration)
  }).observe({ type: 'longtask' })
}

export const longTasks = (): readonly number[] => tasks
