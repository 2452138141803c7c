// A network between the devices and relays of one process: gives sessions their sockets and relays their connections.
import { CLOSE } from '@yokoten/shared/sync'
import type { CloseName } from '@yokoten/shared/sync'
import type { Network, OpenSocket, SocketEvents } from '../../client/src/session/ports'
import type { Connection, Transport } from '@yokoten/sync-server/ports'
import type { Chance } from './virtual-chance'
import { CALM, createPipe } from './virtual-pipe'
import type { PipeFaults } from './virtual-pipe'
import type { VirtualTime } from './virtual-time'

export interface NetworkFaults {
  readonly up: PipeFaults
  readonly down: PipeFaults
  /** Probability, an attempt, that no connection comes about. */
  readonly refuse: number
  /** Probability, a connection, that it goes on after its device was offline; else it is dead without a word. */
  readonly survive: number
}

export const CALM_NETWORK: NetworkFaults = { up: CALM, down: CALM, refuse: 0, survive: 0.5 }

/** What takes connections: a relay's `connect`. */
export type Accept = (transport: Transport) => Connection | undefined

export interface VirtualHost {
  /** The process is gone: clients are told by their systems, or, where `silently`, not at all. */
  kill(how?: { readonly silently?: boolean }): void
}

export interface VirtualDevice {
  readonly openSocket: OpenSocket
  readonly network: Network
  /** The device loses or finds the network; where `silently`, its browser does not notice. */
  setOnline(isOnline: boolean, how?: { readonly silently?: boolean }): void
  /** The page comes to the front. */
  show(): void
  /** Ends all connections as when the tab is closed: nothing reaches it any more, the relays are told. */
  kill(): void
  readonly connections: number
}

export interface VirtualNetwork {
  /** Until it is killed, connections to this address reach the host; a new host takes the place of the old. */
  host(url: string, accept: Accept): VirtualHost
  device(name: string, origin?: string): VirtualDevice
  /** Cuts every connection, or those of an address: both sides are told. */
  cut(url?: string): void
  faults: NetworkFaults
  /** Hears every message that arrives, for tracing a failing seed. */
  tap: ((device: string, direction: 'up' | 'down', bytes: Uint8Array) => void) | undefined
}

/** A browser's code for a connection that ended without a closing handshake. */
const ABNORMAL = 1006

interface Link {
  readonly url: string
  /**
   * Nothing gets through any more. The client hears a close code, believes that it is connected (`unaware`),
   * or is no more (`gone`); the relay is told or not.
   */
  end(of: { readonly client: number | 'unaware' | 'gone'; readonly relay: 'told' | 'gone' }): void
  freeze(): void
  thaw(): void
}

