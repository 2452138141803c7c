// The service worker of this browser, through workbox-window, and regular looks for a newer build.
import { Workbox } from 'workbox-window'
import type { AppWorker } from './updates'

/** A tab may stay open for weeks. */
const CHECK_MS = 60 * 60 * 1000

export function createBrowserWorker(): AppWorker {
  const workbox = new Workbox('/sw.js')
  const check = () => {
    // Offline there is nothing to find, and the next look comes by itself.
    workbox.update().catch(() => undefined)
  }
  const failed = new Set<() => void>()
  const start = async () => {
    await workbox.register()
    setInterval(check, CHECK_MS)
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') check()
    })
  }
  // The listeners are added in this turn of the event loop, before the registration can report anything.
  queueMicrotask(() => {
    start().catch(() => {
      for (const listener of failed) listener()
    })
  })
  return {
    onWaiting: (listener) => workbox.addEventListener('waiting', listener),
    onControlling(listener) {
      // Workbox judges by the time of registration: a page open since the first installation would hear of no update.
      let isControlled = navigator.serviceWorker.controller !== null
      workbox.addEventListener('controlling', () => {
        listener(isControlled)
        isControlled = true
      })
    },
    onReady: (listener) => void navigator.serviceWorker.ready.then(listener),
    onFailed: (listener) => void failed.add(listener),
    takeOver: () => workbox.messageSkipWaiting(),
  }
}
