// What this screen is looking at: view state of one tab, never a copy of a document's row.
import { EMPTY_FILTER, isSameFilter } from '@yokoten/shared/board'
import type { BoardFilter } from '@yokoten/shared/board'
import { create } from 'zustand'
import type { LimitScope } from '@yokoten/shared/board'

/** The lists in which a team says what kinds of cards it has. */
export type KindsTab = 'types' | 'fields' | 'tags' | 'templates' | 'again'

/** A question the board asks before or after an act. */
export type BoardAsk =
  | { readonly kind: 'add'; readonly column: string }
  | { readonly kind: 'move'; readonly card: string }
  | { readonly kind: 'stop'; readonly card: string | undefined; readonly station?: string | undefined }
  | { readonly kind: 'stations' }
  | { readonly kind: 'reasons' }
  | { readonly kind: 'raised'; readonly blocker: string }
  | { readonly kind: 'apart'; readonly card: string }
  | { readonly kind: 'over'; readonly scope: LimitScope }
  | { readonly kind: 'column'; readonly column: string }
  | { readonly kind: 'new-column' }
  | { readonly kind: 'group'; readonly group: string }
  | { readonly kind: 'lane'; readonly lane: string }
  /** Lanes, and the limits that are no single column's. */
  | { readonly kind: 'structure' }
  | { readonly kind: 'archive' }
  | { readonly kind: 'view'; readonly view: string }
  | { readonly kind: 'kinds'; readonly tab?: KindsTab }
  | { readonly kind: 'template'; readonly card: string }
  | { readonly kind: 'serves'; readonly card: string }
  /** A limit is full: why all the same? `again` does the act with the reason. */
  | { readonly kind: 'why'; readonly scope: LimitScope; readonly again: (why: string) => void }

export interface DropPlace {
  readonly column: string
  readonly half: 'doing' | 'done'
  /** On a board with lanes. */
  readonly lane?: string | undefined
  /** The card it would lie above; null: at the end. */
  readonly before: string | null
}

interface BoardUi {
  readonly filter: BoardFilter
  readonly isSearching: boolean
  /** The panel in which the parts of the filter are chosen. */
  readonly isFiltering: boolean
  /** Cards chosen to act on together. */
  readonly chosen: ReadonlySet<string>
  /** A press on a card chooses it instead of opening it. */
  readonly isChoosing: boolean
  /** Where a range begins: the card that was chosen last. */
  readonly chosenFrom: string | undefined
  /** By list, the card in it that Tab leads to: the one that last had the focus. */
  readonly atHand: Readonly<Record<string, string>>
  /** The card that last had the focus. */
  readonly lastCard: string | undefined
  /** The card whose menu is open. */
  readonly menuOf: string | undefined
  readonly ask: BoardAsk | undefined
  /** The column a phone shows. */
  readonly phoneColumn: string | undefined
  readonly dragged: string | undefined
  readonly drop: DropPlace | undefined
  setFilter(filter: BoardFilter): void
  showSearch(isSearching: boolean): void
  showFilter(isFiltering: boolean): void
  /** Chooses cards, or no longer. */
  choose(cards: readonly string[], isChosen: boolean): void
  setChoosing(isChoosing: boolean): void
  hold(list: string, card: string): void
  openMenu(card: string | undefined): void
  open(ask: BoardAsk | undefined): void
  showColumn(column: string): void
  drag(card: string | undefined): void
  hover(place: DropPlace | undefined): void
  /** Forgets everything: the board is no longer shown. */
  leave(): void
}

const samePlace = (a: DropPlace | undefined, b: DropPlace | undefined): boolean =>
  a === b ||
  (a?.column === b?.column && a?.half === b?.half && a?.lane === b?.lane && a?.before === b?.before)

const NO_CARDS: ReadonlySet<string> = new Set()

const NOTHING = {
  filter: EMPTY_FILTER,
  isSearching: false,
  isFiltering: false,
  chosen: NO_CARDS,
  isChoosing: false,
  chosenFrom: undefined,
  atHand: {},
  lastCard: undefined,
  menuOf: undefined,
  ask: undefined,
  phoneColumn: undefined,
  dragged: undefined,
  drop: undefined,
}

export const useBoardUi = create<BoardUi>((set) => ({
  ...NOTHING,
  setFilter: (filter) =>
    set((state) =>
      isSameFilter(state.filter, filter) && state.filter.words === filter.words ? state : { filter },
    ),
  showSearch: (isSearching) => set({ isSearching }),
  showFilter: (isFiltering) => set({ isFiltering }),
  choose: (cards, isChosen) =>
    set((state) => {
      const chosen = new Set(state.chosen)
      for (const card of cards)
        if (isChosen) chosen.add(card)
        else chosen.delete(card)
      const chosenFrom = isChosen ? (cards.at(-1) ?? state.chosenFrom) : state.chosenFrom
      return { chosen, chosenFrom, isChoosing: state.isChoosing || chosen.size > 0 }
    }),
  setChoosing: (isChoosing) =>
    set(isChoosing ? { isChoosing } : { isChoosing, chosen: NO_CARDS, chosenFrom: undefined }),
  hold: (list, card) =>
    set((state) =>
      state.atHand[list] === card && state.lastCard === card
        ? state
        : { atHand: { ...state.atHand, [list]: card }, lastCard: card },
    ),
  openMenu: (menuOf) => set(menuOf === undefined ? { menuOf } : { menuOf, lastCard: menuOf }),
  open: (ask) => set({ ask }),
  showColumn: (phoneColumn) => set({ phoneColumn }),
  drag: (dragged) => set(dragged === undefined ? { dragged, drop: undefined } : { dragged }),
  hover: (drop) => set((state) => (samePlace(state.drop, drop) ? state : { drop })),
  leave: () => set(NOTHING),
}))
