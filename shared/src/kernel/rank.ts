// A place in a hand-sorted list as a string that sorts between its neighbours: fractional index plus a random tail.
import { generateKeyBetween } from 'fractional-indexing'
import type { RandomBytes } from './ids'

const DIGITS = '123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const TAIL = 3

/** True for a string that `rankBetween` could have made; anything else read from a document is not used as a rank. */
export function isRank(text: string): boolean {
  const head = text.charCodeAt(0)
  const integer = head >= 97 && head <= 122 ? head - 95 : head >= 65 && head <= 90 ? 92 - head : Infinity
  return text.length >= integer && text.length <= 200 && !text.endsWith('0') && /^[0-9A-Za-z]+$/.test(text)
}

/**
 * A rank strictly between `after` and `before` (null: no neighbour on that side).
 * The random tail makes it unlikely that two devices that were apart choose the same rank; where they do, ids decide.
 * Neighbours that are equal or in the wrong order (left by a merge) count as no upper neighbour.
 */
export function rankBetween(after: string | null, before: string | null, random: RandomBytes): string {
  const upper = before !== null && after !== null && after >= before ? null : before
  let base = generateKeyBetween(after, upper)
  // Where the base is a beginning of the upper neighbour, the tail could lead past it.
  while (upper !== null && upper.startsWith(base)) base = generateKeyBetween(base, upper)
  let tail = ''
  for (const byte of random(TAIL)) tail += DIGITS[byte % DIGITS.length]
  return base + tail
}

/** Order of two places by rank, ties broken by id. Plain code-unit comparison: the same on every device. */
export const compareRanked = (
  a: { readonly rank: string; readonly id: string },
  b: { readonly rank: string; readonly id: string },
): number => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
