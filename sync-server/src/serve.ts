// A running server: store, log, relay, sockets and files put together, and taken down in order.
import { existsSync } from 'node:fs'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { pino } from 'pino'
import type { Logger } from 'pino'
import { openBlobStore } from './blob-store'
import type { BlobStore } from './blob-store'
import { createBlobs } from './blobs'
import type { Config } from './config'
import { lockFolder } from './folder-lock'
import { createHttpServer } from './http'
import { createLog } from './log/create-log'
import { openEmbeddedStore } from './log/embedded'
import type { Log } from './log/port'
import { createMetrics } from './metrics'
import { nodeEnvironment } from './node-environment'
import { admitWithin } from './quota'
import { createRelay } from './relay'
import { serveSockets } from './socket'

export interface Served {
  readonly port: number
  /** Asks clients to come back later, makes durable what was accepted, lets go of the folder. */
  stop(): Promise<void>
}

/** Why a server did not start, as a sentence for whoever started it. */
export class StartRefused extends Error {}

const PRUNE_EVERY_MS = 60 * 60 * 1_000
/** How long clients have to hang up before they are cut. */
const DRAIN_MS = 2_000

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** Throws StartRefused where the folder, the port or the app's files cannot be used. */
export async function serve(config: Config): Promise<Served> {
  const logger = pino({ level: config.logLevel, base: null })
  if (config.filesDir !== undefined && !existsSync(join(config.filesDir, 'index.html')))
    throw new StartRefused(`The app is not built: ${config.filesDir} has no index.html. Run npm start.`)
  const lock = takeFolder(config.dataDir)
  const { log, blobs } = await openData(config).catch((error: unknown) => {
    lock.unlock()
    throw new StartRefused(`The data folder ${config.dataDir} cannot be used: ${reasonOf(error)}.`)
  })
  const metrics = createMetrics()
  const report = (error: unknown) => logger.error({ err: error }, 'a connection failed')
  const { settings } = config
  const relay = createRelay({
    log,
    environment: nodeEnvironment,
    settings,
    count: metrics.count,
    report,
  })
  metrics.gauge('yokoten_connections', 'Connections now.', () => relay.connections)
  metrics.gauge('yokoten_open_documents', 'Documents that someone has open now.', () => relay.openDocuments)
  const startedAt = Date.now()
  const server = createHttpServer({
    filesDir: config.filesDir,
    metrics,
    blobs: createBlobs({ store: blobs, log, environment: nodeEnvironment, settings, count: metrics.count }),
    report,
    health: () => ({
      status: 'ok',
      connections: relay.connections,
      upSeconds: Math.floor((Date.now() - startedAt) / 1_000),
    }),
  })
  const cutSockets = serveSockets(server, { relay, settings, trustProxy: config.trustProxy })
  const release = async () => {
    await log.close()
    lock.unlock()
  }
  const port = await listen(server, config).catch(async (error: unknown) => {
    await release()
    throw error
  })
  const stopPruning = startPruning(log, logger)
  logger.info({ port }, 'listening')

  let stopping: Promise<void> | undefined
  const stop = async () => {
    stopPruning()
    relay.stop()
    const closed = new Promise<void>((resolve) => server.close(() => resolve()))
    server.closeIdleConnections()
    const cut = setTimeout(() => {
      cutSockets()
      server.closeAllConnections()
    }, DRAIN_MS)
    await closed
    clearTimeout(cut)
    cutSockets()
    await release()
    logger.info('stopped')
  }
  return { port, stop: () => (stopping ??= stop()) }
}

function takeFolder(folder: string) {
  let lock: ReturnType<typeof lockFolder>
  try {
    lock = lockFolder(folder)
  } catch (error) {
    throw new StartRefused(`The data folder ${folder} cannot be used: ${reasonOf(error)}.`)
  }
  if ('heldBy' in lock)
    throw new StartRefused(
      `The data folder ${folder} is in use by process ${lock.heldBy}. Stop that one, or set DATA_DIR.`,
    )
  return lock
}

async function openData({ dataDir, settings }: Config): Promise<{ log: Log; blobs: BlobStore }> {
  const blobs = openBlobStore(join(dataDir, 'blobs'))
  const admit = admitWithin(settings, blobs.bytesOf)
  const log = await createLog(openEmbeddedStore(join(dataDir, 'log')), { ...nodeEnvironment, admit })
  return { log, blobs }
}

function listen(server: Server, { port, host }: Config): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const isTaken = error.code === 'EADDRINUSE'
      reject(
        new StartRefused(
          isTaken
            ? `Port ${port} is taken. Stop what uses it, or set PORT to another one.`
            : `Cannot listen on port ${port}: ${error.message}.`,
        ),
      )
    })
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port))
  })
}

function startPruning(log: Log, logger: Logger): () => void {
  const prune = () =>
    void log.prune().catch((error: unknown) => logger.error({ err: error }, 'pruning failed'))
  prune()
  const timer = setInterval(prune, PRUNE_EVERY_MS)
  timer.unref()
  return () => clearInterval(timer)
}
