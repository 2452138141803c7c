// Serves the app from the device: every file of a build, and the files of the build before for tabs still open.
import { PrecacheController, PrecacheRoute } from 'workbox-precaching'
import type { PrecacheEntry } from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'
import { buildCacheName, outdatedCaches } from './build-caches'

interface LifeEvent extends Event {
  waitUntil(work: Promise<unknown>): void
}
/** The part of a service worker's global that is used; the DOM's types do not have it. */
interface Worker {
  readonly __WB_MANIFEST: (string | PrecacheEntry)[]
  readonly clients: { claim(): Promise<void> }
  skipWaiting(): Promise<void>
  addEventListener(type: 'install' | 'activate', listener: (event: LifeEvent) => void): void
  addEventListener(type: 'message', listener: (event: MessageEvent<unknown>) => void): void
}
declare const self: Worker

const entries = self.__WB_MANIFEST
const cacheName = buildCacheName(entries)
/** Remembers which build was active, so that the next one knows which files to keep. */
const MEMORY = 'yokoten-active-build'
const MEMORY_KEY = '/active-build'

const files = new PrecacheController({ cacheName })
files.addToCacheList(entries)

// Paths the relay answers: they are never the app's page.
const RELAY = [/^\/sync\b/u, /^\/health\b/u, /^\/metrics\b/u, /^\/blobs?\b/u]

registerRoute(new PrecacheRoute(files, { cleanURLs: false, ignoreURLParametersMatching: [] }))
registerRoute(new NavigationRoute(files.createHandlerBoundToURL('/index.html'), { denylist: RELAY }))
// A tab of the build before asks for a part that this build no longer has.
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith('/assets/'),
  async ({ request }) => (await caches.match(request)) ?? fetch(request),
)

self.addEventListener('install', (event) => {
  event.waitUntil(files.install(event as Parameters<typeof files.install>[0]))
})

async function takeOver(): Promise<void> {
  const memory = await caches.open(MEMORY)
  const active = await (await memory.match(MEMORY_KEY))?.text()
  if (active !== cacheName) {
    await memory.put(MEMORY_KEY, new Response(cacheName))
    for (const name of outdatedCaches(await caches.keys(), cacheName, active)) await caches.delete(name)
  }
  await self.clients.claim()
}

self.addEventListener('activate', (event) => {
  event.waitUntil(takeOver())
})

self.addEventListener('message', (event) => {
  const { data } = event
  if (typeof data === 'object' && data !== null && 'type' in data && data.type === 'SKIP_WAITING')
    void self.skipWaiting()
})
