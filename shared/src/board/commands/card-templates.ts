// Templates of cards, what a card takes from one, and cards that come again from one.
import {
  calendarOf,
  create,
  defineCommand,
  defineDeferred,
  ok,
  rankBetween,
  refused,
  set,
  startOfDay,
  write,
} from '../../kernel'
import type { Change, CommandContext, Result } from '../../kernel'
import { NAME_LIMIT, WORDS_LIMIT } from '../record-parts'
import { recurringRows, RHYTHMS, templateRows } from '../records-cards'
import type { Rhythm, TemplateRow } from '../records-cards'
import { CLASSES, descriptionOf } from '../records'
import type { ClassOfService } from '../records'
import { comingCard, comingCardId, dayWhere, lastComing } from '../recurring'
import type { BoardSnapshot } from '../snapshot'
import { checklistOf } from './card-parts'
import { isDay } from './days'
import { openCard, openColumn } from './placing'
import { rankAtEnd } from './ranking'
import type { CardArchived, DateRefused, KindGone, NotThere, WordsRefused } from './refusals'
import { tidyLine, tidyOptional } from './words'

export const templateOf = (board: BoardSnapshot, template: string): TemplateRow | undefined =>
  board.templates.find((one) => one.id === template)

/** What a new card takes from a template: fields and sets of its row, and the first words of its description. */
export function beginningFrom(
  board: BoardSnapshot,
  { content }: TemplateRow,
  card: string,
  context: CommandContext,
) {
  let rank: string | null = null
  const steps = content.checklist.map((text) => {
    rank = rankBetween(rank, null, context.random)
    return [context.id(), { text, rank }] as const
  })
  const tags = content.tags.filter((tag) => board.tags.get(tag)?.archived === false)
  const row = {
    classOfService: CLASSES.find((one) => one === content.classOfService) ?? ('standard' as ClassOfService),
    type: board.types.some((type) => type.id === content.type) ? content.type : null,
    size: content.size,
    ...(content.value === undefined ? {} : { value: content.value }),
    tags: Object.fromEntries(tags.map((tag) => [tag, true as const])),
    checklist: Object.fromEntries(steps),
  }
  const words = content.words === '' ? [] : [write(descriptionOf(card), content.words.split('\n'))]
  return { row, words }
}

export interface SaveTemplateArgs {
  readonly template?: string
  readonly card: string
  readonly name: string
  /** The description's plain words: texts are no part of a snapshot. Cut where they are too long. */
  readonly words?: string
}

/** Keeps what a card says as the beginning of others: not who is on it, nor its day, links or comments. */
export const saveTemplate = defineCommand(
  'board.saveTemplate',
  (
    board: BoardSnapshot,
    args: SaveTemplateArgs,
    context,
  ): Result<Change[], NotThere | CardArchived | WordsRefused> => {
    const card = openCard(board, args.card)
    if (!card.ok) return card
    const name = tidyLine(args.name, NAME_LIMIT)
    if (!name.ok) return name
    const { row } = card.value
    const content = {
      title: row.title,
      words: (args.words ?? '').trim().slice(0, WORDS_LIMIT),
      classOfService: row.classOfService,
      type: row.type,
      size: row.size,
      ...(row.value === null ? {} : { value: row.value }),
      tags: Object.keys(row.tags).slice(0, 100),
      checklist: checklistOf(row)
        .map((item) => item.text)
        .slice(0, 100),
    }
    const rank = rankAtEnd(board.templates, context.random)
    return ok([create(templateRows, args.template ?? context.id(), { name: name.value, rank, content })])
  },
)

export interface EditTemplateArgs {
  readonly template: string
  readonly name?: string
  readonly title?: string
  readonly words?: string
}

/** Changes a template's name, or the title and words with which its cards begin. */
export const editTemplate = defineCommand(
  'board.editTemplate',
  (board: BoardSnapshot, args: EditTemplateArgs): Result<Change[], KindGone | WordsRefused> => {
    const template = templateOf(board, args.template)
    if (!template) return refused({ reason: 'kind-gone' })
    const changes: Change[] = []
    if (args.name !== undefined) {
      const name = tidyLine(args.name, NAME_LIMIT)
      if (!name.ok) return name
      changes.push(set(templateRows, template.id, 'name', name.value))
    }
    if (args.title === undefined && args.words === undefined) return ok(changes)
    const title = tidyOptional(args.title ?? template.content.title, NAME_LIMIT)
    if (!title.ok) return title
    const words = tidyOptional(args.words ?? template.content.words, WORDS_LIMIT)
    if (!words.ok) return words
    const content = { ...template.content, title: title.value, words: words.value }
    return ok([...changes, set(templateRows, template.id, 'content', content)])
  },
)

