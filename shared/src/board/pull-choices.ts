// What could be pulled into a column, in the order in which it should be, and which limit stands in the way of it.
import { dayFromIso } from '../kernel'
import type { Bands } from './ageing'
import { laneIn } from './columns'
import type { Column } from './columns'
import type { CardJourney } from './journey'
import { fullAt, limitOn, peopleOn } from './limits'
import type { ScopeLimit } from './limits'
import { holdUpsOf } from './links'
import type { CardRow } from './records'
import type { BoardSnapshot } from './snapshot'

export interface PullSituation {
  /** Today's day number in the team's time zone, see `Calendar.dayOf`. */
  readonly today: number
  /** Start to finish of the team's finished cards, or null while there are too few. */
  readonly cycle: Bands | null
}

/** A card that could be pulled, and why it comes where it comes. */
export interface Choice {
  readonly card: string
  readonly why: 'rush' | 'due-at-risk' | 'oldest'
}

export interface Choices {
  readonly choices: readonly Choice[]
  /** The limit that refused a card which could have come otherwise; a person's own limit counts as no full slot. */
  readonly refusedBy: ScopeLimit | null
}

/** Days that a card is taken to need while the team has too few finished ones of its own. */
const USUAL_DAYS = 7
/** A free slot names two cards. */
const USUALLY_ASKED = 2
/** Before a person is known no limit of a person's holds. */
const NOBODY = ''

/** Not stopped, and not waiting for two people to agree whose it is. */
export const mayMove = (board: BoardSnapshot, card: string, journey: CardJourney | undefined): boolean =>
  journey?.conflict == null && !board.openBlockers.byCard.has(card)

/** Who works on a card when a person has pulled it into a column, as the move writes it. */
function peopleThen(row: CardRow, person: string, into: Column): readonly string[] {
  const on = peopleOn(row)
  if (person === NOBODY || into.role === 'done' || on.includes(person)) return on
  return row.people[person]?.state === 'invited' ? [...on, person] : [person]
}

/** Asks the limits once for all cards that they cannot tell apart. */
function createGate(board: BoardSnapshot, into: Column, person: string) {
  if (board.limits.size === 0) {
    const own = limitOn(board, { kind: 'column', id: into.id })
    const full = own?.free === 0 ? own : undefined
    return () => full
  }
  const known = new Map<string, ScopeLimit | undefined>()
  return (row: CardRow, journey: CardJourney | undefined): ScopeLimit | undefined => {
    const people = peopleThen(row, person, into)
    const key = [journey?.column, laneIn(board.basis.frame, journey), row.classOfService, ...people]
      .concat('|', peopleOn(row))
      .join(' ')
    if (!known.has(key)) known.set(key, fullAt(board, row.id, { column: into.id, people }))
    return known.get(key)
  }
}

interface Asked {
  readonly board: BoardSnapshot
  readonly into: Column
  readonly person: string
  readonly today: number
  readonly needed: number
  readonly most: number
}
interface Chosen extends Asked, Choices {}

/** By list, for what was last asked of it: the button, the free slots and the command ask alike. */
const lastChosen = new WeakMap<readonly string[], Chosen>()

function chooseAnew(cards: readonly string[], asked: Asked): Choices {
  const { board, into, person, today, needed, most } = asked
  const gate = createGate(board, into, person)
  const best: (Choice & { readonly key: readonly [number, number] })[] = []
  let refusedBy: ScopeLimit | null = null
  for (const card of cards) {
    const row = board.cards.get(card)
    const journey = board.journeys.get(card)
    if (!row || !mayMove(board, card, journey)) continue
    // What waits for another card is no choice until that one is finished.
    if (holdUpsOf(board, card).length > 0) continue
    const full = gate(row, journey)
    if (full) {
      if (full.scope.kind !== 'person') refusedBy ??= full
      continue
    }
    const waitingSince = journey?.enteredAt ?? row.at
    const daysLeft = row.due === null ? Infinity : dayFromIso(row.due) - today + 1
    const [why, key] =
      row.classOfService === 'expedite'
        ? (['rush', [0, waitingSince]] as const)
        : daysLeft <= needed
          ? (['due-at-risk', [1, daysLeft]] as const)
          : (['oldest', [2, waitingSince]] as const)
    const at = best.findIndex((one) => key[0] < one.key[0] || (key[0] === one.key[0] && key[1] < one.key[1]))
    if (at >= 0) best.splice(at, 0, { card, why, key })
    else if (best.length < most) best.push({ card, why, key })
    if (best.length > most) best.pop()
  }
  return { choices: best.map(({ card, why }) => ({ card, why })), refusedBy }
}

/**
 * Of cards that could be pulled into a column by a person: a rush, then a due date that is at risk, then those that
 * waited longest. Nothing that is stopped, disputed, or refused by a limit of any scope.
 */
export function choose(
  board: BoardSnapshot,
  cards: readonly string[],
  into: Column,
  person: string,
  situation: PullSituation,
  most = 1,
): Choices {
  const { today } = situation
  const needed = situation.cycle?.p85 ?? USUAL_DAYS
  let last = lastChosen.get(cards)
  const isSame =
    last?.board === board &&
    last.into === into &&
    last.person === person &&
    last.today === today &&
    last.needed === needed &&
    last.most >= most
  if (!last || !isSame) {
    const asked = { board, into, person, today, needed, most: Math.max(most, USUALLY_ASKED) }
    last = { ...asked, ...chooseAnew(cards, asked) }
    lastChosen.set(cards, last)
  }
  return { choices: last.choices.slice(0, most), refusedBy: last.refusedBy }
}

/** Where a column's next card comes from: the column before it, its done half where it is split. */
export function sourceOf(board: BoardSnapshot, column: string): readonly string[] {
  const source = board.columns[board.columns.findIndex((one) => one.id === column) - 1]
  if (!source) return []
  return source.split ? source.done : source.doing
}

/** What a person could pull into a column's free slot, the first choice first. Without a person: what anybody could. */
export function choicesFor(
  board: BoardSnapshot,
  column: string,
  situation: PullSituation,
  most: number,
  person: string = NOBODY,
): readonly Choice[] {
  const into = board.columnsById.get(column)
  return into ? choose(board, sourceOf(board, column), into, person, situation, most).choices : []
}
