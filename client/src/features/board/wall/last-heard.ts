// When the meeting point was last heard: what a wall says instead of "live" when nothing comes any more.
import type { Readable, Sharing } from '../../../session/api'

/** The connection itself notices silence within a minute; shorter gaps than this are not worth a word on a wall. */
export const SILENCE_MS = 3 * 60_000
const LISTEN_MS = 15_000

/** Where the moment is kept, so that a screen that was switched off still knows it. */
export interface Kept {
  get(): number | undefined
  set(at: number): void
}

export const keptOnDevice = (team: string): Kept => {
  const key = `yokoten.heard.${team}`
  return {
    get() {
      try {
        const at = Number(localStorage.getItem(key) ?? Number.NaN)
        return Number.isFinite(at) ? at : undefined
      } catch {
        return undefined
      }
    },
    set(at) {
      try {
        localStorage.setItem(key, String(at))
      } catch {
        // A device that cannot store knows it for as long as the page is open.
      }
    },
  }
}

const isHearing = ({ connection }: Pick<Sharing, 'connection'>): boolean =>
  connection === 'connected' || connection === 'insecure-connected'

/** ms since 1970, or undefined while nothing was ever heard. Follows the connection while somebody listens. */
export function createLastHeard(
  sharing: Readable<Sharing>,
  kept: Kept,
  wall: () => number = Date.now,
): Readable<number | undefined> {
  let heard = kept.get()
  const listeners = new Set<() => void>()
  let stop: (() => void) | undefined
  let wasHearing = false
  const listen = () => {
    const hears = isHearing(sharing.get())
    // At its end the connection was still there: what is known is the moment in which it was seen to go.
    if (hears || wasHearing) {
      heard = wall()
      kept.set(heard)
      for (const listener of [...listeners]) listener()
    }
    wasHearing = hears
  }
  return {
    get: () => heard,
    subscribe(listener) {
      listeners.add(listener)
      if (listeners.size === 1) {
        const timer = setInterval(listen, LISTEN_MS)
        const leave = sharing.subscribe(listen)
        stop = () => {
          clearInterval(timer)
          leave()
        }
        wasHearing = false
        listen()
      }
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) stop?.()
      }
    },
  }
}

export type Freshness =
  | { readonly is: 'live'; readonly devices: number }
  | { readonly is: 'offline' | 'silent'; readonly heard: number | undefined }

/** Whether what the wall shows can be believed to be of now. */
export function freshness(
  { connection, otherDevices }: Pick<Sharing, 'connection' | 'otherDevices'>,
  heard: number | undefined,
  now: number,
): Freshness {
  if (connection === 'offline') return { is: 'offline', heard }
  if (isHearing({ connection }) || (heard !== undefined && now - heard < SILENCE_MS))
    return { is: 'live', devices: otherDevices + 1 }
  return { is: 'silent', heard }
}
