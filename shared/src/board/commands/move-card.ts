// Moving cards: pulled, handed over, returned, offered, finished or put in order. What it was follows from the move.
import { defineCommand, ok, put, refused } from '../../kernel'
import type { Change, CommandContext, Result } from '../../kernel'
import type { Column } from '../columns'
import { laneIn } from '../columns'
import { pathOf } from '../journey'
import { peopleOn } from '../limits'
import { cardRows } from '../records'
import type { CardRow, Half, JourneyKind, Outcome } from '../records'
import type { BoardSnapshot } from '../snapshot'
import { answerOf, inviterOf } from './answers'
import { admit, nextStep, openCard, openColumn, placeOf, rankAt } from './placing'
import type { Position } from './placing'
import type { MoveRefused } from './refusals'

export interface MoveArgs {
  readonly card: string
  readonly to: string
  readonly half?: Half
  /** The lane it goes to; the one it is in where it is left out. */
  readonly lane?: string
  readonly at?: Position
  /** Why a full column is entered all the same. */
  readonly why?: string
  /** What was decided together, where the move carries that out. */
  readonly outcome?: Outcome
  /** The person who is asked to take it over. */
  readonly handTo?: string
}

const isBehindStart = (column: Column): boolean => column.role === 'backlog' || column.role === 'ready'

function kindOf(
  board: BoardSnapshot,
  from: { column: Column; half: Half } | undefined,
  target: { column: Column; half: Half },
  args: MoveArgs,
  context: CommandContext,
  inviter: string | undefined,
): JourneyKind {
  if (args.handTo !== undefined && args.handTo !== context.person) return 'handed-over'
  if (from?.column.id === target.column.id) {
    if (from.half === target.half) return 'reordered'
    return target.half === 'done' ? 'offered' : 'returned'
  }
  const places = board.columns.map((column) => column.id)
  const forward = !from || places.indexOf(target.column.id) > places.indexOf(from.column.id)
  if (!forward) return 'returned'
  if (target.column.role === 'done') return 'finished'
  return inviter === undefined ? 'pulled' : 'invited'
}

/** Who stands on the card after a move. Whoever pulls a card that is not theirs takes it over. */
function peopleAfter(
  row: CardRow,
  kind: JourneyKind,
  into: Column,
  args: MoveArgs,
  context: CommandContext,
  at: number,
): Change[] {
  const { person } = context
  const take = (who: string): Change => put(cardRows, row.id, 'people', who, { state: 'on', by: person, at })
  const leave = (who: string): Change => put(cardRows, row.id, 'people', who, null)
  const others = Object.keys(row.people).filter((who) => who !== person)
  if (kind === 'pulled' || kind === 'invited') {
    if (row.people[person]?.state === 'on') return []
    const keep = kind === 'invited'
    return [...(keep ? [] : others.map(leave)), take(person), ...answerOf(row, 'accepted', context, at)]
  }
  if (kind === 'handed-over' && args.handTo !== undefined) {
    // Nobody is put on a card by another: who is to take it over says so.
    const asked = put(cardRows, row.id, 'people', args.handTo, { state: 'invited', by: person, at })
    return [
      ...(row.people[person] ? [leave(person)] : []),
      ...(row.people[args.handTo]?.state === 'on' ? [] : [asked]),
    ]
  }
  if (kind === 'returned' && isBehindStart(into)) return Object.keys(row.people).map(leave)
  return []
}

/** Who works on a card after a move, for the limits that people set themselves; what `peopleAfter` writes. */
function workersAfter(row: CardRow, kind: JourneyKind, person: string): readonly string[] {
  const on = peopleOn(row)
  if (kind === 'pulled') return on.includes(person) ? on : [person]
  if (kind === 'invited') return on.includes(person) ? on : [...on, person]
  return kind === 'handed-over' ? on.filter((who) => who !== person) : on
}

