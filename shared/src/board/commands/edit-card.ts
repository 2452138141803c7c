// Making cards and changing what they say.
import { append, create, createSpokenId, defineCommand, ok, put, refused, set } from '../../kernel'
import type { Change, Result } from '../../kernel'
import { COMMENT_LIMIT, TITLE_LIMIT } from '../record-parts'
import { CLASSES, cardRows, commentLog } from '../records'
import type { ClassOfService, Half } from '../records'
import type { BoardSnapshot } from '../snapshot'
import { admit, isPutAway, nextStep, openCard, openColumn, rankAt } from './placing'
import type { Position } from './placing'
import type { CardArchived, DateRefused, MoveRefused, NotThere, WordsRefused } from './refusals'
import { tidyLine } from './words'

/** True for a day of the calendar as `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const time = Date.parse(`${text}T00:00:00Z`)
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(text)
}

export interface AddCardArgs {
  /** The id the new card is to have; a fresh one where it is left out. */
  readonly card?: string
  readonly title: string
  /** The first column where it is left out. */
  readonly column?: string
  readonly at?: Position
  readonly classOfService?: ClassOfService
  /** `YYYY-MM-DD`, or null for none. */
  readonly due?: string | null
  readonly why?: string
}

export const addCard = defineCommand(
  'board.addCard',
  (board: BoardSnapshot, args: AddCardArgs, context): Result<Change[], MoveRefused | DateRefused> => {
    const title = tidyLine(args.title, TITLE_LIMIT)
    if (!title.ok) return title
    if (args.due != null && !isDay(args.due)) return refused({ reason: 'not-a-date' })
    const column = openColumn(board, args.column ?? board.columns[0]?.id ?? '')
    if (!column.ok) return column
    const id = args.card ?? context.id()
    // Adding the same card again, after a lost answer or from a linked document, is harmless.
    if (board.cards.has(id)) return ok([])
    const admission = admit(board, column.value, id, args.why)
    if (!admission.ok) return admission
    const rank = rankAt(board, column.value, 'doing', args.at ?? 'bottom', id, context)
    const to = { column: column.value.id, half: 'doing' as Half, rank }
    const step = nextStep(undefined, { card: id, kind: 'added', to, ...admission.value }, context)
    const row = create(cardRows, id, {
      title: title.value,
      spoken: createSpokenId(context.random),
      by: context.person,
      at: step.kind === 'append' ? Number(step.entry.at) : 0,
      ...(args.classOfService === undefined ? {} : { classOfService: args.classOfService }),
      ...(args.due == null ? {} : { due: args.due }),
    })
    return ok([row, step])
  },
)

export interface EditCardArgs {
  readonly card: string
  readonly title?: string
  readonly classOfService?: ClassOfService
  readonly due?: string | null
}

/** Changes the title, class of service or due date; what is left out stays. */
export const editCard = defineCommand(
  'board.editCard',
  (
    board: BoardSnapshot,
    args: EditCardArgs,
  ): Result<Change[], NotThere | CardArchived | WordsRefused | DateRefused> => {
    const card = openCard(board, args.card)
    if (!card.ok) return card
    const changes: Change[] = []
    if (args.title !== undefined) {
      const title = tidyLine(args.title, TITLE_LIMIT)
      if (!title.ok) return title
      changes.push(set(cardRows, args.card, 'title', title.value))
    }
    if (args.classOfService !== undefined && CLASSES.includes(args.classOfService))
      changes.push(set(cardRows, args.card, 'classOfService', args.classOfService))
    if (args.due !== undefined) {
      if (args.due !== null && !isDay(args.due)) return refused({ reason: 'not-a-date' })
      changes.push(set(cardRows, args.card, 'due', args.due))
    }
    return ok(changes)
  },
)

/** Puts a card away. It keeps its place and everything it says. */
export const archiveCard = defineCommand(
  'board.archiveCard',
  (
    board: BoardSnapshot,
    args: { readonly card: string },
    context,
  ): Result<Change[], NotThere | CardArchived> => {
    const card = openCard(board, args.card)
    if (!card.ok) return card
    const { journey } = card.value
    if (!journey) return ok([set(cardRows, args.card, 'archived', true)])
    return ok([nextStep(journey, { card: args.card, kind: 'archived', to: journey.last.to }, context)])
  },
)

/** Brings a card back to where it stood, a full column included: it is work that is there. */
export const restoreCard = defineCommand(
  'board.restoreCard',
  (board: BoardSnapshot, args: { readonly card: string }, context): Result<Change[], NotThere> => {
    const row = board.cards.get(args.card)
    if (!row) return refused({ reason: 'card-gone' })
    if (!isPutAway(board, args.card)) return ok([])
    const journey = board.journeys.get(args.card)
    const changes: Change[] = row.archived ? [set(cardRows, args.card, 'archived', false)] : []
    if (journey?.archived) {
      const own = board.columnsById.get(journey.column)
      const column = own && !own.archived ? own : board.columns[0]
      const to =
        !column || column === own
          ? journey.last.to
          : {
              column: column.id,
              half: 'doing' as Half,
              rank: rankAt(board, column, 'doing', 'top', args.card, context),
            }
      changes.push(nextStep(journey, { card: args.card, kind: 'restored', to }, context))
    }
    return ok(changes)
  },
)

export const addComment = defineCommand(
  'board.addComment',
  (
    board: BoardSnapshot,
    args: { readonly card: string; readonly words: string },
    context,
  ): Result<Change[], NotThere | CardArchived | WordsRefused> => {
    const card = openCard(board, args.card)
    if (!card.ok) return card
    const words = args.words.trim()
    if (words === '') return refused({ reason: 'empty-words' })
    if (words.length > COMMENT_LIMIT) return refused({ reason: 'words-too-long', limit: COMMENT_LIMIT })
    return ok([
      append(commentLog, context.id(), { card: args.card, words, by: context.person, ...context.stamp() }),
    ])
  },
)

/** Stands beside a card: says that one works on it, without moving it. Also accepts an invitation. */
export const joinCard = defineCommand(
  'board.joinCard',
  (
    board: BoardSnapshot,
    args: { readonly card: string },
    context,
  ): Result<Change[], NotThere | CardArchived> => {
    const card = openCard(board, args.card)
    if (!card.ok) return card
    if (card.value.row.people[context.person]?.state === 'on') return ok([])
    const { at } = context.stamp()
    return ok([put(cardRows, args.card, 'people', context.person, { state: 'on', by: context.person, at })])
  },
)

/** Takes a person off a card: oneself, or someone who was invited or no longer works on it. */
export const leaveCard = defineCommand(
  'board.leaveCard',
  (
    board: BoardSnapshot,
    args: { readonly card: string; readonly person?: string },
    context,
  ): Result<Change[], NotThere | CardArchived> => {
    const card = openCard(board, args.card)
    if (!card.ok) return card
    const person = args.person ?? context.person
    return ok(card.value.row.people[person] ? [put(cardRows, args.card, 'people', person, null)] : [])
  },
)

/** Asks someone to pull or join a card. Nobody is put on a card by another: the invited person accepts. */
export const inviteToCard = defineCommand(
  'board.inviteToCard',
  (
    board: BoardSnapshot,
    args: { readonly card: string; readonly person: string },
    context,
  ): Result<Change[], NotThere | CardArchived> => {
    const card = openCard(board, args.card)
    if (!card.ok) return card
    if (card.value.row.people[args.person]) return ok([])
    const { at } = context.stamp()
    return ok([put(cardRows, args.card, 'people', args.person, { state: 'invited', by: context.person, at })])
  },
)
