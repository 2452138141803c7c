// The actions that can be done right now: the app's own, and those of the page on the screen.
import type { Action } from './action'

export interface Registry {
  /** All actions, earliest offered first; the same array until something is offered or taken back. */
  list(): readonly Action[]
  subscribe(listener: () => void): () => void
  /** Offers actions until the returned function is called. */
  offer(actions: readonly Action[]): () => void
}

export function createRegistry(): Registry {
  const offers: (readonly Action[])[] = []
  const listeners = new Set<() => void>()
  let all: readonly Action[] = []
  const refresh = () => {
    all = offers.flat()
    for (const listener of [...listeners]) listener()
  }
  return {
    list: () => all,
    subscribe(listener) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    offer(actions) {
      const own = [...actions]
      offers.push(own)
      refresh()
      return () => {
        const index = offers.indexOf(own)
        if (index === -1) return
        offers.splice(index, 1)
        refresh()
      }
    },
  }
}

/** The one registry of this tab. */
export const registry = createRegistry()
