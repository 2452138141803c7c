// Coming to rest: all devices open, everything delivered, every replica the same; then all that must hold is looked at.
import {
  boardFaults,
  differences,
  lacking,
  otherCircles,
  replicaFaults,
  snapshotsOf,
  statesOf,
} from './invariants'
import { createStation, documentsOf } from './station'
import type { OpenTab, Station } from './station'
import type { World } from './world'

/** In virtual time: how long a world may take to come to rest, and a newcomer to have everything. */
const REST_MS = 20 * 60_000
const NEWCOMER_MS = 5 * 60_000

/** One tab of each station that shows everything and may write, opened where there is none. */
const frontTabs = (stations: readonly Station[]): (OpenTab | undefined)[] =>
  stations.map(({ open }) => open.find(({ board }) => board.writable !== 'other-app-version'))

const isQuiet = (tab: OpenTab) =>
  documentsOf(tab).every(([, handle]) => {
    const { changed, kept, trouble } = handle.sharing.get()
    return changed + kept === 0 && trouble === undefined
  })

const mayWrite = ({ board }: OpenTab) => board.writable === true

interface Expected {
  readonly states: ReadonlyMap<string, Uint8Array>
  readonly snapshots: ReadonlyMap<string, Uint8Array>
}
const expectedOf = (tab: OpenTab): Expected => ({ states: statesOf(tab), snapshots: snapshotsOf(tab) })
const unlike = (name: string, tab: OpenTab, { states, snapshots }: Expected): string[] =>
  mayWrite(tab) ? differences(name, statesOf(tab), states) : lacking(name, tab, snapshots)

/**
 * What still keeps the world from being at rest. A viewer may have more than the others: what a relay lost together with
 * its author it cannot give back.
 */
function unrest(tabs: readonly (OpenTab | undefined)[]): string[] {
  const open = tabs.filter((tab) => tab !== undefined)
  if (open.length < tabs.length) return ['a device has no tab open']
  const busy = open.filter((tab) => !isQuiet(tab))
  if (busy.length > 0) return [`${busy.length} devices have edits to deliver or are in trouble`]
  const first = open.find(mayWrite)
  if (!first) return ['nobody may write']
  const expected = expectedOf(first)
  return open.flatMap((tab, index) => unlike(`device ${index}`, tab, expected))
}

/** Lets a mended world come to rest; says what keeps it from that. */
export async function settle(world: World): Promise<string[]> {
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
    const linger = () => Promise.resolve()
    const station = createStation({ client, mode: 'view', enter, linger, ledger: world.ledger })
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
async function reloadFaults(world: World, expected: Expected): Promise<string[]> {
  for (const { client } of world.stations) {
    client.killAll()
    client.setOnline(false)
  }
  for (const station of world.stations) station.begin()
  await world.time.run(5_000)
  return world.stations.flatMap(({ open, name }) =>
    open[0] ? unlike(`${name} reloaded`, open[0], expected) : [`${name} did not reload`],
  )
}

/** Everything that does not hold in a world at rest, which ends with it: its devices are offline afterwards. */
export async function lookAt(world: World): Promise<string[]> {
  const tabs = frontTabs(world.stations).filter((tab) => tab !== undefined)
  const first = tabs.find(mayWrite)
  if (!first) return ['nobody is there who may write']
  const expected = expectedOf(first)
  const own = tabs.flatMap((tab, index) =>
    replicaFaults(tab, world.ledger).map((what) => `device-${index}: ${what}`),
  )
  const board = boardFaults(first.board.get())
  return [
    ...own,
    ...board,
    ...otherCircles(tabs.map((tab) => tab.board.get())),
    ...(await newcomerFaults(world, expected.states)),
    ...(await reloadFaults(world, expected)),
  ]
}
