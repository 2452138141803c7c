// Bugs known from the field, each as a scene in virtual time with the production code of devices and relays.
import { addCard, createBoard } from '@yokoten/shared/board'
import {
  createFrames,
  createHello,
  decodeClientMessage,
  decodeRelayMessage,
  deriveTeamKeys,
  encodeClientMessage,
  parseFrameHeader,
  parseInvitation,
  PROTOCOL,
} from '@yokoten/shared/sync'
import type { ClientMessage } from '@yokoten/shared/sync'
import { createCheapCrypto } from '@yokoten/shared/sync/test-support'
import { afterAll, beforeAll, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { Socket } from '../../client/src/session/ports'
import { createChance } from '../support/virtual-chance'
import { suspendIntervals } from '../support/suspend-intervals'
import { cheapCrypto } from './crypto'
import { lookAt, settle } from './rest'
import { BOARD } from './station'
import type { OpenTab, Station } from './station'
import { createWorld } from './world'
import type { World } from './world'

let resume = () => undefined as void
beforeAll(() => {
  resume = suspendIntervals()
})
afterAll(() => resume())

const YEAR_MS = 365 * 24 * 60 * 60 * 1_000

/** So many stations with everything open, and a board with one column to add to. */
async function createScene(options: {
  readonly stations: number
  readonly relays?: number
  readonly snapshotFrames?: number
}): Promise<World> {
  const world = await createWorld({
    seed: 7,
    crypto: cheapCrypto,
    relays: options.relays ?? 1,
    snapshotFrames: options.snapshotFrames ?? 100_000,
    freeze: true,
  })
  for (let n = 0; n < options.stations; n++) world.addStation().begin()
  await world.time.run(3_000)
  tabOf(world.stations[0]).board.run(createBoard, {
    key: 'fb',
    columns: ['To do', 'Doing', 'Done'],
    reasons: ['Safety'],
  })
  await world.time.run(15_000)
  return world
}
function tabOf(station: Station | undefined, index = 0): OpenTab {
  const tab = station?.open[index]
  if (!tab) throw new Error('no tab is open')
  return tab
}
const add = (tab: OpenTab, card: string) => {
  const added = tab.board.run(addCard, { card, title: card })
  if (!added.ok) throw new Error(added.error.reason)
}
const has = (tab: OpenTab, card: string) => tab.board.get().cards.has(card)
const allHave = (world: World, ...cards: readonly string[]) =>
  world.stations.every((station) => cards.every((card) => has(tabOf(station), card)))
/** All devices open and the same, nothing lost, relays complete. */
async function expectRest(world: World): Promise<void> {
  expect(await settle(world)).toEqual([])
  await world.time.run(30_000)
  expect(await lookAt(world)).toEqual([])
}

it('eight phones that see two relays carry 100 edits over as 100 frames', async () => {
  const world = await createScene({ stations: 8, relays: 2 })
  const [near, far] = world.relays
  const author = world.addStation({ relays: [near?.url ?? ''] })
  const reader = world.addStation({ relays: [far?.url ?? ''] })
  for (const station of [author, reader]) station.begin()
  await world.time.run(30_000)
  const heard = new Map<string, Set<string>>()
  let arrivals = 0
  world.network.tap = (device, direction, bytes) => {
    const message = direction === 'down' ? decodeRelayMessage(bytes) : undefined
    if (device !== reader.name || !message?.ok || message.value.type !== 'frames') return
    for (const { frame } of message.value.frames) {
      const header = parseFrameHeader(frame)
      if (!header.ok) continue
      arrivals += 1
      const { strand, seq } = header.value
      heard.set(strand, (heard.get(strand) ?? new Set()).add(String(seq)))
    }
  }
  for (let n = 0; n < 100; n++) {
    add(tabOf(author), `card-${n}`)
    await world.time.run(100)
  }
  await world.time.run(30_000)
  expect(tabOf(reader).board.get().cards.size).toBe(100)
  expect(arrivals).toBe(100)
  expect([...heard.values()].map((seqs) => seqs.size)).toEqual([100])
  await expectRest(world)
})

it('a bridge that dies between two relays leaves nothing on one side', async () => {
  const world = await createScene({ stations: 1, relays: 2 })
  const [near, far] = world.relays
  const bridge = world.stations[0]
  const author = world.addStation({ relays: [near?.url ?? ''] })
  const reader = world.addStation({ relays: [far?.url ?? ''] })
  for (const station of [author, reader]) station.begin()
  await world.time.run(30_000)
  far?.kill()
  add(tabOf(author), 'carried')
  await world.time.run(30_000)
  expect(has(tabOf(bridge), 'carried')).toBe(true)
  bridge?.client.killAll()
  await far?.start()
  bridge?.begin()
  await world.time.run(60_000)
  expect(has(tabOf(reader), 'carried')).toBe(true)
  await expectRest(world)
})

it('what one relay has in a snapshot alone comes to the other', async () => {
  const world = await createScene({ stations: 1, relays: 2, snapshotFrames: 3 })
  const [near, far] = world.relays
  const first = world.stations[0]
  const author = world.addStation({ relays: [near?.url ?? ''] })
  const reader = world.addStation({ relays: [far?.url ?? ''] })
  for (const station of [author, reader]) station.begin()
  await world.time.run(30_000)
  first?.client.setOnline(false)
  near?.kill()
  const bridge = world.addStation()
  bridge.begin()
  await world.time.run(30_000)
  bridge.client.setOnline(false)
  await near?.start()
  await world.time.run(30_000)
  // With the board itself three frames: then the relay asks for a snapshot, and no frame follows it.
  for (const card of ['card-0', 'card-1']) {
    add(tabOf(author), card)
    await world.time.run(15_000)
  }
  bridge.client.setOnline(true)
  await world.time.run(60_000)
  expect(has(tabOf(bridge), 'card-0')).toBe(true)
  expect(has(tabOf(reader), 'card-0')).toBe(true)
  first?.client.setOnline(true)
  await expectRest(world)
})

it('a wiped relay is refilled although connections are lost while devices wait their turn', async () => {
  const world = await createScene({ stations: 2 })
  add(tabOf(world.stations[0]), 'before')
  await world.time.run(5_000)
  const [relay] = world.relays
  relay?.kill()
  relay?.wipe()
  await relay?.start()
  for (let n = 0; n < 10; n++) {
    await world.time.run(1_500)
    world.network.cut()
  }
  await world.time.run(60_000)
  await expectRest(world)
})

it('a relay set back takes from devices that were ahead of it and gives to those behind', async () => {
  const world = await createScene({ stations: 3 })
  const [relay] = world.relays
  const [ahead, behind] = world.stations
  behind?.client.setOnline(false)
  const backup = relay?.backup()
  add(tabOf(ahead), 'ahead')
  await world.time.run(5_000)
  add(tabOf(behind), 'behind')
  if (backup) {
    relay?.kill()
    relay?.restore(backup)
    await relay?.start()
  }
  behind?.client.setOnline(true)
  await world.time.run(60_000)
  expect(allHave(world, 'ahead', 'behind')).toBe(true)
  await expectRest(world)
})

it('a device whose clock is set back by ten years notices that its connection is dead', async () => {
  const world = await createScene({ stations: 2 })
  const [one] = world.stations
  const [relay] = world.relays
  relay?.kill({ silently: true })
  await relay?.start()
  if (one) one.client.skew = -10 * YEAR_MS
  await world.time.run(3 * 60_000)
  add(tabOf(one), 'late')
  await world.time.run(30_000)
  expect(allHave(world, 'late')).toBe(true)
  if (one) one.client.skew = 10 * YEAR_MS
  await world.time.run(60_000)
  add(tabOf(one), 'early')
  await expectRest(world)
})

it('five tabs in two app versions: those of the leader write, the others only show', async () => {
  const world = await createScene({ stations: 2 })
  const [one] = world.stations
  for (const appVersion of ['test', 'other', 'test', 'other']) {
    one?.begin({ appVersion })
    await world.time.run(3_000)
  }
  const tabs = one?.open ?? []
  expect(tabs.map(({ board }) => board.writable)).toEqual([
    true,
    true,
    'other-app-version',
    true,
    'other-app-version',
  ])
  tabs.forEach((tab, index) => {
    if (tab.board.writable === true) add(tab, `tab-${index}`)
  })
  await world.time.run(5_000)
  expect(tabs.every((tab) => has(tab, 'tab-0') && has(tab, 'tab-1') && has(tab, 'tab-3'))).toBe(true)
  tabs[0]?.tab.kill()
  tabs[1]?.tab.kill()
  await world.time.run(5_000)
  // The next in line is of the other version: now its kind writes.
  expect(one?.open.map(({ board }) => board.writable)).toEqual([true, 'other-app-version', true])
  add(tabOf(one), 'after')
  await world.time.run(5_000)
  expect(allHave(world, 'tab-3', 'after')).toBe(true)
})

it('an edit that a dying tab had shown in another is delivered by that other', async () => {
  const world = await createScene({ stations: 2 })
  const [one] = world.stations
  one?.begin()
  await world.time.run(3_000)
  one?.client.setOnline(false)
  if (one) one.client.fault = () => 'failing'
  add(tabOf(one), 'shown')
  await world.time.run(50)
  expect(has(tabOf(one, 1), 'shown')).toBe(true)
  tabOf(one).tab.kill()
  if (one) one.client.fault = () => 'none'
  one?.client.setOnline(true)
  await world.time.run(30_000)
  expect(allHave(world, 'shown')).toBe(true)
  await expectRest(world)
})

it('an edit closed upon while it is sealed is there afterwards', async () => {
  const world = await createScene({ stations: 2 })
  const [one] = world.stations
  const tab = tabOf(one)
  add(tab, 'closing')
  await world.time.run(31)
  await world.until(tab.session.close())
  tab.tab.kill()
  one?.begin()
  await world.time.run(30_000)
  expect(allHave(world, 'closing')).toBe(true)
  await expectRest(world)
})

it('a copied profile and its original give the same numbers, and nothing of either is lost', async () => {
  const world = await createScene({ stations: 2 })
  const [one] = world.stations
  const [relay] = world.relays
  add(tabOf(one), 'common')
  await world.time.run(5_000)
  const copy = world.addStation(one ? { disk: structuredClone(one.client.disk) } : {})
  copy.begin()
  one?.client.setOnline(false)
  await world.time.run(3_000)
  add(tabOf(copy), 'of the copy')
  await world.time.run(5_000)
  // The relay that could have told that the number is taken forgets it.
  relay?.kill()
  relay?.wipe()
  copy.client.setOnline(false)
  await relay?.start()
  add(tabOf(one), 'of the original')
  one?.client.setOnline(true)
  await world.time.run(30_000)
  copy.client.setOnline(true)
  await world.time.run(60_000)
  expect(allHave(world, 'common', 'of the copy', 'of the original')).toBe(true)
  await expectRest(world)
})

/** A hand-made editor of the team, which sends what it is told to. */
async function createEditor(world: World) {
  const invitation = parseInvitation(world.link('edit'))
  if (!invitation.ok) throw new Error('a link is one')
  const crypto = createCheapCrypto(createChance(99).bytes)
  const keys = await deriveTeamKeys(crypto, invitation.value)
  const doc = await keys.documentId(BOARD)
  const frames = createFrames(crypto, keys)
  const send = (message: ClientMessage) => socket.send(encodeClientMessage(message))
  const socket: Socket = world.network.device('editor').openSocket(world.relays[0]?.url ?? '', {
    open: () => undefined,
    message(bytes) {
      const decoded = decodeRelayMessage(bytes)
      if (!decoded.ok || decoded.value.type !== 'challenge') return
      const { nonce } = decoded.value
      void createHello(keys, { nonce, version: PROTOCOL.max, origin: 'https://yokoten.test' }).then(send)
    },
    close: () => undefined,
  })
  await world.time.run(1_000)
  send({ type: 'open', doc, cursor: undefined })
  await world.time.run(1_000)
  const strand = 'ed'.repeat(16)
  return {
    async put(seq: number, body: Uint8Array) {
      const content = { schema: { min: 1, max: 1 }, body, vector: undefined }
      const frame = await frames.seal({ type: 'update', doc, strand, seq, content })
      if (!frame.ok) throw new Error(frame.error.reason)
      send({ type: 'put', frame: frame.value })
    },
  }
}

/** Comments, one a transaction, as updates. */
function commentsAsUpdates(count: number): Uint8Array[] {
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  for (let n = 0; n < count; n++)
    doc.getMap('comments').set(`comment-${n}`, { card: 'card', words: 'so', by: '', at: n, order: n })
  return updates
}

it('a strand with a hole is asked for again when someone comes, and holds nobody up', async () => {
  const world = await createScene({ stations: 2 })
  const [first, second, third] = commentsAsUpdates(3)
  const editor = await createEditor(world)
  let asked = 0
  world.network.tap = (device, direction, bytes) => {
    const message = direction === 'up' ? decodeClientMessage(bytes) : undefined
    if (device === 'device-0' && message?.ok && message.value.type === 'missing') asked += 1
  }
  await editor.put(1, first ?? new Uint8Array())
  await editor.put(3, third ?? new Uint8Array())
  await world.time.run(20_000)
  expect(asked).toBe(1)
  const tab = tabOf(world.stations[0])
  expect(tab.board.sharing.get().trouble).toBe('session.trouble.hole')
  add(tabOf(world.stations[1]), 'meanwhile')
  await world.time.run(5_000)
  expect(has(tab, 'meanwhile')).toBe(true)
  world.addStation().begin()
  await world.time.run(20_000)
  expect(asked).toBeGreaterThan(1)
  await editor.put(2, second ?? new Uint8Array())
  await world.time.run(20_000)
  expect(tab.board.sharing.get().trouble).toBeUndefined()
  expect(tab.board.get().comments.size).toBe(3)
})

it('a newcomer takes in 60,000 frames', async () => {
  const world = await createScene({ stations: 1 })
  const editor = await createEditor(world)
  world.stations[0]?.client.killAll()
  const updates = commentsAsUpdates(60_000)
  for (const [index, update] of updates.entries()) {
    await editor.put(index + 1, update)
    if (index % 4_000 === 3_999) await world.time.run(2_000)
  }
  await world.time.run(30_000)
  const newcomer = world.addStation()
  newcomer.begin()
  await world.time.run(60_000)
  expect(tabOf(newcomer).board.get().comments.size).toBe(60_000)
  expect(tabOf(newcomer).board.sharing.get()).toMatchObject({ badFrames: 0, connection: 'connected' })
})
