// What the others do on the map, split by how often it changes: who is here, at which icon, and what they drag.
import type { Peers, Presence } from '../../session/api'
import { derive } from './derive'

export interface Someone {
  readonly id: string
  readonly name: string
  readonly colour: string
}

const someone = ({ person, name, colour }: Presence): Someone => ({ id: person, name, colour })

/** Equal maps of flat objects. */
function sameEntries<T extends object>(a: ReadonlyMap<string, T>, b: ReadonlyMap<string, T>): boolean {
  if (a.size !== b.size) return false
  for (const [key, value] of a) {
    const other = b.get(key) as Readonly<Record<string, unknown>> | undefined
    if (!other || Object.entries(value).some(([name, part]) => other[name] !== part)) return false
  }
  return true
}

export function createPeersOnMap(peers: Peers) {
  return {
    /** Everybody else, by person. */
    people: derive(
      peers,
      (all) => new Map([...all.values()].map((peer) => [peer.person, someone(peer)])),
      sameEntries,
    ),
    /** By icon, who is looking at it or dragging it. */
    atIcon: derive(
      peers,
      (all) => {
        const at = new Map<string, Someone>()
        for (const peer of all.values()) {
          const item = peer.dragging?.item ?? peer.looking?.item
          if (item !== undefined && !at.has(item)) at.set(item, someone(peer))
        }
        return at
      },
      sameEntries,
    ),
    /** By icon, where somebody is dragging it right now. */
    dragged: derive(
      peers,
      (all) => {
        const places = new Map<string, { readonly x: number; readonly y: number }>()
        for (const { dragging } of all.values())
          if (dragging) places.set(dragging.item, { x: dragging.x, y: dragging.y })
        return places
      },
      sameEntries,
    ),
  }
}
export type PeersOnMap = ReturnType<typeof createPeersOnMap>
