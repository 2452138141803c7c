// Brings new versions of the app: finds them, asks, and reloads only when that loses nothing.
import type { Readable } from '../session/api'
import { mayReload } from './update-rule'
import type { UpdateState, Work } from './update-rule'

/** Whether the app can start with no network at all, or why it cannot. */
export type OfflineStart = 'ready' | 'preparing' | 'failed' | 'insecure' | 'unsupported'

/** The service worker as this module needs it. */
export interface AppWorker {
  /** A newer build has been fetched and waits. */
  onWaiting(listener: () => void): void
  /** Another build has taken over this page; `isUpdate` is false at the first installation. */
  onControlling(listener: (isUpdate: boolean) => void): void
  /** The files for an offline start are on the device. */
  onReady(listener: () => void): void
  /** The browser refused the service worker, or its files could not be fetched. */
  onFailed(listener: () => void): void
  /** Lets the waiting build take over; `onControlling` follows. */
  takeOver(): void
}

export interface Updates extends Readable<UpdateState> {
  readonly offlineStart: Readable<OfflineStart>
  /** The person agrees to the newer version. */
  agree(): void
}

interface UpdatesNeeds {
  /** Undefined where there can be none; `offline` says why. */
  readonly worker: AppWorker | undefined
  readonly offline: Exclude<OfflineStart, 'ready' | 'failed'>
  work(): Work
  reload(): void
  /** Calls back in a while, for another look. */
  later(look: () => void): void
}

function createState<T>(initial: T): Readable<T> & { set(next: T): void } {
  let value = initial
  const listeners = new Set<() => void>()
  return {
    get: () => value,
    subscribe(listener) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    set(next) {
      if (value === next) return
      value = next
      for (const listener of [...listeners]) listener()
    },
  }
}

export function createUpdates({ worker, offline, work, reload, later }: UpdatesNeeds): Updates {
  const state = createState<UpdateState>('current')
  const offlineStart = createState<OfflineStart>(offline)
  /** Another tab let the newer build take over: this page only has to load again. */
  let tookOver = false

  const proceed = () => {
    if (state.get() !== 'agreed') return
    if (!mayReload(work())) return later(proceed)
    state.set('reloading')
    if (tookOver) reload()
    else worker?.takeOver()
  }

  worker?.onReady(() => offlineStart.set('ready'))
  worker?.onFailed(() => {
    if (offlineStart.get() === 'preparing') offlineStart.set('failed')
  })
  worker?.onWaiting(() => {
    if (state.get() === 'current') state.set('ready')
  })
  worker?.onControlling((isUpdate) => {
    if (!isUpdate) return
    if (state.get() === 'reloading') return reload()
    tookOver = true
    if (state.get() === 'current') state.set('ready')
  })

  return {
    get: state.get,
    subscribe: state.subscribe,
    offlineStart,
    agree() {
      if (state.get() !== 'ready') return
      state.set('agreed')
      proceed()
    },
  }
}