/** The changes of a move; the one way in which cards change place. */
export function decideMove(
  board: BoardSnapshot,
  args: MoveArgs,
  context: CommandContext,
): Result<Change[], MoveRefused> {
  const card = openCard(board, args.card)
  if (!card.ok) return card
  const into = openColumn(board, args.to)
  if (!into.ok) return into
  const { row, journey } = card.value
  const from = placeOf(board, row.id)
  const half: Half = into.value.split ? (args.half ?? 'doing') : 'doing'
  const target = { column: into.value, half }
  const inviter = inviterOf(row, journey, context.person)
  const kind = kindOf(board, from, target, args, context, inviter)
  const unplaced = journey?.column !== into.value.id
  const { frame } = board.basis
  const stays = laneIn(frame, journey)
  const lane = args.lane === undefined ? stays : laneIn(frame, { lane: args.lane })
  if (kind === 'reordered' && args.at === undefined && !unplaced && lane === stays) return ok([])
  // Work must always be able to go back, so a return is never refused for want of a slot.
  const admission =
    kind === 'returned'
      ? ok({})
      : admit(board, into.value, row.id, args.why, {
          lane,
          people: workersAfter(row, kind, context.person),
        })
  if (!admission.ok) return admission
  const position = args.at ?? (kind === 'finished' || kind === 'returned' ? 'top' : 'bottom')
  const rank = rankAt(board, into.value, half, position, row.id, context)
  const companion = kind === 'handed-over' ? args.handTo : kind === 'invited' ? inviter : undefined
  const step = nextStep(
    journey,
    {
      card: row.id,
      kind,
      to: { column: into.value.id, half, rank, ...(lane === null ? {} : { lane }) },
      ...admission.value,
      ...(companion === undefined ? {} : { with: companion }),
      ...(args.outcome === undefined ? {} : { outcome: args.outcome }),
    },
    context,
  )
  const at = step.kind === 'append' ? Number(step.entry.at) : 0
  return ok([step, ...peopleAfter(row, kind, into.value, args, context, at)])
}

/** Moves a card to a column, half and position; the kind of the move is derived. */
export const moveCard = defineCommand('board.moveCard', decideMove)

/** Pulls a card into a column, the next one when none is named. */
export const pullCard = defineCommand(
  'board.pullCard',
  (
    board: BoardSnapshot,
    args: { readonly card: string; readonly into?: string; readonly at?: Position; readonly why?: string },
    context,
  ): Result<Change[], MoveRefused> => {
    const card = openCard(board, args.card)
    if (!card.ok) return card
    const from = placeOf(board, args.card)?.column
    const next = board.columns[board.columns.findIndex((column) => column.id === from?.id) + 1]
    const to = args.into ?? next?.id
    if (to === undefined) return refused({ reason: 'nowhere-to-go' })
    const { at, why } = args
    return decideMove(
      board,
      { card: args.card, to, ...(at === undefined ? {} : { at }), ...(why === undefined ? {} : { why }) },
      context,
    )
  },
)

/** Moves a card on to the first done column after its own. */
export const finishCard = defineCommand(
  'board.finishCard',
  (
    board: BoardSnapshot,
    args: { readonly card: string; readonly why?: string },
    context,
  ): Result<Change[], MoveRefused> => {
    const card = openCard(board, args.card)
    if (!card.ok) return card
    const from = placeOf(board, args.card)?.column
    const place = board.columns.findIndex((column) => column.id === from?.id)
    const done = board.columns.find((column, index) => index > place && column.role === 'done')
    if (!done) return refused({ reason: 'nowhere-to-go' })
    return decideMove(
      board,
      { card: args.card, to: done.id, ...(args.why === undefined ? {} : { why: args.why }) },
      context,
    )
  },
)

/** Gives a card back to the column it came from: one way out of a limit that a merge broke. */
export const handBack = defineCommand(
  'board.handBack',
  (board: BoardSnapshot, args: { readonly card: string }, context): Result<Change[], MoveRefused> => {
    const card = openCard(board, args.card)
    if (!card.ok) return card
    const place = placeOf(board, args.card)?.column
    const origin = card.value.journey
      ? pathOf(card.value.journey).findLast((step) => step.to.column !== place?.id)?.to.column
      : undefined
    const index = board.columns.findIndex((column) => column.id === place?.id)
    const before = board.columns.findIndex((column) => column.id === origin)
    const to = before >= 0 && before < index ? board.columns[before] : board.columns[index - 1]
    if (!to) return refused({ reason: 'nowhere-to-go' })
    return decideMove(board, { card: args.card, to: to.id, half: 'done', outcome: 'handed-back' }, context)
  },
)
