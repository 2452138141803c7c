// One seed: a team edits while everything goes wrong, then all comes to rest and is looked at.
import * as Y from 'yjs'
import { createChance } from '../support/virtual-chance'
import type { Chance } from '../support/virtual-chance'
import { traceMessages } from '../support/trace'
import { actFurther, actOnBoard } from './board-acts'
import { createFaults } from './faults'
import type { Tell } from './faults'
import { docOf } from './ledger'
import { actOnMap } from './map-acts'
import { lookAt, settle } from './rest'
import { documentsOf } from './station'
import type { Station } from './station'
import { createWatch } from './watch'
import type { Watch } from './watch'
import { createWorld } from './world'
import type { MakeCrypto, World } from './world'

export interface SeedResult {
  readonly seed: number
  /** What did not hold; empty: all did. */
  readonly failures: readonly string[]
  readonly edits: number
}

export const OPERATIONS = 200
/** Time between two operations: mostly none or a moment, now and then longer than a timeout. */
function pauseOf({ chance }: World): number {
  const kind = chance.below(100)
  if (kind < 40) return 0
  if (kind < 70) return chance.below(60)
  if (kind < 95) return chance.below(2_000)
  return kind < 99 ? chance.below(15_000) : chance.below(180_000)
}

/** How often an act on the board is followed by a further one. */
const FURTHER = 0.6

/** `further` is the chance of the further acts alone, so that they leave the draws of all others as they are. */
function edit(world: World, station: Station, watch: Watch, further: Chance): void {
  const { chance } = world
  const [tab] = station.open.length > 0 ? [chance.pick(station.open)] : []
  if (!tab) {
    if (station.client.tabs.length === 0) station.begin()
    return
  }
  const people = world.stations.map(({ person }) => person)
  if (!chance.happens(0.7)) {
    actOnMap(tab.map, chance)
    return
  }
  const board = watch.over(tab.board)
  actOnBoard({ board, chance, people })
  if (further.happens(FURTHER)) actFurther({ board, chance: further, people })
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
  const watch = createWatch()
  const further = createChance(seed ^ 0xac75)
  say(`${count} devices, ${relays.length} relays; ${faults.kinds.join(' ')}`)
  try {
    for (let operation = 0; operation < OPERATIONS; operation++) {
      if (chance.happens(0.15)) await faults.strike()
      else edit(world, chance.pick(stations), watch, further)
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
  failures.push(...watch.faults)
  for (const { reports, url } of relays)
    for (const report of reports) failures.push(`${url}: ${String(report)}`)
  for (const { errors, name } of stations)
    for (const error of errors)
      failures.push(`${name}: ${error instanceof Error ? error.stack : String(error)}`)
  for (const { client } of stations) client.killAll()
  forget()
  return { seed, failures, edits: world.ledger.edits }
}
