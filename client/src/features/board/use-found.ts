// Which cards the filter lets through, and which more are put away.
import { createContext, useContext, useDeferredValue, useEffect, useMemo } from 'react'
import type { SearchSources } from '@yokoten/shared/board'
import { useNow, useReadable } from '../../react'
import { useBoard } from './board-context'
import { createFinder } from './finding/finder'
import type { FoundCards } from './finding/finder'
import { createProseIndex } from './finding/prose-index'
import { useBoardUi } from './ui-store'

export type { FoundCards } from './finding/finder'

/** What a search needs besides the board; the same object while nothing of it differs. */
export function useSearchSources(): SearchSources & { startReading(): void } {
  const { handle, people, me, ageing, calendar } = useBoard()
  const prose = useMemo(() => createProseIndex(handle.texts), [handle])
  useEffect(() => () => prose.close(), [prose])
  // A new object for each thing learnt: the search is asked again for it.
  const learnt = useReadable(prose)
  const figures = useReadable(ageing)
  const now = useNow()
  return useMemo(
    () => ({
      me,
      ageing: figures,
      calendar,
      now,
      personName: (person: string) => people.get(person)?.name,
      prose: (card: string) => (learnt === 0 ? undefined : prose.of(card)),
      startReading: prose.start,
    }),
    [me, figures, calendar, now, people, prose, learnt],
  )
}

/** Asked for once by the page, see `FoundContext`. */
export function useFoundOnce(sources: ReturnType<typeof useSearchSources>): FoundCards {
  const { handle } = useBoard()
  const finder = useMemo(() => createFinder(handle), [handle])
  useEffect(() => () => finder.close(), [finder])
  const filter = useBoardUi((ui) => ui.filter)
  useEffect(() => {
    if (filter.words.trim() !== '') sources.startReading()
    finder.ask(filter, sources)
  }, [finder, filter, sources])
  // Typing and pulls come before what a search shows.
  return useDeferredValue(useReadable(finder))
}

export const FoundContext = createContext<FoundCards>({ shown: undefined, archived: [], isLooking: false })

export const useFound = (): FoundCards => useContext(FoundContext)

/** A list without the cards that the filter hides; the same array where it hides none. */
export function useShownCards(cards: readonly string[]): readonly string[] {
  const { shown } = useFound()
  return useMemo(() => (shown ? cards.filter((card) => shown.has(card)) : cards), [cards, shown])
}
