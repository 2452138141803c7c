// The actions that can be done right now: the app's own, and those of the page on the screen.
import type { Action } from './action'

/** Whose an action is: on a shared shortcut the page wins over the app. */
export type Layer = 'app' | 'page'

export interface Registry {
  /** All actions, the app's first, then the page's; the same array until something is offered or taken back. */
  list(): readonly Action[]
  subscribe(listener: () => void): () => void
  /** Offers actions until the returned function is called. */
  offer(actions: readonly Action[], layer?: Layer): () => void
}

export function createRegistry(): Registry {
  const offers: { readonly layer: Layer; readonly actions: readonly Action[] }[] = []
  const listeners = new Set<() => void>()
  let all: readonly Action[] = []
  const refresh = () => {
    const of = (layer: Layer) => offers.filter((offer) => offer.layer === layer)
    all = [...of('app'), ...of('page')].flatMap((offer) => offer.actions)
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
    offer(actions, layer = 'page') {
      const own = { layer, actions }
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
