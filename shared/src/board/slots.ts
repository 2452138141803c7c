// Slots of a limited column: how many are free, and which cards broke the limit because their people were apart.
import { compareOrdered } from './governed'
import type { CardJourney } from './journey'
import { LIMIT_LIMIT } from './record-parts'

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-'
const TAG = 4

/** Four characters for an id: enough to tell apart the few cards of one column, small enough for every entry. */
function tagOf(id: string): string {
  let hash = 0x811c9dc5
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193)
  let tag = ''
  for (let i = 0; i < TAG; i++) tag += ALPHABET[(hash >>> (i * 6)) & 63]
  return tag
}

/**
 * What an entry into a limited column keeps of what its writer saw there: the limit in force, then the cards. Of more
 * cards than any limit allows some are left out, since an entry that comes on top of those gives a reason anyway.
 */
export const sawOf = (limitEntry: string, cards: readonly string[]): string =>
  tagOf(limitEntry) + cards.slice(0, LIMIT_LIMIT).map(tagOf).join('')

const seenBy = (saw: string): ReadonlySet<string> => {
  const tags = new Set<string>()
  for (let i = TAG; i < saw.length; i += TAG) tags.add(saw.slice(i, i + TAG))
  return tags
}

export interface BrokenLimit {
  readonly column: string
  readonly limit: number
  readonly used: number
  /** The cards that came in apart, the earliest first: each fitted by what its writer saw. */
  readonly cards: readonly string[]
}

/**
 * A limit that a merge broke, or null. Only entries count that were made under the limit in force and without a
 * reason for being over it; two of them came apart when neither writer saw the other's card.
 */
export function brokenLimitOf(
  column: { readonly id: string; readonly limit: number | null; readonly limitEntry: string | null },
  journeys: readonly CardJourney[],
): BrokenLimit | null {
  const { id, limit, limitEntry } = column
  if (limit === null || limitEntry === null || journeys.length <= limit) return null
  const reasoned = journeys.filter((journey) => journey.arrived.why !== undefined).length
  if (journeys.length - reasoned <= limit) return null
  const under = tagOf(limitEntry)
  const newcomers = journeys
    .filter(({ arrived }) => arrived.why === undefined && arrived.saw?.startsWith(under) === true)
    .map((journey) => ({
      journey,
      tag: tagOf(journey.card),
      seen: seenBy(journey.arrived.saw ?? ''),
    }))
  const apart = newcomers.filter((one) =>
    newcomers.some((other) => other !== one && !one.seen.has(other.tag) && !other.seen.has(one.tag)),
  )
  if (apart.length < 2) return null
  const cards = apart
    .map(({ journey }) => journey)
    .sort((a, b) => compareOrdered(a.arrived, b.arrived))
    .map((journey) => journey.card)
  return { column: id, limit, used: journeys.length, cards }
}
