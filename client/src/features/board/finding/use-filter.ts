// The filter of this tab, kept in the address, so that a link, a reload and the way back open the same cards.
import { EMPTY_FILTER, FILTER_KEYS, filterFromText, filterToText } from '@yokoten/shared/board'
import type { BoardFilter } from '@yokoten/shared/board'
import { useEffect, useRef } from 'react'
import { useLocation, useSearch } from 'wouter'
import { useBoardUi } from '../ui-store'

/** Typing is written to the address when it pauses: browsers refuse more than a few changes a second. */
const PAUSE_MS = 250

/** The address's search with this filter in place of the one it has. */
export function withFilter(search: string, filter: BoardFilter): string {
  const others = new URLSearchParams(search)
  for (const key of FILTER_KEYS) others.delete(key)
  return [others.toString(), filterToText(filter)].filter((part) => part !== '').join('&')
}

export function FilterInAddress() {
  const search = useSearch()
  const [path, navigate] = useLocation()
  const filter = useBoardUi((ui) => ui.filter)
  const wanted = filterToText(filter)
  const inAddress = filterToText(filterFromText(search))
  const agreed = useRef('')
  useEffect(() => {
    if (inAddress === agreed.current) return
    agreed.current = inAddress
    useBoardUi.getState().setFilter(filterFromText(inAddress))
  }, [inAddress])
  useEffect(() => {
    if (wanted === agreed.current) return
    const timer = setTimeout(() => {
      agreed.current = wanted
      const next = withFilter(location.search, filterFromText(wanted))
      navigate(next === '' ? path : `${path}?${next}`, { replace: true })
    }, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [wanted, path, navigate])
  return null
}

/** A link that opens this board with a filter, and nothing else of what is open here. */
export const linkToFilter = (filter: BoardFilter): string => {
  const text = filterToText(filter)
  return `${location.origin}${location.pathname}${text === '' ? '' : `?${text}`}`
}

/** A link that opens a card of this board. */
export const linkToCard = (card: string): string =>
  `${location.origin}${location.pathname}?card=${encodeURIComponent(card)}`

/** Changes one part of the filter. */
export const changeFilter = (part: Partial<BoardFilter>): void =>
  useBoardUi.getState().setFilter({ ...useBoardUi.getState().filter, ...part })

export const clearFilter = (): void => useBoardUi.getState().setFilter(EMPTY_FILTER)
