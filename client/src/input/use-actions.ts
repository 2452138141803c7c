// Offers a page's actions while it is on the screen, and reads the list of all that are offered.
import { useEffect, useSyncExternalStore } from 'react'
import type { Action } from './action'
import { registry } from './registry'

/** Keep the array stable (useMemo): a new one is taken back and offered again. */
export function useActions(actions: readonly Action[]): void {
  useEffect(() => registry.offer(actions), [actions])
}

export const useOfferedActions = (): readonly Action[] =>
  useSyncExternalStore(registry.subscribe, registry.list)
