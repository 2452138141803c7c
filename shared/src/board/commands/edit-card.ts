// Making cards and changing what they say.
import { create, createSpokenId, defineCommand, ok, put, refused, set } from '../../kernel'
import type { Change, Result } from '../../kernel'
import { ID_LIMIT, TITLE_LIMIT } from '../record-parts'
import { CLASSES, cardRows } from '../records'
import type { ClassOfService, Half } from '../records'
import type { BoardSnapshot } from '../snapshot'
import { answerOf } from './answers'
import { beginningFrom, templateOf } from './card-templates'
import { isDay } from './days'
import { editFields, editPerson } from './edits'
import { laneIn } from '../columns'
import { peopleOn } from '../limits'
import { admit, isPutAway, nextStep, openCard, openColumn, rankAt, take } from './placing'
import type { Position } from './placing'
import type { CardArchived, DateRefused, KindGone, MoveRefused, NotThere, ValueRefused } from './refusals'
import { tidyLine } from './words'

const isId = (text: string): boolean => text !== '' && text.length <= ID_LIMIT

export interface AddCardArgs {
  /** The id the new card is to have; a fresh one where it is left out. */
  readonly card?: string
  readonly title: string
  /** The first column where it is left out. */
  readonly column?: string
  /** The lane of the rest where it is left out. */
  readonly lane?: string
  readonly at?: Position
  readonly classOfService?: ClassOfService
  /** `YYYY-MM-DD`, or null for none. */
  readonly due?: string | null
  /** A template's id: what it says is taken where nothing else is said. */
  readonly template?: string
  readonly why?: string
}

export const addCard = defineCommand(
  'board.addCard',
  (board: BoardSnapshot, args: AddCardArgs, context): Result<Change[], MoveRefused | DateRefused> => {
    const template = args.template === undefined ? undefined : templateOf(board, args.template)
    const title = tidyLine(args.title || (template?.content.title ?? ''), TITLE_LIMIT)
    if (!title.ok) return title
    if (args.due != null && !isDay(args.due)) return refused({ reason: 'not-a-date' })
    const column = openColumn(board, args.column ?? board.columns[0]?.id ?? '')
    if (!column.ok) return column
    const id = args.card ?? context.id()
    // Adding the same card again, after a lost answer or from a linked document, is harmless.
    if (board.cards.has(id)) return ok([])
    const classOfService =
      args.classOfService ?? CLASSES.find((one) => one === template?.content.classOfService)
    const admission = admit(board, column.value, id, args.why, { lane: args.lane ?? null, classOfService })
    if (!admission.ok) return admission
    const rank = rankAt(board, column.value, 'doing', args.at ?? 'bottom', id, context)
    const lane = laneIn(board.basis.frame, { lane: args.lane ?? null })
    const to = {
      column: column.value.id,
      half: 'doing' as Half,
      rank,
      ...(lane === null ? {} : { lane }),
    }
    const step = nextStep(undefined, { card: id, kind: 'added', to, ...admission.value }, context)
    const begun = template && beginningFrom(board, template, id, context)
    const row = create(cardRows, id, {
      ...begun?.row,
      title: title.value,
      spoken: createSpokenId(context.random),
      by: context.person,
      at: step.kind === 'append' ? Number(step.entry.at) : 0,
      ...(args.classOfService === undefined ? {} : { classOfService: args.classOfService }),
      ...(args.due == null ? {} : { due: args.due }),
    })
    return ok([row, step, ...(begun?.words ?? [])])
  },
)

export interface EditCardArgs {
  readonly card: string
  readonly title?: string
  readonly classOfService?: ClassOfService
  /** Why it becomes one of a class that has no free slot. */
  readonly why?: string
  readonly due?: string | null
  /** A type's id, or null for a plain card. */
  readonly type?: string | null
  /** Zero or more, or null where it is not said. */
  readonly size?: number | null
  /** The id of what it serves, known to the team's directory, or null where it is not said. */
  readonly value?: string | null
}

