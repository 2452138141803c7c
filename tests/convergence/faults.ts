// What goes wrong in a simulation: networks, relays, tabs, disks, clocks and profiles, each seed with some of it.
import type { MemoryDevice } from '../support/virtual-client'
import { CALM_NETWORK } from '../support/virtual-network'
import type { VirtualRelay } from '../support/virtual-relay'
import type { Station } from './station'
import type { World } from './world'

export type Tell = (line: string) => void
type Fault = (world: World, tell: Tell) => Promise<void> | void

const YEAR_MS = 365 * 24 * 60 * 60 * 1_000
const MOST_STATIONS = 5

const copyOf = (disk: MemoryDevice): MemoryDevice => structuredClone(disk)
/** Puts a copy in the place of a device's disk; its tabs must be dead. */
function setBack(disk: MemoryDevice, copy: MemoryDevice): void {
  const fresh = copyOf(copy)
  disk.keys.clear()
  for (const [name, values] of fresh.keys) disk.keys.set(name, values)
  for (const part of ['rows', 'aside'] as const) {
    const own = disk.documents[part] as Map<string, unknown>
    own.clear()
    for (const [name, rows] of fresh.documents[part]) own.set(name, rows)
  }
}

const stationOf = ({ stations, chance }: World): Station => chance.pick(stations)
const relayOf = ({ relays, chance }: World): VirtualRelay => chance.pick(relays)

/** Copies made earlier in this world, to set things back to. */
interface Copies {
  readonly relays: Map<VirtualRelay, ReturnType<VirtualRelay['backup']>>
  readonly disks: Map<Station, MemoryDevice>
}

async function killRelay(world: World, relay: VirtualRelay, tell: Tell): Promise<void> {
  const { chance, time } = world
  // In a commit where one can be waited for: what was being kept may or may not be there afterwards.
  if (chance.happens(0.5)) await time.runUntil(() => relay.isCommitting, 500)
  const silently = chance.happens(0.3)
  tell(`kill ${relay.url}${silently ? ' silently' : ''}`)
  relay.kill({ silently })
}

