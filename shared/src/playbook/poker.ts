// Delegation poker, played blind: salted hashes first, then what they hide, and the table that comes of it.
import * as v from 'valibot'
import { compareOrdered, PERMIT_LEVELS } from '../kernel'
import type { PermitLevel } from '../kernel'
import type { HandEntry, RoundRow } from './records-people'

/** The seven levels of delegation poker by number, seen from who has the say today, and what each is in the playbook. */
export const DELEGATION: readonly { readonly name: DelegationName; readonly level: PermitLevel }[] = [
  { name: 'tell', level: 'yes' },
  { name: 'sell', level: 'yes' },
  { name: 'consult', level: 'yes' },
  { name: 'agree', level: 'consent' },
  { name: 'advise', level: 'advice' },
  { name: 'inquire', level: 'tell' },
  { name: 'delegate', level: 'free' },
]
export type DelegationName = 'tell' | 'sell' | 'consult' | 'agree' | 'advise' | 'inquire' | 'delegate'

/** A hand: for each act the card laid, 1 to 7. */
export type Hand = Readonly<Record<string, number>>

/** SHA-256 of a text in hexadecimal; handed in, like all cryptography. */
export type HashText = (text: string) => string

const openedHand = v.object({
  salt: v.pipe(v.string(), v.minLength(16), v.maxLength(100)),
  hand: v.record(v.string(), v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(7))),
})

/** What is hashed. Round and person stand in it, so that nobody can copy another's seal. */
const sealedText = (round: string, person: string, opened: string): string =>
  JSON.stringify([round, person, opened])

/** A hand as it is opened; acts in order, so that the same hand is the same text. */
export const openedText = (salt: string, hand: Hand): string =>
  JSON.stringify({
    salt,
    hand: Object.fromEntries(Object.entries(hand).sort(([a], [b]) => (a < b ? -1 : 1))),
  })

/** The seal of a hand that is kept on the device until all have sealed theirs. */
export const sealOf = (hash: HashText, round: string, person: string, opened: string): string =>
  hash(sealedText(round, person, opened))

function readHand(opened: string): Hand | undefined {
  let raw: unknown
  try {
    raw = JSON.parse(opened)
  } catch {
    return undefined
  }
  const read = v.safeParse(openedHand, raw)
  return read.success ? read.output.hand : undefined
}

export interface Seat {
  readonly person: string
  readonly sealed: string
  /** Undefined until it is opened as it was sealed. */
  readonly hand: Hand | undefined
  /** Something was opened that is not what was sealed. */
  readonly mismatch: boolean
}

/** The first seal of each person counts, and with it what was opened to it. By person. */
export function seatsOf(hands: readonly HandEntry[], hash: HashText): readonly Seat[] {
  const entries = [...hands].sort(compareOrdered)
  const people = [...new Set(entries.filter((one) => one.sealed !== '').map((one) => one.by))].sort()
  return people.map((person) => {
    const own = entries.filter((one) => one.by === person)
    const { sealed, round } = own.find((one) => one.sealed !== '') as HandEntry
    const opened = own.filter((one) => one.opened !== '')
    const right = opened.find((one) => sealOf(hash, round, person, one.opened) === sealed)
    const hand = right && readHand(right.opened)
    return { person, sealed, hand, mismatch: opened.length > 0 && hand === undefined }
  })
}

/** What came of a round for one act. */
export interface PokerResult {
  readonly act: string
  /** The cards laid, 1 to 7, the most careful first. */
  readonly cards: readonly number[]
  readonly isUnanimous: boolean
  /** What fills the table where nobody talks it over: the middle card, the more careful of two. */
  readonly level: PermitLevel
}

/** The table that an opened round fills: one line for each act that anybody laid a card for. */
export function resultsOf(acts: readonly string[], seats: readonly Seat[]): readonly PokerResult[] {
  return acts.flatMap((act) => {
    const cards = seats
      .flatMap(({ hand }) => (hand && Object.hasOwn(hand, act) ? (hand[act] ?? []) : []))
      .sort((a, b) => a - b)
    const middle = cards[Math.floor((cards.length - 1) / 2)]
    if (middle === undefined) return []
    const level = DELEGATION[middle - 1]?.level ?? (PERMIT_LEVELS.at(-1) as PermitLevel)
    return [{ act, cards, isUnanimous: cards[0] === cards.at(-1), level }]
  })
}

/** Who plays a round: the people of today who are not left out, and whoever has laid cards all the same. */
export const playersOf = (
  round: Pick<RoundRow, 'leftOut'>,
  people: readonly string[],
  seats: readonly Seat[],
): readonly string[] =>
  people.filter(
    (person) => !Object.hasOwn(round.leftOut, person) || seats.some((seat) => seat.person === person),
  )
