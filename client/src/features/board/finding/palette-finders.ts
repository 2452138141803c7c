// What the palette finds on a board: its cards, archive included, the cards of a person, and the saved views.
import {
  bestFirst,
  createCardSearch,
  EMPTY_FILTER,
  filterFromText,
  foldWords,
  placeOf,
  spokenId,
} from '@yokoten/shared/board'
import type { SearchSources } from '@yokoten/shared/board'
import { useMemo } from 'react'
import { useFinder } from '../../../input'
import type { Finder } from '../../../input'
import { text } from '../../../text'
import { useBoard } from '../board-context'
import { useBoardUi } from '../ui-store'
import { inSlices } from './slices'

/** Cards listed at once: more are found by typing more. */
const CARDS = 8

export function usePaletteFinders(sources: SearchSources & { startReading(): void }): void {
  const { handle, people, openCard } = useBoard()
  const cards = useMemo(
    (): Finder => ({
      id: 'cards',
      label: text('board.palette.cards'),
      find(words, answer) {
        sources.startReading()
        const board = handle.get()
        const search = createCardSearch(board, { ...EMPTY_FILTER, words }, sources)
        return inSlices(search.go, () =>
          answer(
            bestFirst(board, search.found, words)
              .slice(0, CARDS)
              .map(({ card, archived }) => ({
                id: `card ${card}`,
                label: board.cards.get(card)?.title ?? '',
                note: [
                  spokenId(board, card),
                  archived ? text('board.inArchive') : (placeOf(board, card)?.column.name ?? ''),
                ].join(' · '),
                run: () => openCard(card),
              })),
          ),
        )
      },
    }),
    [handle, openCard, sources],
  )
  const filters = useMemo(
    (): Finder => ({
      id: 'filters',
      label: text('board.filter.views'),
      find(words, answer) {
        const asked = foldWords(words)
        const show = (filter: typeof EMPTY_FILTER) => () => useBoardUi.getState().setFilter(filter)
        const views = handle.get().views.map(({ id, name, filter }) => ({
          id: `view ${id}`,
          label: name,
          run: show(filterFromText(filter)),
        }))
        const persons = [...people.values()]
          .filter((person) => !person.archived)
          .map(({ id, name }) => ({
            id: `cards of ${id}`,
            label: text('board.palette.cardsOf', { who: name }),
            run: show({ ...EMPTY_FILTER, people: [id] }),
          }))
        answer([...views, ...persons].filter(({ label }) => foldWords(label).includes(asked)).slice(0, CARDS))
        return () => undefined
      },
    }),
    [handle, people],
  )
  useFinder(cards)
  useFinder(filters)
}
