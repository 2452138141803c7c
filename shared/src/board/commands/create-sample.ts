// A small board to try, with a past: cards that were pulled, offered and finished on the days before today.
import { append, create, createSpokenId, defineCommand, ok, rankBetween, refused } from '../../kernel'
import type { Change, CommandContext, Result } from '../../kernel'
import { TITLE_LIMIT } from '../record-parts'
import { blockerRows, BOARD_ROW, boardRows, cardRows, journeyLog } from '../records'
import type { ClassOfService, Half, JourneyData, JourneyKind } from '../records'
import type { BoardSnapshot } from '../snapshot'
import { reasonsFrom } from './columns'
import type { AlreadySetUp } from './refusals'
import { layOut } from './structure-template'
import type { Layout } from './structure-template'

export interface SampleCard {
  readonly title: string
  readonly classOfService?: ClassOfService
  /** How many days before now it came to each place: the first is where it was added. */
  readonly way: readonly { readonly column: number; readonly half?: Half; readonly daysAgo: number }[]
  /** What stops it now: words for a blocker of the second reason. */
  readonly stoppedBy?: string
}

export interface SampleArgs extends Layout {
  readonly key: string
  readonly reasons: readonly string[]
  readonly cards: readonly SampleCard[]
}

const DAY = 86_400_000
const ORDERS_A_MS = 1_024

function kindOf(
  args: SampleArgs,
  from: SampleCard['way'][number] | undefined,
  to: SampleCard['way'][number],
): JourneyKind {
  if (!from) return 'added'
  if (from.column === to.column) return 'offered'
  return args.columns[to.column]?.role === 'done' ? 'finished' : 'pulled'
}

function cardChanges(
  args: SampleArgs,
  card: SampleCard,
  columns: readonly string[],
  rank: string,
  now: number,
  context: CommandContext,
): { readonly id: string; readonly changes: readonly Change[] } {
  const id = context.id()
  const { person: by } = context
  const timeOf = (index: number) => now - (card.way[index]?.daysAgo ?? 0) * DAY
  let parents: string[] = []
  let order = 0
  const steps = card.way.map((place, index) => {
    const step = context.id()
    const at = timeOf(index)
    order = Math.max(order + 1, at * ORDERS_A_MS)
    const to: JourneyData['to'] = { column: columns[place.column] ?? '', half: place.half ?? 'doing', rank }
    const kind = kindOf(args, card.way[index - 1], place)
    const change = append(journeyLog, step, { card: id, parents, to, kind, by, at, order })
    parents = [step]
    return change
  })
  // Nobody holds what only waits to be chosen.
  const started = card.way.findIndex((place) => args.columns[place.column]?.role === 'active')
  const birth = create(cardRows, id, {
    title: card.title.slice(0, TITLE_LIMIT),
    spoken: createSpokenId(context.random),
    classOfService: card.classOfService ?? 'standard',
    by,
    at: timeOf(0),
    people: started < 0 ? {} : { [by]: { state: 'on', by, at: timeOf(started) } },
  })
  return { id, changes: [birth, ...steps] }
}

/** Sets an empty board up as a sample. Its words are the caller's. */
export const createSample = defineCommand(
  'board.createSample',
  (board: BoardSnapshot, args: SampleArgs, context): Result<Change[], AlreadySetUp> => {
    if (board.ready) return refused({ reason: 'already-set-up' })
    const { at: now } = context.stamp()
    const changes: Change[] = [create(boardRows, BOARD_ROW, { key: args.key, by: context.person, at: now })]
    const laid = layOut(args, context)
    const { columns } = laid
    changes.push(...laid.changes)
    const reasons = reasonsFrom(args.reasons, context)
    changes.push(...reasons)
    const second = reasons[1]
    let cardRank: string | null = null
    for (const card of args.cards) {
      cardRank = rankBetween(cardRank, null, context.random)
      const made = cardChanges(args, card, columns, cardRank, now, context)
      changes.push(...made.changes)
      if (card.stoppedBy === undefined) continue
      const reason = second?.kind === 'create' ? second.id : ''
      const { at } = context.stamp()
      changes.push(
        create(blockerRows, context.id(), {
          card: made.id,
          reason,
          words: card.stoppedBy,
          by: context.person,
          at,
        }),
      )
    }
    return ok(changes)
  },
)
