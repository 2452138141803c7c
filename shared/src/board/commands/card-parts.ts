// What a card carries: tags and a checklist.
import {
  compareRanked,
  create,
  defineCommand,
  isRank,
  ok,
  put,
  rankBetween,
  refused,
  set,
} from '../../kernel'
import type { Change, CommandContext, Result } from '../../kernel'
import { NAME_LIMIT, WORDS_LIMIT } from '../record-parts'
import { cardRows, tagRows } from '../records'
import type { CardRow, TagRow } from '../records'
import type { BoardSnapshot } from '../snapshot'
import { editTag } from './edits'
import { openCard } from './placing'
import type { CardArchived, NotThere, WordsRefused } from './refusals'
import { tidyLine } from './words'

type CardPartRefused = NotThere | CardArchived | WordsRefused

const fold = (name: string): string => name.normalize('NFKC').toLowerCase()

/** A tag's id follows from its name, so that two people who invent the same tag apart invent one tag. */
export const tagIdFrom = (name: string): string => `tag-${encodeURIComponent(fold(name)).slice(0, 150)}`

/** The tag of a name in use on this board, whatever its case. */
export function tagNamed(board: Pick<BoardSnapshot, 'tags'>, name: string): TagRow | undefined {
  const wanted = fold(name)
  let found: TagRow | undefined
  board.tags.each((tag) => {
    if (!tag.archived && fold(tag.name) === wanted && (!found || tag.id < found.id)) found = tag
  })
  return found
}

/** Puts a tag on a card by its name, making the tag where there is none. */
export const tagCard = defineCommand(
  'board.tagCard',
  (
    board: BoardSnapshot,
    args: { readonly card: string; readonly name: string; readonly colour?: string },
    context,
  ): Result<Change[], CardPartRefused> => {
    const card = openCard(board, args.card)
    if (!card.ok) return card
    const name = tidyLine(args.name, NAME_LIMIT)
    if (!name.ok) return name
    const known = tagNamed(board, name.value)
    const id = known?.id ?? (board.tags.has(tagIdFrom(name.value)) ? context.id() : tagIdFrom(name.value))
    const birth = create(tagRows, id, { name: name.value, colour: args.colour ?? null })
    return ok([...(known ? [] : [birth]), ...editTag(card.value.row, id, true, context)])
  },
)

export const untagCard = defineCommand(
  'board.untagCard',
  (
    board: BoardSnapshot,
    args: { readonly card: string; readonly tag: string },
    context,
  ): Result<Change[], NotThere | CardArchived> => {
    const card = openCard(board, args.card)
    if (!card.ok) return card
    return ok(editTag(card.value.row, args.tag, false, context))
  },
)

export const renameTag = defineCommand(
  'board.renameTag',
  (
    board: BoardSnapshot,
    args: { readonly tag: string; readonly name: string },
  ): Result<Change[], NotThere | WordsRefused> => {
    if (!board.tags.has(args.tag)) return refused({ reason: 'tag-gone' })
    const name = tidyLine(args.name, NAME_LIMIT)
    return name.ok ? ok([set(tagRows, args.tag, 'name', name.value)]) : name
  },
)

/** Gives a tag a colour by name, or none. */
export const colourTag = defineCommand(
  'board.colourTag',
  (
    board: BoardSnapshot,
    args: { readonly tag: string; readonly colour: string | null },
  ): Result<Change[], NotThere> =>
    board.tags.has(args.tag)
      ? ok([set(tagRows, args.tag, 'colour', args.colour?.slice(0, 40) ?? null)])
      : refused({ reason: 'tag-gone' }),
)

/** Takes a tag off the board's list, and so off every card. Undo brings it back everywhere. */
export const archiveTag = defineCommand(
  'board.archiveTag',
  (board: BoardSnapshot, args: { readonly tag: string }): Result<Change[], NotThere> =>
    board.tags.has(args.tag)
      ? ok([set(tagRows, args.tag, 'archived', true)])
      : refused({ reason: 'tag-gone' }),
)

