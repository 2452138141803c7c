// What to take next, and why: first help finish or unblock what is there, then a rush, a date at risk, the oldest.
import type { Bands } from './ageing'
import { comingTo } from './blockers'
import type { Column } from './columns'
import { dayFromIso } from './days'
import type { CardJourney } from './journey'
import type { BoardSnapshot } from './snapshot'

/** What the button does when it is pressed. `pull` moves the card into `into`; the others stand beside it. */
export interface Proposal {
  readonly act: 'pull' | 'help' | 'unblock'
  readonly card: string
  /** The column it would be pulled into, or null where it stays. */
  readonly into: string | null
  /** The blocker to come to, or null. */
  readonly blocker: string | null
  /**
   * `done-here`: one step has finished it and the next has a free slot. `slots-full`: there is no free slot, so help
   * finish. `blocked`: it is stopped and nobody is coming.
   */
  readonly why: 'done-here' | 'blocked' | 'slots-full' | 'rush' | 'due-at-risk' | 'oldest'
}

export interface PullSituation {
  /** Today's day number in the team's time zone, see `Calendar.dayOf`. */
  readonly today: number
  /** Start to finish of the team's finished cards, or null while there are too few. */
  readonly cycle: Bands | null
}

/** Days that a card is taken to need while the team has too few finished ones of its own. */
const USUAL_DAYS = 7

const hasRoom = (column: Column): boolean => column.free === null || column.free > 0
const isWork = (column: Column): boolean => column.role === 'active' || column.role === 'waiting'

/** Not stopped, and not waiting for two people to agree whose it is. */
const mayMove = (board: BoardSnapshot, card: string, journey: CardJourney | undefined): boolean =>
  journey?.conflict == null && !board.openBlockers.byCard.has(card)
const isFree = (board: BoardSnapshot, card: string): boolean => mayMove(board, card, board.journeys.get(card))

/** A card that could be pulled, and why it comes where it comes. */
export interface Choice {
  readonly card: string
  readonly why: 'rush' | 'due-at-risk' | 'oldest'
}

interface Chosen {
  readonly board: BoardSnapshot
  readonly today: number
  readonly needed: number
  readonly most: number
  readonly choices: readonly Choice[]
}

/** By list, for the board it was last asked of: the button, the free slots and the command ask alike. */
const lastChosen = new WeakMap<readonly string[], Chosen>()
/** A free slot names two cards. */
const USUALLY_ASKED = 2

/** Of cards that could be pulled: a rush, then a due date that is at risk, then those that waited longest. */
function choose(
  board: BoardSnapshot,
  cards: readonly string[],
  situation: PullSituation,
  most = 1,
): readonly Choice[] {
  const { today } = situation
  const needed = situation.cycle?.p85 ?? USUAL_DAYS
  let last = lastChosen.get(cards)
  if (last?.board !== board || last.today !== today || last.needed !== needed || last.most < most) {
    const asked = Math.max(most, USUALLY_ASKED)
    last = { board, today, needed, most: asked, choices: chooseAnew(board, cards, today, needed, asked) }
    lastChosen.set(cards, last)
  }
  return last.choices.slice(0, most)
}