/** Takes a template off the list. What comes again from it stops coming. */
export const archiveTemplate = defineCommand(
  'board.archiveTemplate',
  (board: BoardSnapshot, args: { readonly template: string }): Result<Change[], KindGone> =>
    templateOf(board, args.template)
      ? ok([set(templateRows, args.template, 'archived', true)])
      : refused({ reason: 'kind-gone' }),
)

export interface RecurringArgs {
  readonly recurring?: string
  readonly template: string
  readonly column: string
  readonly rhythm: Rhythm
  /** The first day, `YYYY-MM-DD`. */
  readonly from: string
  /** IANA time zone whose midnight is meant. */
  readonly zone: string
}

/** Lets a card come again from a template. */
export const addRecurring = defineCommand(
  'board.addRecurring',
  (
    board: BoardSnapshot,
    args: RecurringArgs,
    context,
  ): Result<Change[], NotThere | KindGone | DateRefused> => {
    if (!templateOf(board, args.template)) return refused({ reason: 'kind-gone' })
    const column = openColumn(board, args.column)
    if (!column.ok) return column
    if (!isDay(args.from)) return refused({ reason: 'not-a-date' })
    const { template, from, zone } = args
    const rhythm = RHYTHMS.includes(args.rhythm) ? args.rhythm : 'weekly'
    const row = { template, column: args.column, rhythm, from, zone, by: context.person }
    return ok([create(recurringRows, args.recurring ?? context.id(), row)])
  },
)

/** Lets a card come into another column, or in another rhythm, from now on. */
export const editRecurring = defineCommand(
  'board.editRecurring',
  (
    board: BoardSnapshot,
    args: { readonly recurring: string; readonly column?: string; readonly rhythm?: Rhythm },
  ): Result<Change[], NotThere | KindGone> => {
    if (!board.recurring.some((one) => one.id === args.recurring)) return refused({ reason: 'kind-gone' })
    const changes: Change[] = []
    if (args.column !== undefined) {
      const column = openColumn(board, args.column)
      if (!column.ok) return column
      changes.push(set(recurringRows, args.recurring, 'column', args.column))
    }
    if (args.rhythm !== undefined && RHYTHMS.includes(args.rhythm))
      changes.push(set(recurringRows, args.recurring, 'rhythm', args.rhythm))
    return ok(changes)
  },
)

/** Stops a card from coming again. Those that came stay. */
export const archiveRecurring = defineCommand(
  'board.archiveRecurring',
  (board: BoardSnapshot, args: { readonly recurring: string }): Result<Change[], KindGone> =>
    board.recurring.some((one) => one.id === args.recurring)
      ? ok([set(recurringRows, args.recurring, 'archived', true)])
      : refused({ reason: 'kind-gone' }),
)

/**
 * Cards that are due to come by a time (ms since 1970, the relay's) and are not on the board. Days that nobody was
 * there for are not made up: of each, the last one comes.
 */
export function dueToCome(board: BoardSnapshot, now: number): readonly { recurring: string; day: number }[] {
  return board.recurring.flatMap((recurring) => {
    if (!templateOf(board, recurring.template)) return []
    const day = lastComing(recurring, dayWhere(recurring, now))
    if (day === null || startOfDay(calendarOf(recurring.zone), day) > now) return []
    return board.cards.has(comingCardId(recurring, day)) ? [] : [{ recurring: recurring.id, day }]
  })
}

/** Writes the cards that are due to come: for editors who have caught up and know the relay's time. */
export const bringRecurring = defineDeferred(
  'board.bringRecurring',
  (board: BoardSnapshot, args: { readonly now: number }): Result<Change[], never> =>
    ok(
      dueToCome(board, args.now).flatMap(({ recurring, day }) => {
        const row = board.recurring.find((one) => one.id === recurring)
        const template = row && templateOf(board, row.template)
        return row && template ? comingCard(row, template, day) : []
      }),
    ),
)
