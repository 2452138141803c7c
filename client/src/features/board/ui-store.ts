// What this screen is looking at: view state of one tab, never a copy of a document's row.
import { create } from 'zustand'

/** A question the board asks before or after an act. */
export type BoardAsk =
  | { readonly kind: 'add'; readonly column: string }
  | { readonly kind: 'move'; readonly card: string }
  | { readonly kind: 'stop'; readonly card: string | undefined }
  | { readonly kind: 'raised'; readonly blocker: string }
  | { readonly kind: 'apart'; readonly card: string }
  | { readonly kind: 'over'; readonly column: string }
  | { readonly kind: 'column'; readonly column: string }
  | { readonly kind: 'new-column' }
  | { readonly kind: 'archive' }
  /** The column is full: why all the same? `again` does the act with the reason. */
  | { readonly kind: 'why'; readonly column: string; readonly again: (why: string) => void }

export interface DropPlace {
  readonly column: string
  readonly half: 'doing' | 'done'
  /** The card it would lie above; null: at the end. */
  readonly before: string | null
}

interface BoardUi {
  readonly query: string
  readonly isSearching: boolean
  readonly ask: BoardAsk | undefined
  /** The column a phone shows. */
  readonly phoneColumn: string | undefined
  readonly dragged: string | undefined
  readonly drop: DropPlace | undefined
  search(query: string): void
  showSearch(isSearching: boolean): void
  open(ask: BoardAsk | undefined): void
  showColumn(column: string): void
  drag(card: string | undefined): void
  hover(place: DropPlace | undefined): void
  /** Forgets everything: the board is no longer shown. */
  leave(): void
}

const samePlace = (a: DropPlace | undefined, b: DropPlace | undefined): boolean =>
  a === b || (a?.column === b?.column && a?.half === b?.half && a?.before === b?.before)

const NOTHING = {
  query: '',
  isSearching: false,
  ask: undefined,
  phoneColumn: undefined,
  dragged: undefined,
  drop: undefined,
}

export const useBoardUi = create<BoardUi>((set) => ({
  ...NOTHING,
  search: (query) => set({ query }),
  showSearch: (isSearching) => set({ isSearching }),
  open: (ask) => set({ ask }),
  showColumn: (phoneColumn) => set({ phoneColumn }),
  drag: (dragged) => set(dragged === undefined ? { dragged, drop: undefined } : { dragged }),
  hover: (drop) => set((state) => (samePlace(state.drop, drop) ? state : { drop })),
  leave: () => set(NOTHING),
}))
