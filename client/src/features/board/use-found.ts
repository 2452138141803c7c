// Which cards the search lets through, and how many more are put away.
import { searchCards } from '@yokoten/shared/board'
import { createContext, useContext, useDeferredValue, useMemo } from 'react'
import { useSnapshot } from '../../react'
import { useBoard } from './board-context'
import { useBoardUi } from './ui-store'

export interface FoundCards {
  /** Undefined: nothing is searched for, every card is shown. */
  readonly shown: ReadonlySet<string> | undefined
  readonly archived: number
}

const ALL: FoundCards = { shown: undefined, archived: 0 }

/**
 * Looks at titles, ids, tags, people and checklists, which the snapshot holds. Descriptions are texts outside of it: to
 * read one opens it, and ten thousand of them are not opened at a keystroke.
 */
export function useFound(): FoundCards {
  const { handle, people } = useBoard()
  const asked = useBoardUi((ui) => ui.query.trim())
  const snapshot = useSnapshot(handle, (board) => (asked === '' ? undefined : board))
  // Both may lag behind: typing, and a move that somebody makes meanwhile, come before the search.
  const query = useDeferredValue(asked)
  const board = useDeferredValue(snapshot)
  return useMemo(() => {
    if (!board || query === '') return ALL
    const found = searchCards(board, query, { personName: (person) => people.get(person)?.name })
    return {
      shown: new Set(found.filter((hit) => !hit.archived).map((hit) => hit.card)),
      archived: found.filter((hit) => hit.archived).length,
    }
  }, [board, query, people])
}

/** The cards that are shown; undefined: all of them. */
export const FoundContext = createContext<ReadonlySet<string> | undefined>(undefined)

/** A list without the cards that the search hides; the same array where it hides none. */
export function useShownCards(cards: readonly string[]): readonly string[] {
  const shown = useContext(FoundContext)
  return useMemo(() => (shown ? cards.filter((card) => shown.has(card)) : cards), [cards, shown])
}
