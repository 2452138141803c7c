// A relay in virtual time: the production code on a memory store that can crash, be wiped, copied and set back.
import type { CryptoPort } from '@yokoten/shared/sync'
import { createLog } from '@yokoten/sync-server/log/create-log'
import type { Log } from '@yokoten/sync-server/log/port'
import { createMemoryStore } from '@yokoten/sync-server/log/memory'
import type { MemoryStore } from '@yokoten/sync-server/log/memory'
import type { Store } from '@yokoten/sync-server/log/store'
import { createRelay } from '@yokoten/sync-server/relay'
import { DEFAULTS } from '@yokoten/sync-server/settings'
import type { RelaySettings } from '@yokoten/sync-server/settings'
import type { Chance } from './virtual-chance'
import type { VirtualHost, VirtualNetwork } from './virtual-network'
import { createVirtualProcess } from './virtual-process'
import type { VirtualProcess } from './virtual-process'
import type { VirtualTime } from './virtual-time'

export interface VirtualRelay {
  readonly url: string
  readonly isRunning: boolean
  /** True between a commit's beginning and its end: a good moment to kill it. */
  readonly isCommitting: boolean
  /** Starts on what the disk holds. Does nothing where it runs. */
  start(): Promise<void>
  /** The process ends between two instructions; what was committed stays. `silently`: clients hear nothing. */
  kill(how?: { readonly silently?: boolean }): void
  /** Empties the disk of a stopped relay. */
  wipe(): void
  /** A copy of the disk as it is now. */
  backup(): MemoryStore
  /** Puts a copy in the place of a stopped relay's disk. */
  restore(backup: MemoryStore): void
  /** The disk has no room from now on, or has again. */
  setFull(isFull: boolean): void
  /** All that the disk holds, for looking for what should not be there. */
  dump(): readonly Uint8Array[]
  /** Exceptions that the relay reported: each is a bug. */
  readonly reports: readonly unknown[]
}

export function createVirtualRelay(options: {
  readonly url: string
  readonly time: VirtualTime
  readonly chance: Chance
  readonly network: VirtualNetwork
  readonly crypto: CryptoPort
  readonly settings?: Partial<RelaySettings>
  /** Milliseconds that a commit takes, from and to. */
  readonly commitMs?: readonly [number, number]
}): VirtualRelay {
  const { url, time, chance, network, crypto, settings, commitMs = [0, 5] } = options
  const reports: unknown[] = []
  let disk = createMemoryStore()
  let isFull = false
  let committing = 0
  let running: { readonly host: VirtualHost; readonly process: VirtualProcess } | undefined

  /** The disk as one process sees it: a commit takes time, and none happens after the process is gone. */
  const storeOfProcess = (own: MemoryStore, process: VirtualProcess): Store => ({
    get: (key) => own.get(key),
    range: (from, to, visit) => own.range(from, to, visit),
    async commit(writes) {
      committing += 1
      await process.pass(chance.between(...commitMs))
      committing -= 1
      return isFull ? false : own.commit(writes)
    },
    close: async () => undefined,
  })

  return {
    url,
    get isRunning() {
      return running !== undefined
    },
    get isCommitting() {
      return committing > 0
    },
    async start() {
      if (running) return
      const own = createVirtualProcess(time)
      const random = (length: number) => chance.bytes(length)
      let log: Log | undefined
      void createLog(storeOfProcess(disk, own), { random, now: time.now, soon: own.soon }).then(
        (ready) => (log = ready),
      )
      // The first commit names the log; nobody else waits for it.
      await time.runUntil(() => log !== undefined, 1_000)
      if (!log) throw new Error('the log did not open')
      const relay = createRelay({
        log,
        environment: { now: time.now, random, after: own.after, soon: own.soon, crypto },
        settings: { ...DEFAULTS, ...settings },
        report: (error) => reports.push(error),
      })
      const host = network.host(url, (transport) => relay.connect(transport))
      running = { host, process: own }
    },
    kill(how) {
      running?.process.kill()
      running?.host.kill(how)
      running = undefined
      committing = 0
    },
    wipe() {
      if (running) throw new Error('stop the relay first')
      disk = createMemoryStore()
    },
    backup: () => disk.copy(),
    restore(backup) {
      if (running) throw new Error('stop the relay first')
      disk = backup.copy()
    },
    setFull(full) {
      isFull = full
    },
    dump: () => disk.dump(),
    reports,
  }
}
