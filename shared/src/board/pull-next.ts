// What to take next, and why: first help finish or unblock what is there, then a rush, a date at risk, the oldest.
import { comingTo } from './blockers'
import { isInWork } from './columns'
import type { Column } from './columns'
import type { LimitScope } from './governed'
import { cardsUnder, isUnder, limitOn } from './limits'
import type { ScopeLimit } from './limits'
import { choose, mayMove, sourceOf } from './pull-choices'
import type { Choice, PullSituation } from './pull-choices'
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
   * `done-here`: one step has finished it and the next has a free slot. `blocked`: it is stopped and nobody is coming.
   * `nobody-on-it`: work on it began and nobody goes on. `slots-full`: there is no free slot, so help finish.
   */
  readonly why: 'done-here' | 'blocked' | 'nobody-on-it' | 'slots-full' | Choice['why']
}

/** Where cards wait to be pulled into work. */
export const isQueue = (column: Pick<Column, 'role'>): boolean =>
  column.role === 'backlog' || column.role === 'ready' || column.role === 'waiting'

const isFree = (board: BoardSnapshot, card: string): boolean => mayMove(board, card, board.journeys.get(card))
const isOn = (board: BoardSnapshot, card: string, person: string): boolean =>
  board.cards.get(card)?.people[person]?.state === 'on'
/** Nobody is on it, nor was asked to. */
const isLeft = (board: BoardSnapshot, card: string): boolean => {
  for (const _ in board.cards.get(card)?.people) return false
  return true
}
const sinceOf = (board: BoardSnapshot, card: string): number => {
  const journey = board.journeys.get(card)
  return journey?.startedAt ?? journey?.enteredAt ?? Infinity
}

/** Of those that fit the one that was started first, or null. */
function oldestOf(
  board: BoardSnapshot,
  cards: readonly string[],
  isFit: (card: string) => boolean,
): string | null {
  let oldest: string | null = null
  let first = Infinity
  for (const card of cards) {
    const since = sinceOf(board, card)
    // Asked last: most cards are out of the question by their time alone.
    if ((oldest !== null && since >= first) || !isFit(card)) continue
    oldest = card
    first = since
  }
  return oldest
}

/** Whether one more card would be too many for the limit that a person has set themselves. */
export const isAtOwnLimit = (board: BoardSnapshot, person: string): boolean =>
  limitOn(board, { kind: 'person', id: person })?.free === 0

const help = (card: string, why: 'nobody-on-it' | 'slots-full'): Proposal => ({
  act: 'help',
  card,
  into: null,
  blocker: null,
  why,
})
const pull = ({ card, why }: Choice, into: Column, isDone = false): Proposal => ({
  act: 'pull',
  card,
  into: into.id,
  blocker: null,
  why: isDone ? 'done-here' : why,
})

/** A stopped card to which nobody has said they are coming, the longest stopped first; not one's own call. */
function stopped(board: BoardSnapshot, column: Column, person: string): Proposal | null {
  const here: LimitScope = { kind: 'column', id: column.id }
  const standing = { ...board, frame: board.basis.frame }
  for (const id of board.openBlockers.all) {
    const blocker = board.blockers.get(id)
    if (!blocker || blocker.card === null || blocker.by === person) continue
    if (!isUnder(standing, here, blocker.card)) continue
    const calls = board.openBlockers.byCard.get(blocker.card) ?? []
    const isHelped = calls.some((call) => comingTo(board.blockers.get(call) ?? blocker).length > 0)
    if (!isHelped) return { act: 'unblock', card: blocker.card, into: null, blocker: id, why: 'blocked' }
  }
  return null
}

/** What is there already: cards that one step has finished, cards that are stopped, cards that everybody left. */
function helpWithWhatIsThere(
  board: BoardSnapshot,
  person: string,
  situation: PullSituation,
): Proposal | null {
  for (let i = board.columns.length - 1; i >= 0; i--) {
    const column = board.columns[i] as Column
    if (!isInWork(column)) continue
    const next = board.columns[i + 1]
    const offered = next && choose(board, column.done, next, person, situation).choices[0]
    if (next && offered) return pull(offered, next, true)
    const call = stopped(board, column, person)
    if (call) return call
    if (column.role !== 'active' || isAtOwnLimit(board, person)) continue
    const left = oldestOf(board, column.doing, (card) => isLeft(board, card) && isFree(board, card))
    if (left !== null) return help(left, 'nobody-on-it')
  }
  return null
}

