// Selects from a document's snapshot, so that a component renders again only when its own part differs.
import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react'
import type { Readable } from '../session/api'

/**
 * The selected part of a snapshot. `isEqual` (by default identity) decides whether a newly selected value differs;
 * where it does not, the earlier reference is kept. The selector may be written inline.
 */
export function useSnapshot<S, T>(
  source: Readable<S>,
  select: (snapshot: S) => T,
  isEqual: (a: T, b: T) => boolean = Object.is,
): T {
  const shown = useRef<{ value: T } | undefined>(undefined)
  const read = useMemo(() => {
    let last: { snapshot: S; value: T } | undefined
    return () => {
      const snapshot = source.get()
      if (last?.snapshot === snapshot) return last.value
      const selected = select(snapshot)
      const known = last ?? shown.current
      last = { snapshot, value: known && isEqual(known.value, selected) ? known.value : selected }
      return last.value
    }
  }, [source, select, isEqual])
  const value = useSyncExternalStore(source.subscribe, read, read)
  useEffect(() => {
    shown.current = { value }
  }, [value])
  return value
}