export function createVirtualNetwork(time: VirtualTime, chance: Chance): VirtualNetwork {
  const hosts = new Map<string, { readonly accept: Accept }>()
  const links = new Set<Link>()
  const network: VirtualNetwork = {
    faults: CALM_NETWORK,
    tap: undefined,
    host(url, accept) {
      const host = { accept }
      hosts.set(url, host)
      return {
        kill({ silently = false } = {}) {
          if (hosts.get(url) === host) hosts.delete(url)
          for (const link of [...links])
            if (link.url === url) link.end({ client: silently ? 'unaware' : ABNORMAL, relay: 'gone' })
        },
      }
    },
    device: (name, origin = 'https://yokoten.test') => createDevice(name, origin),
    cut(url) {
      for (const link of [...links])
        if (url === undefined || link.url === url) link.end({ client: ABNORMAL, relay: 'told' })
    },
  }

  function connect(
    url: string,
    events: SocketEvents,
    device: { readonly name: string; readonly origin: string; readonly links: Set<Link> },
  ) {
    let connection: Connection | undefined
    let isClientOpen = true
    let isRelayOpen = false
    const latency = () => chance.between(...network.faults.up.delay)

    const tellClient = (code: number) => {
      if (!isClientOpen) return
      isClientOpen = false
      forget()
      events.close(code)
    }
    const tellRelay = () => {
      if (!isRelayOpen) return
      isRelayOpen = false
      forget()
      connection?.closed()
    }
    const forget = () => {
      if (isClientOpen || isRelayOpen) return
      up.kill()
      down.kill()
      links.delete(link)
      device.links.delete(link)
    }
    const wire = { isLost: false }
    const up = createPipe({
      wire,
      time,
      chance,
      faults: () => network.faults.up,
      deliver: (bytes) => {
        if (!isRelayOpen) return
        network.tap?.(device.name, 'up', bytes)
        connection?.receive(bytes)
      },
      drained: () => undefined,
    })
    const down = createPipe({
      wire,
      time,
      chance,
      faults: () => network.faults.down,
      deliver: (bytes) => {
        if (!isClientOpen) return
        network.tap?.(device.name, 'down', bytes)
        events.message(bytes)
      },
      drained: () => {
        if (isRelayOpen) connection?.drained()
      },
    })
    const link: Link = {
      url,
      end({ client, relay }) {
        up.kill()
        down.kill()
        if (client === 'gone') isClientOpen = false
        else if (client !== 'unaware') time.after(latency(), () => tellClient(client))
        if (relay === 'gone') isRelayOpen = false
        else time.after(latency(), tellRelay)
        forget()
      },
      freeze() {
        up.block('offline')
        down.block('offline')
      },
      thaw() {
        up.unblock('offline')
        down.unblock('offline')
      },
    }
    const transport: Transport = {
      address: device.name,
      origin: device.origin,
      send: (bytes) => down.send(bytes),
      buffered: () => down.bytesInFlight,
      pause: () => up.block('paused'),
      resume: () => up.unblock('paused'),
      close(reason: CloseName) {
        down.end(() => tellClient(CLOSE[reason].code))
        time.soon(tellRelay)
      },
    }
    links.add(link)
    device.links.add(link)
    up.end(() => {
      const host = hosts.get(url)
      if (!isClientOpen) return
      if (!host || chance.happens(network.faults.refuse)) return tellClient(ABNORMAL)
      isRelayOpen = true
      connection = host.accept(transport)
      down.end(() => {
        if (isClientOpen) events.open()
      })
    })
    return {
      send(bytes: Uint8Array) {
        if (isClientOpen) up.send(bytes)
      },
      close(code = 1000) {
        if (!isClientOpen) return
        up.end(tellRelay)
        time.soon(() => tellClient(code))
      },
    }
  }

  function createDevice(name: string, origin: string): VirtualDevice {
    const own = new Set<Link>()
    const listeners = new Set<(event: 'online' | 'offline' | 'visible') => void>()
    let isOnline = true
    let isNoticed = true
    let isGone = false
    const tell = (event: 'online' | 'offline' | 'visible') => {
      for (const listener of [...listeners]) listener(event)
    }
    return {
      openSocket(url, events) {
        if (isOnline && !isGone) return connect(url, events, { name, origin, links: own })
        time.soon(() => {
          if (!isGone) events.close(ABNORMAL)
        })
        return { send: () => undefined, close: () => undefined }
      },
      network: {
        isOnline: () => isNoticed,
        subscribe(listener) {
          listeners.add(listener)
          return () => listeners.delete(listener)
        },
      },
      setOnline(next, { silently = false } = {}) {
        if (next === isOnline) return
        isOnline = next
        for (const link of [...own]) {
          if (!next) link.freeze()
          else if (chance.happens(network.faults.survive)) link.thaw()
        }
        if (isNoticed === next || (silently && !next)) return
        isNoticed = next
        tell(next ? 'online' : 'offline')
      },
      show: () => tell('visible'),
      kill() {
        isGone = true
        listeners.clear()
        for (const link of [...own]) link.end({ client: 'gone', relay: 'told' })
      },
      get connections() {
        return own.size
      },
    }
  }
  return network
}
