// Ranks in the board's short lists: reasons, stations, lanes, views, kinds of cards.
import { isRank, rankBetween } from '../../kernel'
import type { RandomBytes } from '../../kernel'

export interface Ranked {
  readonly id: string
  readonly rank: string
}

/** A rank behind all that have one. */
export function rankAtEnd(rows: readonly Ranked[], random: RandomBytes): string {
  const last = rows
    .map((row) => row.rank)
    .filter(isRank)
    .sort()
    .at(-1)
  return rankBetween(last ?? null, null, random)
}

/** A rank in an ordered list for `id` behind `after`, or first where that is null; null where it stands there. */
export function rankBehind(
  rows: readonly Ranked[],
  id: string,
  after: string | null,
  random: RandomBytes,
): string | null {
  const now = rows.findIndex((row) => row.id === id)
  if (after === id || (rows[now - 1]?.id ?? null) === after) return null
  const others = rows.filter((row) => row.id !== id && isRank(row.rank))
  const index = after === null ? 0 : others.findIndex((row) => row.id === after) + 1
  return rankBetween(others[index - 1]?.rank ?? null, others[index]?.rank ?? null, random)
}
