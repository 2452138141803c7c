// A device in virtual time: the production session on memory disks, in tabs that can die at every step.
import type { CryptoPort } from '@yokoten/shared/sync'
import { createDeviceOn, loadTeamSession } from '../../client/src/session/device'
import { createMemoryDocumentStore } from '../../client/src/session/document-store'
import { createMemoryDisk, createMemoryKeyStore, StorageError } from '../../client/src/session/key-store'
import {
  createMemoryDevice,
  createMemoryPorts,
  createMemoryTabs,
} from '../../client/src/session/memory-ports'
import type { Ports, Tabs } from '../../client/src/session/ports'
import type { Chance } from './virtual-chance'
import type { VirtualDevice, VirtualNetwork } from './virtual-network'
import { createVirtualProcess } from './virtual-process'
import type { VirtualProcess } from './virtual-process'
import type { VirtualTime } from './virtual-time'

// The session loads this when the first team opens; virtual time does not wait for the module loader.
await loadTeamSession()

/** What becomes of a write: `die-before` and `die-after` end the tab just before and just after it is durable. */
export type DiskFault = 'none' | 'full' | 'failing' | 'die-before' | 'die-after'

export type MemoryDevice = ReturnType<typeof createMemoryDevice>

export interface VirtualTab {
  readonly device: ReturnType<typeof createDeviceOn>
  readonly ports: Ports
  readonly isAlive: boolean
  /** Ends the tab between two instructions: no timer, message or write of it happens any more. */
  kill(): void
}

export interface VirtualClient {
  readonly name: string
  readonly disk: MemoryDevice
  /** Added to the true time by this device's clock, milliseconds. */
  skew: number
  /** Asked before each write to the disk, counted from 1 over all tabs. */
  fault: (write: number) => DiskFault
  readonly tabs: readonly VirtualTab[]
  openTab(options?: { readonly appVersion?: string }): VirtualTab
  setOnline(isOnline: boolean, how?: { readonly silently?: boolean }): void
  killAll(): void
}

export function createVirtualClient(options: {
  readonly name: string
  readonly time: VirtualTime
  readonly chance: Chance
  readonly network: VirtualNetwork
  readonly crypto: CryptoPort
  readonly relays: readonly string[]
  readonly compression?: Ports['compression']
  /** A copied profile: another device's disk. */
  readonly disk?: MemoryDevice
  /** Milliseconds that a write takes, from and to. */
  readonly writeMs?: readonly [number, number]
  /** Freezes snapshots; on unless told. */
  readonly freeze?: boolean
}): VirtualClient {
  const { name, time, chance, network, crypto, relays, writeMs = [0, 8] } = options
  const disk = options.disk ?? createMemoryDevice()
  const shared = createMemoryTabs()
  const open = new Map<VirtualTab, VirtualDevice>()
  let isOnline = true
  let writes = 0

  const hooksOf = (process: VirtualProcess) => {
    let isDying = false
    const die = () => {
      process.kill()
      return process.pass(0)
    }
    return {
      async beforeWrite() {
        await process.pass(chance.between(...writeMs))
        const fault = client.fault(++writes)
        if (fault === 'full' || fault === 'failing') throw new StorageError(fault, 'virtual fault')
        if (fault === 'die-before') await die()
        isDying = fault === 'die-after'
      },
      async afterWrite() {
        if (isDying) await die()
      },
    }
  }

  const client: VirtualClient = {
    name,
    disk,
    skew: 0,
    fault: () => 'none',
    get tabs() {
      return [...open.keys()]
    },
    openTab({ appVersion = 'test' } = {}) {
      const process = createVirtualProcess(time)
      const node = network.device(name)
      node.setOnline(isOnline)
      const hooks = hooksOf(process)
      const ports = createMemoryPorts({
        wall: () => time.now() + client.skew,
        after: process.after,
        random: chance.fork().bytes,
        crypto: async () => crypto,
        compression: options.compression,
        openKeys(store) {
          const kept = disk.keys.get(store) ?? createMemoryDisk()
          disk.keys.set(store, kept)
          return createMemoryKeyStore(kept, hooks)
        },
        async deleteKeys(store) {
          await hooks.beforeWrite()
          disk.keys.delete(store)
        },
        documents: createMemoryDocumentStore(disk.documents, hooks),
        tabs: tabsOf(process, shared.tab()),
        network: node.network,
        openSocket: node.openSocket,
        relays,
        appVersion,
        freeze: options.freeze ?? true,
      })
      const tab: VirtualTab = {
        device: createDeviceOn(ports),
        ports,
        get isAlive() {
          return process.isAlive
        },
        kill: () => process.kill(),
      }
      open.set(tab, node)
      process.onKill(() => {
        open.delete(tab)
        node.kill()
      })
      return tab
    },
    setOnline(next, how) {
      isOnline = next
      for (const node of open.values()) node.setOnline(next, how)
    },
    killAll() {
      for (const tab of [...open.keys()]) tab.kill()
    },
  }
  return client
}

/** The tabs' port of one process: its locks and channels end with it. */
function tabsOf(process: VirtualProcess, tabs: Tabs): Tabs {
  return {
    coordinated: tabs.coordinated,
    lead(name, lead) {
      const request = tabs.lead(name, () => {
        if (process.isAlive) lead()
      })
      process.onKill(() => request.release())
      return request
    },
    channel(name, receive) {
      const channel = tabs.channel(name, (message) => {
        if (process.isAlive) receive(message)
      })
      process.onKill(() => channel.close())
      return {
        post(message) {
          if (process.isAlive) channel.post(message)
        },
        close: () => channel.close(),
      }
    },
  }
}
