// One seed: a team edits while everything goes wrong, then all comes to rest and is looked at.
import * as Y from 'yjs'
import { createChance } from '../support/virtual-chance'
import { traceMessages } from '../support/trace'
import { actOnBoard } from './board-acts'
import { createFaults } from './faults'
import type { Tell } from './faults'
import { boardFaults, differences, replicaFaults, statesOf } from './invariants'
import { docOf } from './ledger'
import { actOnMap } from './map-acts'
import { createStation, documentsOf } from './station'
import type { OpenTab, Station } from './station'
import { createWorld } from './world'
import type { MakeCrypto, World } from './world'

export interface SeedResult {
  readonly seed: number
  /** What did not hold; empty: all did. */
  readonly failures: readonly string[]
  readonly edits: number
}

export const OPERATIONS = 200
/** In virtual time: how long a world may take to come to rest, and a newcomer to have everything. */
const REST_MS = 20 * 60_000
const NEWCOMER_MS = 5 * 60_000

/** Time between two operations: mostly none or a moment, now and then longer than a timeout. */
function pauseOf({ chance }: World): number {
  const kind = chance.below(100)
  if (kind < 40) return 0
  if (kind < 70) return chance.below(60)
  if (kind < 95) return chance.below(2_000)
  return kind < 99 ? chance.below(15_000) : chance.below(180_000)
}

function edit(world: World, station: Station): void {
  const { chance } = world
  const [tab] = station.open.length > 0 ? [chance.pick(station.open)] : []
  if (!tab) {
    if (station.client.tabs.length === 0) station.begin()
    return
  }
  const people = world.stations.map(({ person }) => person)
  if (chance.happens(0.7)) actOnBoard({ board: tab.board, chance, people })
  else actOnMap(tab.map, chance)
}

/** One tab of each station that shows everything and may write, opened where there is none. */
const frontTabs = (stations: readonly Station[]): (OpenTab | undefined)[] =>
  stations.map(({ open }) => open.find(({ board }) => board.writable !== 'other-app-version'))

const isQuiet = (tab: OpenTab) =>
  documentsOf(tab).every(([, handle]) => {
    const { changed, kept, trouble } = handle.sharing.get()
    return changed + kept === 0 && trouble === undefined
  })

/** What still keeps the world from being at rest. */
function unrest(tabs: readonly (OpenTab | undefined)[]): string[] {
  const open = tabs.filter((tab) => tab !== undefined)
  if (open.length < tabs.length) return ['a device has no tab open']
  const busy = open.filter((tab) => !isQuiet(tab))
  if (busy.length > 0) return [`${busy.length} devices have edits to deliver or are in trouble`]
  const [first, ...others] = open.map(statesOf)
  return first ? others.flatMap((states, index) => differences(`device ${index + 1}`, states, first)) : []
}

async function settle(world: World): Promise<string[]> {
  const { stations, time } = world
  for (const { open } of stations)
    for (const { tab, board } of open) if (board.writable === 'other-app-version') tab.kill()
  let left: string[] = []
  for (const end = time.now() + REST_MS; time.now() < end; await time.run(5_000)) {
    for (const station of stations) if (station.client.tabs.length === 0) station.begin()
    left = unrest(frontTabs(stations))
    if (left.length === 0) return []
  }
  return left.map((what) => `not at rest: ${what}`)
}

/** A device that sees one relay only and has nothing: what it gets is what the relay has. */
async function newcomerFaults(world: World, expected: ReadonlyMap<string, Uint8Array>): Promise<string[]> {
  const failures: string[] = []
  for (const { url } of world.relays) {
    const client = world.visitor(`newcomer`, [url])
    const enter = async (tab: Parameters<Parameters<typeof createStation>[0]['enter']>[0]) => {
      const joined = await tab.device.join(world.link('view'))
      if (!joined.ok) throw new Error(joined.error.reason)
      return joined.value
    }
    const station = createStation({ client, mode: 'view', enter, ledger: world.ledger })
    station.begin()
    let left = ['it never opened']
    for (const end = world.time.now() + NEWCOMER_MS; world.time.now() < end && left.length > 0;) {
      await world.time.run(1_000)
      const [tab] = station.open
      if (tab) left = differences('a newcomer', statesOf(tab), expected)
    }
    failures.push(...left.map((what) => `${what} from ${url}`))
    client.killAll()
  }
  return failures
}

