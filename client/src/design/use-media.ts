// What kind of screen this is, as React state that follows the window.
import { useSyncExternalStore } from 'react'

/** Up to this width (px) the layout is a phone's: tabs below, sheets from below, one column. */
const NARROW = '(max-width: 720px)'

export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const media = matchMedia(query)
      media.addEventListener('change', listener)
      return () => media.removeEventListener('change', listener)
    },
    () => matchMedia(query).matches,
  )
}

export const useNarrow = (): boolean => useMedia(NARROW)
/** A finger or a glove rather than a mouse. */
export const useCoarsePointer = (): boolean => useMedia('(pointer: coarse)')
