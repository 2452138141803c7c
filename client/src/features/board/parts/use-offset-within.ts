// How far a list lies below the top of what scrolls around it: several lists share one scroller on a board with lanes.
import { useLayoutEffect, useState } from 'react'
import type { RefObject } from 'react'

/** In px; 0 for a list that scrolls by itself. Measured again whenever what is scrolled changes its height. */
export function useOffsetWithin(
  list: RefObject<HTMLElement | null>,
  within: HTMLElement | null | undefined,
): number {
  const [offset, setOffset] = useState(0)
  useLayoutEffect(() => {
    if (!within) return undefined
    const measure = () => {
      const top = list.current?.getBoundingClientRect().top ?? 0
      setOffset(Math.round(top - within.getBoundingClientRect().top + within.scrollTop))
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(within.firstElementChild ?? within)
    return () => observer.disconnect()
  }, [list, within])
  return offset
}
