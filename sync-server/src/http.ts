// Plain HTTP: the app's files under a strict policy, health, and metrics.
import { createServer } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import sirv from 'sirv'
import { BLOBS_PATH } from './blobs'
import type { ServeBlobs } from './blobs'
import type { Metrics } from './metrics'
import { SOCKET_PATH } from './socket'

export interface HttpOptions {
  readonly filesDir: string | undefined
  readonly metrics: Metrics
  readonly blobs: ServeBlobs
  /** Told of exceptions, which are bugs or a broken disk. */
  readonly report: (error: unknown) => void
  readonly health: () => object
}

/**
 * No script but the app's own files, no frame, no foreign connection but other relays over TLS, whose sockets and files
 * are two schemes. Inline styles stay
 * allowed: components of react-aria and the text editor bring style elements of their own.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "connect-src 'self' wss: https:",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "media-src 'self' blob:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(self), microphone=(), geolocation=()',
}

/** Paths that are never the app: a reload there must not answer with its page. */
const NOT_APP = [SOCKET_PATH, BLOBS_PATH, '/health', '/metrics']
const isUnder = (path: string, folder: string) => path === folder || path.startsWith(`${folder}/`)

export function createHttpServer({ filesDir, metrics, blobs, report, health }: HttpOptions): Server {
  const files =
    filesDir === undefined
      ? undefined
      : sirv(filesDir, { etag: true, single: true, gzip: true, brotli: true, setHeaders: setCaching })
  return createServer((request, response) => {
    for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value)
    const path = (request.url ?? '/').split('?')[0] ?? '/'
    if (path.startsWith(`${BLOBS_PATH}/`))
      return void blobs(request, response, path).catch((error: unknown) => {
        // A sender who hung up is no fault of the relay's.
        if (!request.destroyed) report(error)
        response.destroy()
      })
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return answer(request, response, 405, 'text/plain', 'Only GET and HEAD are served here.\n')
    if (path === '/health')
      return answer(request, response, 200, 'application/json', `${JSON.stringify(health())}\n`)
    if (path === '/metrics')
      return void metrics
        .render()
        .then(({ type, text }) => answer(request, response, 200, type, text))
        .catch(() => answer(request, response, 500, 'text/plain', 'The metrics could not be read.\n'))
    const isNotApp = NOT_APP.some((folder) => isUnder(path, folder))
    if (isNotApp || !files) return notFound(request, response)
    files(request, response, () => notFound(request, response))
  })
}

/** Names in `assets` carry a hash, so they never change; all others are asked for each time. */
function setCaching(response: ServerResponse, path: string) {
  const isHashed = path.startsWith('/assets/')
  response.setHeader('Cache-Control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache')
}

function notFound(request: IncomingMessage, response: ServerResponse) {
  answer(request, response, 404, 'text/plain', 'There is nothing here.\n')
}

function answer(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  type: string,
  text: string,
) {
  const body = Buffer.from(text)
  response.writeHead(status, {
    'Content-Type': type.includes('charset') ? type : `${type}; charset=utf-8`,
    'Content-Length': body.length,
    'Cache-Control': 'no-store',
  })
  response.end(request.method === 'HEAD' ? undefined : body)
}
