// Slots of a limit: what the writer of an entry saw in them, written down in few characters.
import { LIMIT_LIMIT } from './record-parts'

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-'
const TAG = 4
/** Ends the list of limits where there is more than one. Not of the alphabet. */
const HEADER_END = '.'
/** One character says in which of the listed limits a card was seen, so that there are six of them at most. */
const MOST_SCOPES = 6

/** Four characters for an id: enough to tell apart the few cards of one limit, small enough for every entry. */
export function tagOf(id: string): string {
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
export function seenUnder(saw: string | undefined, limitEntry: string): ReadonlySet<string> | null {
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
