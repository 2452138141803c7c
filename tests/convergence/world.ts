// The simulated world of one seed: time, network, relays and stations, all from the same chance.
import type { CryptoPort } from '@yokoten/shared/sync'
import { createChance } from '../support/virtual-chance'
import type { Chance } from '../support/virtual-chance'
import { createVirtualClient } from '../support/virtual-client'
import type { MemoryDevice, VirtualClient, VirtualTab } from '../support/virtual-client'
import { createVirtualNetwork } from '../support/virtual-network'
import type { VirtualNetwork } from '../support/virtual-network'
import { createVirtualRelay } from '../support/virtual-relay'
import type { VirtualRelay } from '../support/virtual-relay'
import { createVirtualTime } from '../support/virtual-time'
import type { VirtualTime } from '../support/virtual-time'
import { createLedger } from './ledger'
import type { Ledger } from './ledger'
import { createStation } from './station'
import type { Station } from './station'

/** How the cryptography of a world is made: cheap ones from the seed's bytes, real ones held in virtual time. */
export type MakeCrypto = (time: VirtualTime, bytes: (length: number) => Uint8Array) => CryptoPort

export interface World {
  readonly time: VirtualTime
  readonly chance: Chance
  readonly network: VirtualNetwork
  readonly relays: readonly VirtualRelay[]
  readonly stations: readonly Station[]
  readonly ledger: Ledger
  /** A further device; `disk` is a copied profile. Sees all relays unless told which. */
  addStation(options?: {
    readonly mode?: 'edit' | 'view'
    readonly disk?: MemoryDevice
    readonly relays?: readonly string[]
  }): Station
  /** A device that takes no part and is in no list, to look at what relays or disks hold. */
  visitor(name: string, relays: readonly string[], disk?: MemoryDevice): VirtualClient
  /** The link by which others join. */
  link(mode: 'edit' | 'view'): string
  /** Work that needs time to pass; throws where it does not end within two minutes. */
  until<T>(work: Promise<T>): Promise<T>
}

/** The first station creates the team and the world is at rest. */
export async function createWorld(options: {
  readonly seed: number
  readonly crypto: MakeCrypto
  readonly relays: number
  /** Frames after which a relay asks for a snapshot. */
  readonly snapshotFrames: number
  /** Freezes snapshots, so that whoever writes into one is found out; costs a third of the time. */
  readonly freeze: boolean
}): Promise<World> {
  const time = createVirtualTime()
  const chance = createChance(options.seed)
  const crypto = options.crypto(time, chance.fork().bytes)
  const network = createVirtualNetwork(time, chance.fork())
  const ledger = createLedger()
  const urls = Array.from({ length: options.relays }, (_, index) => `wss://relay-${index}.test/sync`)
  const settings = { snapshotFrames: options.snapshotFrames }
  const relays = urls.map((url) =>
    createVirtualRelay({ url, time, chance: chance.fork(), network, crypto, settings }),
  )
  for (const relay of relays) await relay.start()

  const clientOf = (name: string, seen: readonly string[], disk?: MemoryDevice) =>
    createVirtualClient({
      name,
      time,
      chance: chance.fork(),
      network,
      crypto,
      relays: seen,
      freeze: options.freeze,
      ...(disk ? { disk } : {}),
    })
  const until = async <T>(work: Promise<T>): Promise<T> => {
    let isDone = false
    const mark = () => (isDone = true)
    work.then(mark, mark)
    if (!(await time.runUntil(() => isDone, 120_000))) throw new Error('did not end within two minutes')
    return work
  }

  const links = new Map<'edit' | 'view', string>()
  const link = (mode: 'edit' | 'view') => links.get(mode) ?? ''
  const stations: Station[] = []
  const enterBy = (mode: 'edit' | 'view') => async (tab: VirtualTab) => {
    const joined = await tab.device.join(link(mode))
    if (!joined.ok) throw new Error(joined.error.reason)
    return joined.value
  }
  const linger = () => {
    const ms = chance.happens(0.3) ? chance.below(3_000) : 0
    return new Promise<void>((resolve) => void time.after(ms, resolve))
  }
  const addStation: World['addStation'] = ({ mode = 'edit', disk, relays: seen = urls } = {}) => {
    const client = clientOf(`device-${stations.length}`, seen, disk)
    const station = createStation({ client, mode, ledger, linger, enter: enterBy(mode) })
    stations.push(station)
    return station
  }

  const creator = clientOf('creator', urls)
  const team = await until(creator.openTab().device.create('Simulation'))
  links.set('edit', team.invitations.edit ?? '')
  links.set('view', team.invitations.view)
  await time.run(2_000)
  creator.killAll()
  return { time, chance, network, relays, stations, ledger, addStation, visitor: clientOf, link, until }
}
