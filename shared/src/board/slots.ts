// Slots of a limit: what the writer of an entry saw in them, and which cards broke a limit because their people were apart.
import { compareOrdered } from '../kernel'
import type { LimitScope } from './governed'
import { LIMIT_LIMIT } from './record-parts'

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-'
const TAG = 4
/** Ends the list of limits where there is more than one. Not of the alphabet. */
const HEADER_END = '.'
/** One character says in which of the listed limits a card was seen, so that there are six of them at most. */
const MOST_SCOPES = 6

/** Four characters for an id: enough to tell apart the few cards of one limit, small enough for every entry. */
function tagOf(id: string): string {
  let hash = 0x811c9dc5
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193)
  let tag = ''
  for (let i = 0; i < TAG; i++) tag += ALPHABET[(hash >>> (i * 6)) & 63]
  return tag
}

const tagsOf = (tags: string): string[] => {
  const found: string[] = []
  for (let i = 0; i + TAG <= tags.length; i += TAG) found.push(tags.slice(i, i + TAG))
  return found
}

/** A limit that had room when a card came in, and the cards in it. */
export interface SeenLimit {
  readonly limitEntry: string
  readonly cards: readonly string[]
}

/**
 * What an entry keeps of what its writer saw: the limits in force that had room, then the cards in them. One limit
 * costs four characters a card, several of them five. Of more cards than any limit allows some are left out.
 */
export function sawOf(seen: readonly SeenLimit[]): string {
  const limits = seen.slice(0, MOST_SCOPES)
  const [only] = limits
  if (!only) return ''
  if (limits.length === 1) return [only.limitEntry, ...only.cards.slice(0, LIMIT_LIMIT)].map(tagOf).join('')
  const masks = new Map<string, number>()
  for (const [index, { cards }] of limits.entries())
    for (const card of cards) masks.set(card, (masks.get(card) ?? 0) | (1 << index))
  const cards = [...masks].slice(0, LIMIT_LIMIT).map(([card, mask]) => tagOf(card) + ALPHABET[mask])
  return limits.map(({ limitEntry }) => tagOf(limitEntry)).join('') + HEADER_END + cards.join('')
}

/** Tags of the cards that a writer saw under a limit; null where there was no room under it, or another limit held. */
function seenUnder(saw: string | undefined, limitEntry: string): ReadonlySet<string> | null {
  if (saw === undefined) return null
  const wanted = tagOf(limitEntry)
  const end = saw.indexOf(HEADER_END)
  if (end < 0) {
    const [limit, ...cards] = tagsOf(saw)
    return limit === wanted ? new Set(cards) : null
  }
  const index = tagsOf(saw.slice(0, end)).indexOf(wanted)
  if (index < 0) return null
  const cards = new Set<string>()
  for (let i = end + 1; i + TAG < saw.length; i += TAG + 1)
    if ((ALPHABET.indexOf(saw.charAt(i + TAG)) >> index) & 1) cards.add(saw.slice(i, i + TAG))
  return cards
}

/** Tells cheaply which entries were made under a limit that had room: every move asks it of all cards under it. */
export function wasUnder(limitEntry: string): (saw: string | undefined) => boolean {
  const wanted = tagOf(limitEntry)
  return (saw) => {
    if (saw === undefined) return false
    if (saw.startsWith(wanted)) return true
    const end = saw.indexOf(HEADER_END)
    return end > 0 && tagsOf(saw.slice(0, end)).includes(wanted)
  }
}

/** How a card came under a limit: the entry that brought it in, or what was kept when it joined later. */
export interface Arrival {
  readonly card: string
  readonly order: number
  /** Ties of `order` are broken by it. */
  readonly id: string
  readonly why?: string | undefined
  readonly saw?: string | undefined
}

export interface BrokenLimit {
  readonly scope: LimitScope
  /** The column's id where the limit is a column's, else null. */
  readonly column: string | null
  readonly limit: number
  readonly used: number
  /** The cards that came in apart, the earliest first: each fitted by what its writer saw. */
  readonly cards: readonly string[]
}

/**
 * A limit that a merge broke, or null. Only entries count that were made under the limit in force and saw room under
 * it; two of them came apart when neither writer saw the other's card.
 */
export function brokenLimitOf(
  held: {
    readonly scope: LimitScope
    readonly limit: number | null
    readonly limitEntry: string | null
  },
  arrivals: readonly Arrival[],
): BrokenLimit | null {
  const { scope, limit, limitEntry } = held
  if (limit === null || limitEntry === null || arrivals.length <= limit) return null
  const all = arrivals.map((arrival) => ({
    arrival,
    tag: tagOf(arrival.card),
    seen: seenUnder(arrival.saw, limitEntry),
  }))
  const reasoned = all.filter(({ arrival, seen }) => arrival.why !== undefined && seen === null).length
  if (all.length - reasoned <= limit) return null
  const newcomers = all.flatMap((one) => (one.seen === null ? [] : [{ ...one, seen: one.seen }]))
  const apart = newcomers.filter((one) =>
    newcomers.some((other) => other !== one && !one.seen.has(other.tag) && !other.seen.has(one.tag)),
  )
  if (apart.length < 2) return null
  const cards = apart
    .map(({ arrival }) => arrival)
    .sort(compareOrdered)
    .map((arrival) => arrival.card)
  const column = scope.kind === 'column' ? scope.id : null
  return { scope, column, limit, used: arrivals.length, cards }
}
