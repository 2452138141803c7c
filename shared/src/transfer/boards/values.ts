// What a file's cards serve, found again among what the team's customers value: by its words, since ids mean nothing elsewhere.
import { oneLine } from './file-board'
import type { FileBoard, FileValue, KnownValue } from './file-board'

const plain = (words: string): string => oneLine(words).toLowerCase()

/** Ids of known values by the file's keys: those of the same customer, or the only one of these words. */
export function valueIds(
  values: readonly FileValue[],
  known: readonly KnownValue[] = [],
): ReadonlyMap<string, string> {
  return new Map(
    values.flatMap(({ key, name, customer }) => {
      const same = known.filter((one) => plain(one.name) === plain(name))
      const found =
        same.find((one) => plain(one.customer) === plain(customer)) ??
        (same.length === 1 ? same[0] : undefined)
      return found ? [[key, found.id] as const] : []
    }),
  )
}

/** How many cards serve something that is not among the known values. */
export function valuesLeft(board: FileBoard, known: readonly KnownValue[] = []): number {
  const ids = valueIds(board.values, known)
  return board.cards.filter(({ value }) => value !== null && !ids.has(value)).length
}
