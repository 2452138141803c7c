// Hats as folds of their turns: who wears one now, whose turn is next, and the turns as a calendar.
import { headsOf } from '../kernel'
import type { TurnEntry } from './records-people'

export type TurnState = 'offered' | 'accepted' | 'declined' | 'ended' | 'withdrawn'

export interface Turn {
  readonly id: string
  readonly hat: string
  readonly person: string
  /** Who offered it. */
  readonly by: string
  /** A newcomer beside the one who wears it: learns it and is not asked for a yes. */
  readonly shadow: boolean
  readonly from: number
  readonly until: number
  readonly state: TurnState
  /** When it was ended before its time, else `until`. */
  readonly end: number
  /** What was handed over or said last. */
  readonly words: string
  readonly heads: readonly string[]
}

/**
 * A turn's entries as a turn, or undefined where nobody has offered it. Only who was asked accepts or declines, and only
 * who offered it takes that back, as long as it is not answered: an answer stands, though it was given apart.
 */
export function foldTurn(entries: readonly TurnEntry[]): Turn | undefined {
  const birth = entries.find((entry) => entry.id === entry.turn && entry.kind === 'offered')
  if (!birth) return undefined
  const { id, hat, person, by, shadow, from, until } = birth
  const answers = entries.filter(
    ({ kind, by }) => kind === 'ended' || (by === person && (kind === 'accepted' || kind === 'declined')),
  )
  const withdrawals = entries.filter(({ kind, by }) => kind === 'withdrawn' && by === birth.by)
  const counted = [birth, ...(answers.length > 0 ? answers : withdrawals)]
  const { heads } = headsOf(counted)
  const last = heads[heads.length - 1] ?? birth
  const state: TurnState = last.kind
  const end = state === 'ended' ? Math.min(until, Math.max(from, last.at)) : until
  return {
    id,
    hat,
    person,
    by,
    shadow,
    from,
    until,
    state,
    end,
    words: last.words,
    heads: heads.map((one) => one.id),
  }
}

export type Turns = readonly Turn[]

const wasWorn = (turn: Turn): boolean => turn.state === 'accepted' || turn.state === 'ended'

/** Whether it may still come to something: neither declined nor taken back. */
export const isStanding = (turn: Turn): boolean => turn.state === 'offered' || wasWorn(turn)

/** Whether it is worn at a time: a turn whose time is over has expired without anybody's doing. */
export const isWorn = (turn: Turn, now: number): boolean =>
  wasWorn(turn) && !turn.shadow && turn.from <= now && now < turn.end

/** Who wears a hat at a time, apart from shadows, by id. */
export const wearersOf = (turns: Turns, hat: string, now: number): readonly string[] =>
  [
    ...new Set(turns.filter((turn) => turn.hat === hat && isWorn(turn, now)).map((turn) => turn.person)),
  ].sort()

/** People in the order in which a hat should be offered: who has not had it, then whose turn is longest ago. */
export function nextFor(
  turns: Turns,
  hat: string,
  people: readonly string[],
  now: number,
): readonly string[] {
  const worn = turns.filter((turn) => turn.hat === hat && !turn.shadow && wasWorn(turn) && turn.from <= now)
  const count = (person: string) => worn.filter((turn) => turn.person === person).length
  const last = (person: string) =>
    Math.max(-Infinity, ...worn.filter((turn) => turn.person === person).map((turn) => turn.end))
  const wearing = new Set(wearersOf(turns, hat, now))
  const rows = people
    .filter((person) => !wearing.has(person))
    .map((person, place) => ({ person, place, count: count(person), last: last(person) }))
  const order = (a: number, b: number) => (a === b ? 0 : a < b ? -1 : 1)
  return rows
    .sort((a, b) => a.count - b.count || order(a.last, b.last) || a.place - b.place)
    .map(({ person }) => person)
}

/** Who has not had a turn of any of these hats yet, in the order given. */
export const withoutTurn = (
  turns: Turns,
  hats: readonly string[],
  people: readonly string[],
): readonly string[] =>
  people.filter(
    (person) =>
      !turns.some(
        (turn) => turn.person === person && !turn.shadow && wasWorn(turn) && hats.includes(turn.hat),
      ),
  )
