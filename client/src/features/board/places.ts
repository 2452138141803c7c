// Every place where a card can stand, in flow order: a column, or each half of one that is split.
import type { Column, Half } from '@yokoten/shared/board'
import { text } from '../../text'

export interface Place {
  readonly column: Column
  readonly half: Half
}

export const placesOf = (columns: readonly Column[]): readonly Place[] =>
  columns.flatMap((column): Place[] =>
    column.split
      ? [
          { column, half: 'doing' },
          { column, half: 'done' },
        ]
      : [{ column, half: 'doing' }],
  )

/** The index of a column's half, or -1. */
export const placeIndex = (places: readonly Place[], column: string | undefined, half?: Half): number =>
  places.findIndex((place) => place.column.id === column && place.half === half)

/** The column's name, and the half where there are two. */
export const placeName = ({ column, half }: Place): string =>
  column.split
    ? text('board.half.label', {
        column: column.name,
        half: text(half === 'doing' ? 'board.half.doingName' : 'board.half.doneName'),
      })
    : column.name
