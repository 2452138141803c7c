// Card ids that people can say: the board's key and six random Crockford characters, more only where two cards collide.
import { createSpokenId } from '../kernel'
import type { Table } from '../kernel'
import type { Group } from './groups'
import type { CardRow } from './records'

const SHOWN = 6
const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** The stored eight characters; a card without valid ones gets some from its internal id, the same everywhere. */
export function spokenOf(card: Pick<CardRow, 'id' | 'spoken'>): string {
  if (card.spoken !== '') return card.spoken
  let hash = 0x811c9dc5
  return createSpokenId((length) => {
    const bytes = new Uint8Array(length)
    for (let i = 0; i < length; i++) {
      for (const char of card.id) hash = Math.imul(hash ^ (char.charCodeAt(0) + i), 0x01000193)
      bytes[i] = hash >>> 16
    }
    return bytes
  })
}

export const spokenPrefix = (card: Pick<CardRow, 'id' | 'spoken'>): string => spokenOf(card).slice(0, SHOWN)

interface SpokenSource {
  readonly key: string
  readonly cards: Table<CardRow>
  /** Cards whose ids begin alike, by the six characters, sorted by internal id. */
  readonly spoken: Table<Group>
}

/**
 * The id as shown and said, e.g. `PL-7K3QF2`. Of cards that begin alike the greater internal id shows one character
 * more, and the next one two; beyond the eight that are stored a number is added.
 */
export function spokenId(board: SpokenSource, card: string): string {
  const row = board.cards.get(card)
  if (!row) return ''
  const full = spokenOf(row)
  const cards = board.spoken.get(full.slice(0, SHOWN))?.members ?? []
  const taken = new Set<string>()
  let shown = full.slice(0, SHOWN)
  for (const other of cards) {
    const text = spokenOf(board.cards.get(other) ?? row)
    let length = SHOWN
    while (taken.has(text.slice(0, length)) && length < text.length) length++
    shown = text.slice(0, length)
    for (let n = 2; taken.has(shown); n++) shown = `${text}.${n}`
    taken.add(shown)
    if (other === card) break
  }
  return board.key === '' ? shown : `${board.key}-${shown}`
}

/** What was typed or heard as Crockford characters: O is 0, I and L are 1, case and dashes do not matter. */
export function normaliseSpoken(heard: string): string {
  const text = heard.toUpperCase().replaceAll('O', '0').replace(/[IL]/g, '1').replaceAll('U', 'V')
  return [...text].filter((char) => CROCKFORD.includes(char)).join('')
}