export interface ChecklistItem {
  readonly id: string
  readonly text: string
  readonly rank: string
  /** Who ticked it off and when, or null. */
  readonly checked: { readonly by: string; readonly at: number } | null
}

/** A card's checklist in order. */
export const checklistOf = (card: Pick<CardRow, 'checklist' | 'checked'>): ChecklistItem[] =>
  Object.entries(card.checklist)
    .map(([id, item]) => ({ id, ...item, checked: card.checked[id] ?? null }))
    .sort(compareRanked)

/** How far a checklist is: done and all, without building the list. */
export function checklistProgress(card: Pick<CardRow, 'checklist' | 'checked'>): {
  done: number
  all: number
} {
  let done = 0
  let all = 0
  for (const id in card.checklist) {
    all++
    if (card.checked[id]) done++
  }
  return { done, all }
}

function itemRank(
  card: CardRow,
  after: string | null | undefined,
  item: string | undefined,
  context: CommandContext,
) {
  const others = checklistOf(card).filter((one) => one.id !== item && isRank(one.rank))
  const found = others.findIndex((one) => one.id === after)
  const index = after === null ? 0 : found < 0 ? others.length : found + 1
  return rankBetween(others[index - 1]?.rank ?? null, others[index]?.rank ?? null, context.random)
}

export const addChecklistItem = defineCommand(
  'board.addChecklistItem',
  (
    board: BoardSnapshot,
    args: { readonly card: string; readonly text: string; readonly item?: string },
    context,
  ): Result<Change[], CardPartRefused> => {
    const card = openCard(board, args.card)
    if (!card.ok) return card
    const text = tidyLine(args.text, WORDS_LIMIT)
    if (!text.ok) return text
    const rank = itemRank(card.value.row, undefined, undefined, context)
    return ok([put(cardRows, args.card, 'checklist', args.item ?? context.id(), { text: text.value, rank })])
  },
)

export interface EditItemArgs {
  readonly card: string
  readonly item: string
  readonly text?: string
  /** The item to stand behind; first where it is null. */
  readonly after?: string | null
}

/** Renames or moves an item of a checklist. */
export const editChecklistItem = defineCommand(
  'board.editChecklistItem',
  (board: BoardSnapshot, args: EditItemArgs, context): Result<Change[], CardPartRefused> => {
    const card = openCard(board, args.card)
    if (!card.ok) return card
    const item = card.value.row.checklist[args.item]
    if (!item) return refused({ reason: 'item-gone' })
    const text = tidyLine(args.text ?? item.text, WORDS_LIMIT)
    if (!text.ok) return text
    const rank =
      args.after === undefined ? item.rank : itemRank(card.value.row, args.after, args.item, context)
    return ok([put(cardRows, args.card, 'checklist', args.item, { text: text.value, rank })])
  },
)

export const checkItem = defineCommand(
  'board.checkItem',
  (
    board: BoardSnapshot,
    args: { readonly card: string; readonly item: string; readonly checked: boolean },
    context,
  ): Result<Change[], NotThere | CardArchived> => {
    const card = openCard(board, args.card)
    if (!card.ok) return card
    if (!card.value.row.checklist[args.item]) return refused({ reason: 'item-gone' })
    if (args.checked === (card.value.row.checked[args.item] !== undefined)) return ok([])
    const mark = args.checked ? { by: context.person, at: context.stamp().at } : null
    return ok([put(cardRows, args.card, 'checked', args.item, mark)])
  },
)

export const removeChecklistItem = defineCommand(
  'board.removeChecklistItem',
  (
    board: BoardSnapshot,
    args: { readonly card: string; readonly item: string },
  ): Result<Change[], NotThere | CardArchived> => {
    const card = openCard(board, args.card)
    if (!card.ok) return card
    if (!card.value.row.checklist[args.item]) return ok([])
    const unchecked = card.value.row.checked[args.item]
      ? [put(cardRows, args.card, 'checked', args.item, null)]
      : []
    return ok([put(cardRows, args.card, 'checklist', args.item, null), ...unchecked])
  },
)