/** All kinds by name; a seed takes some of them. */
function createKinds(copies: Copies): Readonly<Record<string, Fault>> {
  return {
    offline({ chance, ...world }, tell) {
      const station = chance.pick(world.stations)
      const silently = chance.happens(0.3)
      tell(`${station.name} offline${silently ? ' silently' : ''}`)
      station.client.setOnline(false, { silently })
    },
    cut({ network, chance, relays }, tell) {
      tell('cut')
      network.cut(chance.happens(0.5) ? undefined : chance.pick(relays).url)
    },
    async relayKill(world, tell) {
      const relay = relayOf(world)
      await killRelay(world, relay, tell)
      await world.time.run(world.chance.between(0, 20_000))
      await relay.start()
    },
    async relayDown(world, tell) {
      const relay = relayOf(world)
      if (relay.isRunning) await killRelay(world, relay, tell)
      else await relay.start()
    },
    async relayWipe(world, tell) {
      const relay = relayOf(world)
      await killRelay(world, relay, tell)
      relay.wipe()
      relay.setFull(false)
      world.ledger.relaysLost()
      tell('wiped')
      await relay.start()
    },
    async relaySetBack(world, tell) {
      const relay = relayOf(world)
      const copy = copies.relays.get(relay)
      if (!copy || world.chance.happens(0.3)) {
        tell(`copy of ${relay.url}`)
        copies.relays.set(relay, relay.backup())
        return
      }
      await killRelay(world, relay, tell)
      relay.restore(copy)
      relay.setFull(false)
      world.ledger.relaysLost()
      tell('set back')
      await relay.start()
    },
    relayFull(world, tell) {
      const relay = relayOf(world)
      const isFull = world.chance.happens(0.5)
      tell(`${relay.url} ${isFull ? 'full' : 'has room'}`)
      relay.setFull(isFull)
    },
    tabKill(world, tell) {
      const station = stationOf(world)
      tell(`${station.name} all tabs killed`)
      station.client.killAll()
    },
    tabKillOne(world, tell) {
      const { tabs, name } = stationOf(world).client
      if (tabs.length === 0) return
      tell(`${name} one tab of ${tabs.length} killed`)
      world.chance.pick(tabs).kill()
    },
    tabDies(world, tell) {
      const { client } = stationOf(world)
      const fault = world.chance.pick(['die-before', 'die-after'] as const)
      let left = world.chance.between(1, 8)
      tell(`${client.name} ${fault} write ${left}`)
      client.fault = () => {
        if (--left > 0) return 'none'
        client.fault = () => 'none'
        return fault
      }
    },
    tabCloses(world, tell) {
      const { open, name } = stationOf(world)
      const tab = open[0]
      if (!tab) return
      tell(`${name} closes a tab`)
      void tab.session.close().then(() => tab.tab.kill())
    },
    tabMore(world, tell) {
      const station = stationOf(world)
      if (station.client.tabs.length > 3) return
      const appVersion = world.chance.happens(0.1) ? 'other' : 'test'
      tell(`${station.name} opens a tab of version ${appVersion}`)
      station.begin({ appVersion })
    },
    diskFull(world, tell) {
      const { client } = stationOf(world)
      const fault = world.chance.pick(['full', 'failing'] as const)
      tell(`${client.name} disk ${fault}`)
      client.fault = () => fault
    },
    diskFlaky(world, tell) {
      const { client } = stationOf(world)
      tell(`${client.name} disk flaky`)
      client.fault = () => (world.chance.happens(0.2) ? 'failing' : 'none')
    },
    diskHeals(world, tell) {
      const { client } = stationOf(world)
      tell(`${client.name} disk works`)
      client.fault = () => 'none'
    },
    clock(world, tell) {
      const { client } = stationOf(world)
      const far = world.chance.happens(0.3) ? 10 * YEAR_MS : 600_000
      client.skew = world.chance.between(-far, far)
      tell(`${client.name} clock off by ${client.skew} ms`)
    },
    clone(world, tell) {
      if (world.stations.length >= MOST_STATIONS) return
      const station = stationOf(world)
      tell(`${station.name} copied`)
      world.addStation({ mode: station.mode, disk: copyOf(station.client.disk) }).begin()
    },
    profileSetBack(world, tell) {
      const station = stationOf(world)
      const copy = copies.disks.get(station)
      if (!copy || world.chance.happens(0.3)) {
        tell(`copy of ${station.name}`)
        copies.disks.set(station, copyOf(station.client.disk))
        return
      }
      tell(`${station.name} set back`)
      station.client.killAll()
      setBack(station.client.disk, copy)
      world.ledger.deviceLost(station.name)
    },
  }
}

export interface Faults {
  /** Names of the kinds that this seed has. */
  readonly kinds: readonly string[]
  /** Something goes wrong, or is mended. */
  strike(): Promise<void>
  /** Everything works from now on. */
  end(): Promise<void>
}

/** Chooses what this seed suffers from: each kind in two seeds of five, so that rare combinations have a chance too. */
export function createFaults(world: World, tell: Tell): Faults {
  const { chance, network, stations, relays } = world
  const all = createKinds({ relays: new Map(), disks: new Map() })
  const rare = new Set(['clone', 'profileSetBack'])
  const kinds = Object.keys(all).filter((name) => chance.happens(rare.has(name) ? 0.1 : 0.4))
  if (chance.happens(0.6)) {
    const pipe = { ...CALM_NETWORK.up, delay: [1, chance.pick([20, 300, 3_000])] as const }
    const lose = chance.pick([0, 0.01, 0.05])
    network.faults = {
      up: { ...pipe, lose },
      down: { ...pipe, lose },
      refuse: chance.pick([0, 0.1, 0.5]),
      survive: 0.5,
    }
  }
  return {
    kinds,
    async strike() {
      // As much is mended as breaks, or all devices would soon be alone.
      const away = chance.pick(stations)
      if (kinds.length === 0 || chance.happens(0.3)) away.client.setOnline(true)
      else await all[chance.pick(kinds)]?.(world, tell)
    },
    async end() {
      network.faults = CALM_NETWORK
      for (const relay of relays) {
        relay.setFull(false)
        await relay.start()
      }
      for (const { client } of stations) {
        client.fault = () => 'none'
        client.setOnline(true)
      }
    },
  }
}