function chooseAnew(
  board: BoardSnapshot,
  cards: readonly string[],
  today: number,
  needed: number,
  most: number,
): readonly Choice[] {
  const best: (Choice & { readonly key: readonly [number, number] })[] = []
  for (const card of cards) {
    const row = board.cards.get(card)
    const journey = board.journeys.get(card)
    if (!row || !mayMove(board, card, journey)) continue
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
  return best.map(({ card, why }) => ({ card, why }))
}

/** Where a column's next card comes from: the column before it, its done half where it is split. */
function sourceOf(board: BoardSnapshot, column: string): readonly string[] {
  const source = board.columns[board.columns.findIndex((one) => one.id === column) - 1]
  if (!source) return []
  return source.split ? source.done : source.doing
}

/** What could be pulled into a column's free slot, the first choice first; nothing that is stopped or disputed. */
export const choicesFor = (
  board: BoardSnapshot,
  column: string,
  situation: PullSituation,
  most: number,
): readonly Choice[] => choose(board, sourceOf(board, column), situation, most)

/** A stopped card to which nobody has said they are coming, the longest stopped first; not one's own call. */
function stopped(board: BoardSnapshot, column: Column, person: string): Proposal | null {
  const here = new Set([...column.doing, ...column.done])
  for (const id of board.openBlockers.all) {
    const blocker = board.blockers.get(id)
    if (!blocker || blocker.card === null || !here.has(blocker.card) || blocker.by === person) continue
    const calls = board.openBlockers.byCard.get(blocker.card) ?? []
    const isHelped = calls.some((call) => comingTo(board.blockers.get(call) ?? blocker).length > 0)
    if (!isHelped) return { act: 'unblock', card: blocker.card, into: null, blocker: id, why: 'blocked' }
  }
  return null
}

/** What is there already: cards that one step has finished, and cards that are stopped. */
function helpWithWhatIsThere(
  board: BoardSnapshot,
  person: string,
  situation: PullSituation,
): Proposal | null {
  for (let i = board.columns.length - 1; i >= 0; i--) {
    const column = board.columns[i] as Column
    if (!isWork(column)) continue
    const next = board.columns[i + 1]
    const offered = next && hasRoom(next) ? choose(board, column.done, situation)[0] : undefined
    if (next && offered)
      return { act: 'pull', card: offered.card, into: next.id, blocker: null, why: 'done-here' }
    const call = stopped(board, column, person)
    if (call) return call
  }
  return null
}

/** In a full column: the card that was started first, of those one is not on. */
function helpFinish(board: BoardSnapshot, column: Column, person: string): Proposal | null {
  let oldest: { readonly card: string; readonly since: number } | null = null
  for (const card of column.doing) {
    const journey = board.journeys.get(card)
    if (!isFree(board, card) || board.cards.get(card)?.people[person]?.state === 'on') continue
    const since = journey?.startedAt ?? journey?.enteredAt ?? Infinity
    if (!oldest || since < oldest.since) oldest = { card, since }
  }
  return oldest && { act: 'help', card: oldest.card, into: null, blocker: null, why: 'slots-full' }
}

/** New work into the columns for which `accepts` holds, from the column before, nearest to the end first. */
function newWork(
  board: BoardSnapshot,
  person: string,
  situation: PullSituation,
  accepts: (column: Column, source: Column) => boolean,
): Proposal | null {
  for (let i = board.columns.length - 1; i > 0; i--) {
    const column = board.columns[i] as Column
    const source = board.columns[i - 1] as Column
    if (!accepts(column, source)) continue
    if (!hasRoom(column)) {
      const help = isWork(column) ? helpFinish(board, column, person) : null
      if (help) return help
      continue
    }
    const choice = choicesFor(board, column.id, situation, 1)[0]
    if (choice) return { act: 'pull', card: choice.card, into: column.id, blocker: null, why: choice.why }
  }
  return null
}

/** The card that a person should finish first of those they are on: furthest downstream, then the oldest; or null. */
export function ownToFinish(board: BoardSnapshot, person: string): string | null {
  for (let i = board.columns.length - 1; i >= 0; i--) {
    const column = board.columns[i] as Column
    if (!isWork(column)) continue
    let own: { readonly card: string; readonly since: number } | null = null
    for (const card of column.doing) {
      if (board.cards.get(card)?.people[person]?.state !== 'on' || !isFree(board, card)) continue
      const since = board.journeys.get(card)?.startedAt ?? Infinity
      if (!own || since < own.since) own = { card, since }
    }
    if (own) return own.card
  }
  return null
}

const QUEUES = ['backlog', 'ready', 'waiting']

/**
 * What a person should take next, or null where there is nothing. Downstream first: what is nearest to done comes
 * before what is not begun, and the list of things to choose from is refilled last.
 */
export function proposeNext(board: BoardSnapshot, person: string, situation: PullSituation): Proposal | null {
  return (
    helpWithWhatIsThere(board, person, situation) ??
    newWork(board, person, situation, (column, source) => isWork(column) && QUEUES.includes(source.role)) ??
    newWork(
      board,
      person,
      situation,
      (column, source) => column.role === 'ready' && source.role === 'backlog',
    )
  )
}
