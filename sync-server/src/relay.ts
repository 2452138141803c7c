// The relay: connections, hubs and the log put together, whatever carries the bytes.
import { createConnection } from './connection'
import type { ConnectionContext, RelayConnection } from './connection'
import { createHub } from './hub'
import type { Hub } from './hub'
import type { DocumentName, Log } from './log/port'
import type { Connection, Count, Environment, Transport } from './ports'
import { createDoorkeeper } from './quota'
import type { RelaySettings } from './settings'

export interface Relay {
  /** Takes a connection in, or closes it at once and returns undefined where its address has too many. */
  connect(transport: Transport): Connection | undefined
  /** Asks every client to come back later. What was accepted is still made durable by the log's `close`. */
  stop(): void
  readonly connections: number
  /** Documents that someone has open. */
  readonly openDocuments: number
}

export interface RelayOptions {
  readonly log: Log
  readonly environment: Environment
  readonly settings: RelaySettings
  readonly count?: Count
  /** Told of exceptions, which are bugs or a broken disk. */
  readonly report: (error: unknown) => void
}

const ignore: Count = () => undefined

export function createRelay({ log, environment, settings, count = ignore, report }: RelayOptions): Relay {
  const doorkeeper = createDoorkeeper(settings, environment.now)
  const connections = new Set<RelayConnection>()
  const hubs = new Map<string, { hub: Hub; holders: number }>()
  const keyOf = ({ team, doc }: DocumentName) => `${team}/${doc}`
  const context: ConnectionContext = {
    log,
    environment,
    settings,
    count,
    report,
    doorkeeper,
    acquire(name) {
      const key = keyOf(name)
      const held = hubs.get(key) ?? { hub: createHub(name, context), holders: 0 }
      hubs.set(key, { ...held, holders: held.holders + 1 })
      return held.hub
    },
    release(name) {
      const key = keyOf(name)
      const held = hubs.get(key)
      if (held && held.holders > 1) hubs.set(key, { ...held, holders: held.holders - 1 })
      else hubs.delete(key)
    },
  }
  return {
    connect(transport) {
      const refusal = doorkeeper.enter(transport.address)
      if (refusal) {
        transport.close(refusal)
        return undefined
      }
      const connection = createConnection(transport, context)
      connections.add(connection)
      return {
        ...connection,
        closed() {
          if (!connections.delete(connection)) return
          doorkeeper.leave(transport.address)
          connection.closed()
        },
      }
    },
    stop() {
      for (const connection of [...connections]) connection.close('restarting')
    },
    get connections() {
      return connections.size
    },
    get openDocuments() {
      return hubs.size
    },
  }
}