/** Every device opened again with no network: what it shows is what its disk has. */
async function reloadFaults(world: World, expected: ReadonlyMap<string, Uint8Array>): Promise<string[]> {
  for (const { client } of world.stations) {
    client.killAll()
    client.setOnline(false)
  }
  for (const station of world.stations) station.begin()
  await world.time.run(5_000)
  return world.stations.flatMap(({ open, name }) =>
    open[0] ? differences(`${name} reloaded`, statesOf(open[0]), expected) : [`${name} did not reload`],
  )
}

async function lookAt(world: World): Promise<string[]> {
  const tabs = frontTabs(world.stations).filter((tab) => tab !== undefined)
  const [first] = tabs
  if (!first) return ['nobody is there']
  const expected = statesOf(first)
  const own = tabs.flatMap((tab, index) =>
    replicaFaults(tab, world.ledger).map((what) => `device-${index}: ${what}`),
  )
  const board = boardFaults(first.board.get())
  return [
    ...own,
    ...board,
    ...(await newcomerFaults(world, expected)),
    ...(await reloadFaults(world, expected)),
  ]
}

/** Tells what every tab holds, for tracing. */
function describeTabs({ stations }: World, say: Tell): void {
  for (const { name, client, open } of stations) {
    say(`${name}: ${client.tabs.length} tabs, ${open.length} open`)
    for (const tab of open)
      for (const [document, handle] of documentsOf(tab)) {
        const doc = docOf(handle)
        const clocks = [...Y.decodeStateVector(Y.encodeStateVector(doc))].sort(([a], [b]) => a - b)
        const { store } = doc
        const pending = store.pendingStructs ? [...store.pendingStructs.missing] : []
        say(
          `${document} as ${doc.clientID}: ${clocks.map(([client, clock]) => `${client}:${clock}`).join(' ')}`,
        )
        say(
          `${JSON.stringify(handle.sharing.get())} ${String(handle.writable)} pending ${JSON.stringify(pending)}`,
        )
      }
  }
}

/** y-websocket lets every provider listen for the end of the process, which a killed tab cannot take back. */
function forgetExits(): () => void {
  const known = new Set(process.listeners('exit'))
  process.setMaxListeners(0)
  return () => {
    for (const listener of process.listeners('exit')) if (!known.has(listener)) process.off('exit', listener)
  }
}

/** Runs a seed. `tell` hears everything that happens, for tracing a failure. */
export async function runSeed(
  seed: number,
  options: { readonly crypto: MakeCrypto; readonly tell?: Tell },
): Promise<SeedResult> {
  const shape = createChance(seed ^ 0x5eed)
  const forget = forgetExits()
  const failures: string[] = []
  const world = await createWorld({
    seed,
    crypto: options.crypto,
    relays: shape.happens(0.3) ? 2 : 1,
    snapshotFrames: shape.pick([8, 25, 100]),
    freeze: shape.happens(0.05),
  })
  const { time, chance, stations, relays } = world
  const started = time.now()
  const { tell } = options
  const say: Tell = (line) => tell?.(`${((time.now() - started) / 1_000).toFixed(3)} ## ${line}`)
  if (tell) traceMessages(world.network, time, tell)

  const count = shape.between(2, 5)
  for (let n = 0; n < count; n++) world.addStation({ mode: n > 1 && shape.happens(0.2) ? 'view' : 'edit' })
  for (const station of stations) station.begin()
  await time.run(1_000)
  const faults = createFaults(world, say)
  say(`${count} devices, ${relays.length} relays; ${faults.kinds.join(' ')}`)
  try {
    for (let operation = 0; operation < OPERATIONS; operation++) {
      if (chance.happens(0.15)) await faults.strike()
      else edit(world, chance.pick(stations))
      await time.run(pauseOf(world))
    }
    say('all is mended')
    await faults.end()
    failures.push(...(await settle(world)))
    if (failures.length > 0) describeTabs(world, say)
    if (failures.length === 0) {
      // What comes late (snapshots, forgetting) must change nothing any more.
      await time.run(30_000)
      failures.push(...(await lookAt(world)))
    }
  } catch (error) {
    failures.push(`threw ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
  }
  for (const { reports, url } of relays)
    for (const report of reports) failures.push(`${url}: ${String(report)}`)
  for (const { errors, name } of stations)
    for (const error of errors)
      failures.push(`${name}: ${error instanceof Error ? error.stack : String(error)}`)
  for (const { client } of stations) client.killAll()
  forget()
  return { seed, failures, edits: world.ledger.edits }
}
