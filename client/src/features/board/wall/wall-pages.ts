// What is on the wall at a moment: which board, and which part of a list that is longer than the wall.
import type { WallFigures } from './wall-figures'

/** How many of each list fit at once; the sizes in wall-panels.module.css are made for these. */
export const FITS = { stops: 4, rooms: 7, ages: 6 } as const

const pagesOfList = (length: number, fits: number): number => Math.max(1, Math.ceil(length / fits))

/** Pages until everything of a board was seen. */
export const pagesOf = ({ stops, rooms, ages }: Pick<WallFigures, 'stops' | 'rooms' | 'ages'>): number =>
  Math.max(
    pagesOfList(stops.length, FITS.stops),
    pagesOfList(rooms.length, FITS.rooms),
    pagesOfList(ages.length, FITS.ages),
  )

/** The part of a list that a page shows; a shorter list begins anew while the longest goes on. */
export function partOf<T>(list: readonly T[], fits: number, page: number) {
  const from = (page % pagesOfList(list.length, fits)) * fits
  const items = list.slice(from, from + fits)
  return { items, from: from + 1, to: from + items.length, of: list.length }
}

export interface Shown {
  readonly board: string
  readonly page: number
}

/** The next page of the same board, or the first of the next board. `pages` has each board's number of pages. */
export function nextShown(
  boards: readonly string[],
  pages: ReadonlyMap<string, number>,
  shown: Shown,
): Shown {
  const at = boards.indexOf(shown.board)
  if (at >= 0 && shown.page + 1 < (pages.get(shown.board) ?? 1)) return { ...shown, page: shown.page + 1 }
  return { board: boards[(at + 1) % boards.length] ?? shown.board, page: 0 }
}

/** The boards in turn, the one that was asked for first; one that is not there any more is left out. */
export const turnOf = (boards: readonly string[], first: string | undefined): readonly string[] => {
  const at = first === undefined ? 0 : Math.max(0, boards.indexOf(first))
  return [...boards.slice(at), ...boards.slice(0, at)]
}
