// Keeps the cards that a filter lets through while the board, the filter and what is known change.
import { bestFirst, createCardSearch, filterToText, isEmptyFilter } from '@yokoten/shared/board'
import type { BoardFilter, BoardSnapshot, Found, SearchSources } from '@yokoten/shared/board'
import type { Readable } from '../../../session/api'
import { inSlices, soon } from './slices'
import type { Soon } from './slices'

export interface FoundCards {
  /** Undefined: nothing is asked for, every card is shown. */
  readonly shown: ReadonlySet<string> | undefined
  /** Cards in the archive that fit, the best first. */
  readonly archived: readonly Found[]
  /** What is shown belongs to an earlier question. */
  readonly isLooking: boolean
}

export const ALL: FoundCards = { shown: undefined, archived: [], isLooking: false }

export interface Finder extends Readable<FoundCards> {
  ask(filter: BoardFilter, sources: SearchSources): void
  /** Something else that is searched has changed. */
  again(): void
  close(): void
}

const sameCards = (a: ReadonlySet<string> | undefined, b: ReadonlySet<string>): boolean =>
  a?.size === b.size && [...b].every((card) => a.has(card))

/**
 * A change of the filter begins anew at once; a change of the board is looked at when the search that runs is done, so
 * that a board on which much happens still gets an answer.
 */
export function createFinder(board: Readable<BoardSnapshot>, later: Soon = soon): Finder {
  let found = ALL
  let asked: { filter: BoardFilter; sources: SearchSources } | undefined
  let isStale = false
  let callOff: (() => void) | undefined
  let stop: (() => void) | undefined
  const listeners = new Set<() => void>()
  const show = (next: FoundCards) => {
    if (next === found) return
    found = next
    for (const listener of [...listeners]) listener()
  }
  function look(): void {
    callOff?.()
    callOff = undefined
    if (!asked) return
    const { filter, sources } = asked
    const snapshot = board.get()
    const search = createCardSearch(snapshot, filter, sources)
    isStale = false
    let isDone = false
    const cancel = inSlices(
      search.go,
      () => {
        isDone = true
        callOff = undefined
        const shown = new Set(search.found.flatMap((hit) => (hit.archived ? [] : hit.card)))
        const archived = bestFirst(
          snapshot,
          search.found.filter((hit) => hit.archived),
          filter.words,
        )
        const same = sameCards(found.shown, shown) ? found.shown : shown
        show({ shown: same, archived, isLooking: false })
        if (isStale) callOff = later(look)
      },
      later,
    )
    if (isDone) return
    callOff = cancel
    if (!found.isLooking) show({ ...found, isLooking: true })
  }
  const onBoard = () => {
    isStale = true
    callOff ??= later(look)
  }
  return {
    get: () => found,
    subscribe(listener) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    ask(filter, sources) {
      const isSame = asked?.sources === sources && filterToText(asked.filter) === filterToText(filter)
      if (isSame) return
      if (isEmptyFilter(filter)) {
        callOff?.()
        callOff = undefined
        stop?.()
        stop = undefined
        asked = undefined
        show(ALL)
        return
      }
      asked = { filter, sources }
      stop ??= board.subscribe(onBoard)
      look()
    },
    again: () => {
      if (asked) onBoard()
    },
    close() {
      stop?.()
      callOff?.()
    },
  }
}
