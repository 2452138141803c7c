// Tabs of devices with a team's files, and relays that keep them in memory, for tests.
import { createEditSecret, deriveTeamKeys } from '@yokoten/shared/sync'
import type { TeamKeys } from '@yokoten/shared/sync'
import { createCheapCrypto } from '@yokoten/shared/sync/test-support'
import { expect } from 'vitest'
import { createMemoryDisk, createMemoryKeyStore } from '../key-store'
import type { MemoryDisk } from '../key-store'
import { createMemoryPorts } from '../memory-ports'
import type { Ports } from '../ports'
import { createCell } from '../readable'
import type { Cell } from '../readable'
import type { RelayLink } from '../relay-link'
import { createTeamFiles } from '../team-files'
import type { RunningFiles } from '../team-files'
import { createFakeBlobRelay } from './fake-blob-relay'
import type { FakeBlobRelay } from './fake-blob-relay'
import { hasty, until } from './harness'

export const crypto = createCheapCrypto((n) => globalThis.crypto.getRandomValues(new Uint8Array(n)))
export const URL_A = 'ws://a.test/sync'
export const URL_B = 'ws://b.test/sync'
export const photo = Uint8Array.from({ length: 700 }, (_, index) => index % 251)

export interface Tab {
  readonly files: RunningFiles['files']
  readonly running: RunningFiles
  readonly links: ReadonlyMap<string, Cell<string | undefined>>
  lead(): void
  close(): void
}

/** A tab on a device's disk. It puts what waits, unless it follows. */
export interface TabOptions {
  readonly disk?: MemoryDisk
  readonly urls?: readonly string[]
  readonly keys?: TeamKeys
  readonly hooks?: Parameters<typeof createMemoryKeyStore>[1]
  readonly parts?: Partial<Ports>
  readonly offset?: number
  readonly follows?: boolean
}

export interface FilesWorld {
  readonly keys: TeamKeys
  /** The relays at `URL_A` and `URL_B`. */
  readonly a: FakeBlobRelay
  readonly b: FakeBlobRelay
  openTab(options?: TabOptions): Tab
  /** Closes all tabs. */
  end(): void
}

/** A team with two relays. */
export async function createFilesWorld(): Promise<FilesWorld> {
  const keys = await deriveTeamKeys(crypto, { mode: 'edit', editSecret: createEditSecret(crypto) })
  const a = createFakeBlobRelay(crypto)
  const b = createFakeBlobRelay(crypto)
  b.generation = '0b'.repeat(16)
  const relays: Readonly<Record<string, FakeBlobRelay>> = { 'http://a.test': a, 'http://b.test': b }
  const running: RunningFiles[] = []

  function openTab(options: TabOptions = {}): Tab {
    const { disk = createMemoryDisk(), urls = [URL_A], offset = 0, follows = false } = options
    const own = options.keys ?? keys
    const ports = createMemoryPorts({
      after: hasty,
      relays: urls,
      askRelay: (url, ask) => {
        const relay = relays[new URL(url).origin]
        return relay ? relay.ask(url, ask) : Promise.reject(new Error('nobody there'))
      },
      ...options.parts,
    })
    const files = createTeamFiles({
      ports,
      crypto,
      keys: own,
      store: createMemoryKeyStore(disk, options.hooks),
      offset: () => offset,
      barred: () => (own.mode === 'view' ? 'view-only' : undefined),
    })
    running.push(files)
    const links = new Map(
      urls.map((url) => {
        const relay = relays[new URL(url.replace('ws', 'http')).origin]
        return [url, createCell<string | undefined>(relay?.isUp ? relay.generation : undefined)] as const
      }),
    )
    const lead = () =>
      files.lead([...links].map(([url, generation]) => ({ url, generation }) as unknown as RelayLink))
    if (!follows) lead()
    return { files: files.files, running: files, links, lead, close: () => files.close() }
  }
  return {
    keys,
    a,
    b,
    openTab,
    end() {
      for (const one of running.splice(0)) one.close()
    },
  }
}

export async function added(tab: Tab, file = photo): Promise<string> {
  const result = await tab.files.add(file)
  if (!result.ok) throw new Error(result.error.reason)
  return result.value
}
export const here = (delivered: boolean) => ({ kind: 'here', delivered, trouble: undefined })
export const isState = (tab: Tab, address: string, state: object): Promise<void> =>
  until(() => expect(tab.files.state(address).get()).toEqual(state))