interface Way {
  readonly source: Column
  readonly into: Column
}

/** Every step from a queue into `into`, nearest to the end first. */
function waysInto(board: BoardSnapshot, accepts: (way: Way) => boolean): Way[] {
  const ways: Way[] = []
  for (let i = board.columns.length - 1; i > 0; i--) {
    const way = { source: board.columns[i - 1] as Column, into: board.columns[i] as Column }
    if (accepts(way)) ways.push(way)
  }
  return ways
}

const isStart = ({ source, into }: Way): boolean => isInWork(into) && isQueue(source)
/** The list of things to choose from is where the next ones come from. */
const isRefill = ({ source, into }: Way): boolean => into.role === 'ready' && source.role === 'backlog'

/** Of those that a full limit counts: the one nearest to done, then the one started first; not one's own. */
function helpFinish(board: BoardSnapshot, full: ScopeLimit, person: string): Proposal | null {
  const counted = new Set(cardsUnder(board, full.scope))
  for (let i = board.columns.length - 1; i >= 0; i--) {
    const column = board.columns[i] as Column
    if (!isInWork(column)) continue
    const card = oldestOf(
      board,
      column.doing,
      (one) => counted.has(one) && isFree(board, one) && !isOn(board, one, person),
    )
    if (card !== null) return help(card, 'slots-full')
  }
  return null
}

/** The limit that keeps new work out of a column, or null where there is room or nothing to pull. */
function fullOn(board: BoardSnapshot, way: Way, person: string, situation: PullSituation): ScopeLimit | null {
  const { refusedBy } = choose(board, sourceOf(board, way.into.id), way.into, person, situation)
  if (refusedBy) return refusedBy
  const own = limitOn(board, { kind: 'column', id: way.into.id })
  return own?.free === 0 ? own : null
}

/** Whether work can start nowhere, since every column where it does is held by a full limit. */
export function isEverySlotTaken(board: BoardSnapshot, person: string, situation: PullSituation): boolean {
  const starts = waysInto(board, isStart)
  return starts.length > 0 && starts.every((way) => fullOn(board, way, person, situation) !== null)
}

/** The card that a person should finish first of those they are on: furthest downstream, then the oldest; or null. */
export function ownToFinish(board: BoardSnapshot, person: string): string | null {
  for (let i = board.columns.length - 1; i >= 0; i--) {
    const column = board.columns[i] as Column
    if (!isInWork(column)) continue
    const own = oldestOf(board, column.doing, (card) => isOn(board, card, person) && isFree(board, card))
    if (own !== null) return own
  }
  return null
}

const URGENCY: readonly Choice['why'][] = ['rush', 'due-at-risk', 'oldest']

/**
 * What a person should take next, or null where there is nothing. First what is there already, from the end of the
 * board to its beginning. Then new work that fits under every limit: a rush, a date at risk, the oldest, of each the
 * one nearest to done. Where no slot is free, help to finish. Last, what is to be chosen from is refilled.
 */
export function proposeNext(board: BoardSnapshot, person: string, situation: PullSituation): Proposal | null {
  const there = helpWithWhatIsThere(board, person, situation)
  if (there) return there
  const firstOf = (way: Way) =>
    choose(board, sourceOf(board, way.into.id), way.into, person, situation).choices[0]
  const ways = waysInto(board, (way) => isStart(way) || isRefill(way))
  for (const why of URGENCY) {
    for (const way of ways) {
      if (why === 'oldest' && isRefill(way)) continue
      const choice = firstOf(way)
      if (choice?.why === why) return pull(choice, way.into)
    }
  }
  if (!isAtOwnLimit(board, person)) {
    for (const way of ways.filter(isStart)) {
      const full = fullOn(board, way, person, situation)
      const proposal = full && helpFinish(board, full, person)
      if (proposal) return proposal
    }
  }
  for (const way of ways.filter(isRefill)) {
    const choice = firstOf(way)
    if (choice) return pull(choice, way.into)
  }
  return null
}
