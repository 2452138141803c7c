// Who else is here: y-protocols' awareness as the presence that screens read and show.
import type { Awareness } from 'y-protocols/awareness'
import type { Peers, Presence, Readable } from './api'
import { createCell } from './readable'

/** What a device tells besides what its person shows. */
export interface DeviceFacts {
  readonly device: string
  /** By relay log (its generation), the sequence up to which this device has everything on its disk. */
  readonly durable: Readonly<Record<string, number>>
}

export type Who = Pick<Presence, 'person' | 'name' | 'colour'>
type Shown = Partial<Omit<Presence, 'person' | 'name' | 'colour'>>

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const word = (value: unknown, max = 120): string | undefined =>
  typeof value === 'string' && value.length <= max ? value : undefined
const point = (value: unknown): { x: number; y: number } | undefined =>
  isObject(value) && Number.isFinite(value.x) && Number.isFinite(value.y)
    ? { x: Number(value.x), y: Number(value.y) }
    : undefined

function readPresence(value: unknown): Presence | undefined {
  if (!isObject(value)) return undefined
  const [person, name, colour] = [word(value.person), word(value.name), word(value.colour, 20)]
  if (person === undefined || name === undefined || colour === undefined) return undefined
  if (!/^(#[0-9a-f]{6})?$/i.test(colour)) return undefined
  const looking = isObject(value.looking) ? value.looking : undefined
  const room = word(looking?.room)
  const item = word(looking?.item)
  const cursor = point(value.cursor)
  const dragging = isObject(value.dragging) ? value.dragging : undefined
  const dragged = word(dragging?.item)
  const at = point(dragging)
  return {
    person,
    name,
    colour,
    ...(room === undefined ? {} : { looking: item === undefined ? { room } : { room, item } }),
    ...(cursor ? { cursor } : {}),
    ...(dragged !== undefined && at ? { dragging: { item: dragged, ...at } } : {}),
  }
}

/** The facts in a state, or undefined where it is not one of ours. */
export function readFacts(state: unknown): DeviceFacts | undefined {
  if (!isObject(state)) return undefined
  const device = word(state.device, 64)
  if (device === undefined || !isObject(state.durable)) return undefined
  const durable: Record<string, number> = {}
  for (const [log, sequence] of Object.entries(state.durable).slice(0, 8))
    if (Number.isSafeInteger(sequence)) durable[log] = Number(sequence)
  return { device, durable }
}

/** Presence over an awareness whose local state is `{device, durable, shown}`. */
export function createPeers(awareness: Awareness, device: string, who: Readable<Who | undefined>) {
  const cell = createCell<ReadonlyMap<number, Presence>>(new Map())
  let shown: Shown = {}

  const read = () => {
    const peers = new Map<number, Presence>()
    const clients = new Map<string, number>()
    for (const [client, state] of awareness.getStates()) {
      const facts = readFacts(state)
      const presence = readPresence(state.shown)
      if (!facts || !presence || facts.device === device) continue
      const other = clients.get(facts.device)
      // Several tabs of a device count as one: the tab that spoke last.
      const isOlder =
        other !== undefined &&
        (awareness.meta.get(other)?.lastUpdated ?? 0) > (awareness.meta.get(client)?.lastUpdated ?? 0)
      if (isOlder) continue
      if (other !== undefined) peers.delete(other)
      clients.set(facts.device, client)
      peers.set(client, presence)
    }
    cell.set(peers)
  }
  const publish = () => {
    const own = who.get()
    awareness.setLocalStateField('shown', own ? { ...own, ...shown } : null)
  }
  awareness.on('change', read)
  const stopWho = who.subscribe(publish)
  awareness.setLocalStateField('device', device)
  awareness.setLocalStateField('durable', {})
  publish()

  const peers: Peers = {
    get: cell.get,
    subscribe: cell.subscribe,
    show(part) {
      const next: Record<string, unknown> = { ...shown, ...part }
      for (const [key, value] of Object.entries(next)) if (value === undefined) delete next[key]
      shown = next as Shown
      publish()
    },
  }
  return {
    peers,
    close() {
      stopWho()
      awareness.off('change', read)
    },
  }
}
