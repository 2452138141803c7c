// Offers actions while a page or the app is on the screen, and reads the list of all that are offered.
import { useEffect, useSyncExternalStore } from 'react'
import type { Action } from './action'
import { finders } from './finders'
import type { Finder } from './finders'
import { registry } from './registry'
import type { Layer } from './registry'

/** Keep the array stable (useMemo): a new one is taken back and offered again. */
export function useActions(actions: readonly Action[], layer: Layer = 'page'): void {
  useEffect(() => registry.offer(actions, layer), [actions, layer])
}

export const useOfferedActions = (): readonly Action[] =>
  useSyncExternalStore(registry.subscribe, registry.list)

/** Keep the finder stable (useMemo), as with actions. */
export function useFinder(finder: Finder): void {
  useEffect(() => finders.offer(finder), [finder])
}

export const useOfferedFinders = (): readonly Finder[] =>
  useSyncExternalStore(finders.subscribe, finders.list)