/** Changes the title, class of service, due date, type, size or what it serves; what is left out stays, what was is kept. */
export const editCard = defineCommand(
  'board.editCard',
  (
    board: BoardSnapshot,
    args: EditCardArgs,
    context,
  ): Result<Change[], MoveRefused | DateRefused | KindGone | ValueRefused> => {
    const card = openCard(board, args.card)
    if (!card.ok) return card
    const { row } = card.value
    const changes: Change[] = []
    if (args.title !== undefined) {
      const title = tidyLine(args.title, TITLE_LIMIT)
      if (!title.ok) return title
      changes.push(...editFields(row, { title: title.value }, context))
    }
    const { classOfService } = args
    if (classOfService !== undefined && CLASSES.includes(classOfService)) {
      const taken = take(board, args.card, { classOfService }, args.why, context)
      if (!taken.ok) return taken
      changes.push(...editFields(row, { classOfService }, context), ...taken.value)
    }
    if (args.due !== undefined) {
      if (args.due !== null && !isDay(args.due)) return refused({ reason: 'not-a-date' })
      changes.push(...editFields(row, { due: args.due }, context))
    }
    if (args.type !== undefined) {
      const { type } = args
      if (type !== null && !board.types.some((one) => one.id === type))
        return refused({ reason: 'kind-gone' })
      changes.push(...editFields(row, { type }, context))
    }
    if (args.size !== undefined) {
      if (args.size !== null && !(Number.isFinite(args.size) && args.size >= 0))
        return refused({ reason: 'not-a-value' })
      changes.push(...editFields(row, { size: args.size }, context))
    }
    if (args.value !== undefined) {
      if (args.value !== null && !isId(args.value)) return refused({ reason: 'not-a-value' })
      changes.push(set(cardRows, args.card, 'value', args.value))
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
              ...(journey.lane === null ? {} : { lane: journey.lane }),
            }
      changes.push(nextStep(journey, { card: args.card, kind: 'restored', to }, context))
    }
    return ok(changes)
  },
)

/** Stands beside a card: says that one works on it, without moving it. Also accepts an invitation. */
export const joinCard = defineCommand(
  'board.joinCard',
  (
    board: BoardSnapshot,
    args: { readonly card: string; readonly why?: string },
    context,
  ): Result<Change[], MoveRefused> => {
    const card = openCard(board, args.card)
    if (!card.ok) return card
    if (card.value.row.people[context.person]?.state === 'on') return ok([])
    const taken = take(
      board,
      args.card,
      { people: [...peopleOn(card.value.row), context.person] },
      args.why,
      context,
    )
    if (!taken.ok) return taken
    const { at } = context.stamp()
    return ok([
      ...editPerson(card.value.row, context.person, 'on', context, at),
      ...answerOf(card.value.row, 'accepted', context, at),
      ...taken.value,
    ])
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
    if (!card.value.row.people[person]) return ok([])
    const { at } = context.stamp()
    const answer = person === context.person ? answerOf(card.value.row, 'declined', context, at) : []
    return ok([...editPerson(card.value.row, person, null, context, at), ...answer])
  },
)

/** Asks someone to pull or join a card. Who is on it or is asked already is not asked again. */
export const inviteToCard = defineCommand(
  'board.inviteToCard',
  (
    board: BoardSnapshot,
    args: { readonly card: string; readonly person: string },
    context,
  ): Result<Change[], NotThere | CardArchived> => {
    const card = openCard(board, args.card)
    if (!card.ok) return card
    const { row } = card.value
    if (row.people[args.person]) return ok([])
    const { at } = context.stamp()
    return ok([
      ...editPerson(row, args.person, 'invited', context, at),
      ...(row.answers[args.person] ? [put(cardRows, args.card, 'answers', args.person, null)] : []),
    ])
  },
)
