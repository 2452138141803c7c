// Files over HTTP at `/blobs`: whoever proves a key of the team gets sealed bytes, whoever proves the writer's puts them.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { BLOB_GENERATION, parseBlobPath, verifyBlobProof } from '@yokoten/shared/sync'
import type { BlobRefusal, BlobVerb } from '@yokoten/shared/sync'
import type { BlobName, BlobStore, BlobStored } from './blob-store'
import type { Log } from './log/port'
import type { Count, Environment } from './ports'
import type { RelaySettings } from './settings'

export const BLOBS_PATH = '/blobs'

export interface BlobsOptions {
  readonly store: BlobStore
  readonly log: Pick<Log, 'usage' | 'generation'>
  readonly environment: Pick<Environment, 'now' | 'crypto'>
  readonly settings: Pick<RelaySettings, 'origins' | 'blobBytes' | 'bytesPerTeam' | 'blobsAtOnce'>
  readonly count: Count
}

export type ServeBlobs = (request: IncomingMessage, response: ServerResponse, path: string) => Promise<void>

const STATUS: Readonly<Record<BlobRefusal, number>> = {
  malformed: 400,
  proof: 401,
  stale: 401,
  origin: 403,
  'view-only': 403,
  'not-found': 404,
  'unknown-team': 409,
  'too-large': 413,
  'wrong-address': 422,
  busy: 503,
  'team-full': 507,
  'cannot-store': 507,
}

const OUTCOME: Readonly<Record<Exclude<BlobStored, 'stored' | 'copy'>, BlobRefusal>> = {
  'wrong-address': 'wrong-address',
  'wrong-length': 'malformed',
  'team-full': 'team-full',
  'cannot-store': 'cannot-store',
}

const VERBS: Readonly<Record<string, BlobVerb>> = { GET: 'get', HEAD: 'get', PUT: 'put' }
const DAY_S = 24 * 60 * 60

/** Serves paths under `/blobs`. Rejects only where the disk fails while reading. */
export function createBlobs({ store, log, environment, settings, count }: BlobsOptions): ServeBlobs {
  let atOnce = 0

  /** A page elsewhere may ask, since its relay may be here; what it may have is the proof's business. */
  function allowOrigin(request: IncomingMessage, response: ServerResponse) {
    response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin')
    response.setHeader('Vary', 'Origin')
    response.setHeader(BLOB_GENERATION, log.generation)
    const { origin } = request.headers
    if (origin === undefined || (settings.origins && !settings.origins.includes(origin))) return
    response.setHeader('Access-Control-Allow-Origin', origin)
    response.setHeader('Access-Control-Allow-Methods', 'GET, HEAD, PUT')
    response.setHeader('Access-Control-Allow-Headers', 'Authorization, Content-Type')
    response.setHeader('Access-Control-Expose-Headers', BLOB_GENERATION)
    response.setHeader('Access-Control-Max-Age', DAY_S)
  }

  const isBearable = ({ method, headers }: IncomingMessage) =>
    method !== 'PUT' || Number(headers['content-length']) <= settings.blobBytes

  function refuse(request: IncomingMessage, response: ServerResponse, refused: BlobRefusal) {
    count('blob_refused')
    const time = refused === 'stale' ? { time: environment.now() } : {}
    const body = Buffer.from(JSON.stringify({ refused, ...time }))
    // A sender whose body is not taken would not hear the answer, so what may be long is cut and the rest let go.
    if (isBearable(request)) request.resume()
    else response.setHeader('Connection', 'close')
    response.writeHead(STATUS[refused], {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Length': body.length,
      'Cache-Control': 'no-store',
    })
    response.end(request.method === 'HEAD' ? undefined : body)
  }

  /** Who asks, judged before a byte of the body is read. */
  async function judge(
    request: IncomingMessage,
    verb: BlobVerb,
    name: BlobName,
  ): Promise<BlobRefusal | undefined> {
    const { authorization, origin } = request.headers
    const proof = await verifyBlobProof(
      environment.crypto,
      authorization ?? '',
      { verb, ...name },
      environment.now(),
    )
    if (!proof.ok) return proof.error.reason === 'stale' ? 'stale' : 'proof'
    if (origin !== undefined && origin !== proof.value.origin) return 'origin'
    if (settings.origins && !settings.origins.includes(proof.value.origin)) return 'origin'
    return verb === 'put' && proof.value.mode !== 'edit' ? 'view-only' : undefined
  }

  async function take(request: IncomingMessage, response: ServerResponse, name: BlobName) {
    const length = Number(request.headers['content-length'] ?? Number.NaN)
    if (!Number.isSafeInteger(length) || length <= 0) return refuse(request, response, 'malformed')
    if (length > settings.blobBytes) return refuse(request, response, 'too-large')
    const { documents, bytes } = await log.usage(name.team)
    if (documents === 0) return refuse(request, response, 'unknown-team')
    const outcome = await store.put(name, length, request, (held) => held + bytes <= settings.bytesPerTeam)
    if (outcome !== 'stored' && outcome !== 'copy') return refuse(request, response, OUTCOME[outcome])
    count(outcome === 'stored' ? 'blob_stored' : 'blob_copied')
    request.resume()
    response.writeHead(outcome === 'stored' ? 201 : 200, { 'Content-Length': 0, 'Cache-Control': 'no-store' })
    response.end()
  }

  async function give(request: IncomingMessage, response: ServerResponse, name: BlobName) {
    const bytes = await store.get(name)
    if (!bytes) return refuse(request, response, 'not-found')
    const isAsked = request.method === 'HEAD'
    if (!isAsked) count('blob_sent')
    response.writeHead(200, {
      'Content-Type': 'application/octet-stream',
      'Content-Disposition': 'attachment',
      'Content-Length': bytes.length,
      'Cache-Control': 'no-store',
    })
    response.end(isAsked ? undefined : bytes)
  }

  return async (request, response, path) => {
    allowOrigin(request, response)
    const name = parseBlobPath(path)
    if (request.method === 'OPTIONS') {
      response.writeHead(204, { 'Content-Length': 0 })
      response.end()
      return
    }
    const verb = VERBS[request.method ?? '']
    if (!verb || !name) return refuse(request, response, name ? 'malformed' : 'not-found')
    const refusal = await judge(request, verb, name)
    if (refusal) return refuse(request, response, refusal)
    if (atOnce >= settings.blobsAtOnce) return refuse(request, response, 'busy')
    atOnce++
    try {
      if (verb === 'put') await take(request, response, name)
      else await give(request, response, name)
    } finally {
      atOnce--
    }
  }
}
