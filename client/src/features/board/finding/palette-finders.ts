// What the palette finds on a board: its cards, archive included, cards of a person, saved views, and what can be changed.
import {
  bestFirst,
  createCardSearch,
  EMPTY_FILTER,
  filterFromText,
  foldWords,
  placeOf,
  scopeKey,
  spokenId,
} from '@yokoten/shared/board'
import type { BoardSnapshot, SearchSources } from '@yokoten/shared/board'
import type { Table } from '@yokoten/shared/kernel'
import type { Person } from '@yokoten/shared/team'
import { useMemo } from 'react'
import { useFinder } from '../../../input'
import type { Finder, FoundThing } from '../../../input'
import { text } from '../../../text'
import { useBoard } from '../board-context'
import { scopeName } from '../scope-name'
import { useBoardUi } from '../ui-store'
import type { BoardAsk, KindsTab } from '../ui-store'
import { cardNamed, reasonWords } from '../words'
import { inSlices } from './slices'

const KINDS: readonly KindsTab[] = ['types', 'fields', 'tags', 'templates', 'again']

/** What is opened to be changed or talked over: columns, groups, lanes, lists, stops, and what happened apart. */
function placesOn(board: BoardSnapshot, people: Table<Person>): readonly FoundThing[] {
  const { open } = useBoardUi.getState()
  const thing = (id: string, label: string, ask: BoardAsk): FoundThing => ({
    id,
    label,
    run: () => open(ask),
  })
  return [
    ...board.conflicts.map((card) =>
      thing(`apart ${card}`, text('board.palette.apart', { card: cardNamed(board, card) }), {
        kind: 'apart',
        card,
      }),
    ),
    ...board.brokenLimits.map(({ scope }) =>
      thing(
        `over ${scopeKey(scope)}`,
        text('board.palette.over', { what: scopeName(board, people, scope) }),
        {
          kind: 'over',
          scope,
        },
      ),
    ),
    ...board.openBlockers.all.flatMap((id) => {
      const blocker = board.blockers.get(id)
      if (!blocker) return []
      const what = blocker.card === null ? text('board.stop.line') : cardNamed(board, blocker.card)
      const label = text('board.palette.stop', { what, why: reasonWords(board, blocker) })
      return [thing(`stop ${id}`, label, { kind: 'raised', blocker: id })]
    }),
    ...board.columns.map(({ id, name }) =>
      thing(`column ${id}`, text('board.column.change', { column: name }), { kind: 'column', column: id }),
    ),
    ...[...board.groups.values()].map(({ id, name }) =>
      thing(`group ${id}`, text('board.group.change', { group: name }), { kind: 'group', group: id }),
    ),
    ...board.lanes.map(({ id, name }) =>
      thing(`lane ${id}`, text('board.lane.change', { lane: name }), { kind: 'lane', lane: id }),
    ),
    ...KINDS.map((tab) =>
      thing(`kinds ${tab}`, text('board.palette.kinds', { list: text(`board.kinds.${tab}`) }), {
        kind: 'kinds',
        tab,
      }),
    ),
  ]
}

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
  const places = useMemo(
    (): Finder => ({
      id: 'places',
      label: text('board.palette.places'),
      find(words, answer) {
        const asked = foldWords(words)
        const found = placesOn(handle.get(), people).filter(({ label }) => foldWords(label).includes(asked))
        answer(found.slice(0, CARDS))
        return () => undefined
      },
    }),
    [handle, people],
  )
  useFinder(places)
  useFinder(cards)
  useFinder(filters)
}
