// How far a list lies below the top of what scrolls around it: several lists share one scroller on a board with lanes.
import { useLayoutEffect, useState } from 'react'
import type { RefObject } from 'react'

/** In px; 0 for a list that scrolls by itself. Measured again whenever what is scrolled changes its height. */
export function useOffsetWithin(
  list: RefObject<HTMLElement | null>,
  within: RefObject<HTMLElement | null> | undefined,
): number {
  const [offset, setOffset] = useState(0)
  useLayoutEffect(() => {
    const outer = within?.current
    if (!outer) return undefined
    const measure = () => {
      const top = list.current?.getBoundingClientRect().top ?? 0
      setOffset(Math.round(top - outer.getBoundingClientRect().top + outer.scrollTop))
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(outer.firstElementChild ?? outer)
    return () => observer.disconnect()
  }, [list, within])
  return offset
}
