// Deciding together what two people did apart: an entry that names all heads of the card's journey.
import { defineCommand, ok, put, refused } from '../../kernel'
import type { Change, CommandContext, Result } from '../../kernel'
import { holderOf } from '../journey'
import type { CardJourney } from '../journey'
import { cardRows } from '../records'
import type { CardRow, JourneyEntry, Outcome } from '../records'
import type { BoardSnapshot } from '../snapshot'
import { nextStep, openCard } from './placing'
import type { CardArchived, NoConflict, NotThere } from './refusals'

type SettleRefused = NotThere | CardArchived | NoConflict

/** Puts exactly these of the competing people on the card; who else is on it stays. */
function peopleOf(
  row: CardRow,
  holders: readonly string[],
  keep: readonly string[],
  context: CommandContext,
  at: number,
): Change[] {
  const out = holders.filter((who) => !keep.includes(who) && row.people[who])
  const into = keep.filter((who) => row.people[who]?.state !== 'on')
  return [
    ...out.map((who) => put(cardRows, row.id, 'people', who, null)),
    ...into.map((who) => put(cardRows, row.id, 'people', who, { state: 'on', by: context.person, at })),
  ]
}

function settle(
  row: CardRow,
  journey: CardJourney,
  claim: JourneyEntry,
  keep: readonly string[],
  outcome: Outcome,
  context: CommandContext,
): Change[] {
  const holders = (journey.conflict?.claims ?? []).flatMap((one) => holderOf(one) ?? [])
  const [keeper] = keep.length === 1 ? keep : []
  const kind = claim.kind === 'archived' ? 'archived' : 'settled'
  const to = claim.id === journey.last.id ? journey.last.to : claim.to
  const step = nextStep(
    journey,
    { card: row.id, kind, to, outcome, ...(keeper === undefined ? {} : { with: keeper }) },
    context,
  )
  const at = step.kind === 'append' ? Number(step.entry.at) : 0
  return [step, ...peopleOf(row, holders, keep, context, at)]
}

/** People who each took the card while they were apart, in the order of their taking. */
export const rivalsOf = (journey: CardJourney): string[] => [
  ...new Set((journey.conflict?.claims ?? []).flatMap((claim) => holderOf(claim) ?? [])),
]

/** `pair`: all of them go on together, where the card stands now. Else the id of the person who keeps it. */
export const resolveDoublePull = defineCommand(
  'board.resolveDoublePull',
  (
    board: BoardSnapshot,
    args: { readonly card: string; readonly keep: 'pair' | { readonly person: string } },
    context,
  ): Result<Change[], SettleRefused> => {
    const card = openCard(board, args.card)
    if (!card.ok) return card
    const { row, journey } = card.value
    if (journey?.conflict?.kind !== 'double-pull') return refused({ reason: 'no-conflict' })
    const { claims } = journey.conflict
    if (args.keep === 'pair')
      return ok(settle(row, journey, journey.last, rivalsOf(journey), 'pair', context))
    const { person } = args.keep
    const claim = claims.findLast((one) => holderOf(one) === person)
    if (!claim) return refused({ reason: 'no-conflict' })
    return ok(settle(row, journey, claim, [person], 'keeps', context))
  },
)

/** Decides where a card stands that was moved to different places: by one of the competing entries. */
export const resolveApart = defineCommand(
  'board.resolveApart',
  (
    board: BoardSnapshot,
    args: { readonly card: string; readonly claim: string },
    context,
  ): Result<Change[], SettleRefused> => {
    const card = openCard(board, args.card)
    if (!card.ok) return card
    const { row, journey } = card.value
    const claim = journey?.conflict?.claims.find((one) => one.id === args.claim)
    if (!journey || !claim) return refused({ reason: 'no-conflict' })
    const holder = holderOf(claim)
    return ok(settle(row, journey, claim, holder === null ? [] : [holder], 'stays', context))
  },
)
