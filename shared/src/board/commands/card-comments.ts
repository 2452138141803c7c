// What people say to one another on a card, and who has seen that they were called.
import { append, defineCommand, ok, put, refused } from '../../kernel'
import type { Change, CommandContext, Result } from '../../kernel'
import { commentsOn, openMentions } from '../comments'
import { COMMENT_LIMIT, MENTIONS_LIMIT } from '../record-parts'
import { cardRows, commentLog } from '../records'
import type { BoardSnapshot } from '../snapshot'
import { openCard } from './placing'
import type { CardArchived, NotThere, NotYourWords, WordsRefused } from './refusals'

interface Said {
  readonly words: string
  /** People whom the comment calls, by id. */
  readonly mentions?: readonly string[]
}

function tidySaid({
  words,
  mentions = [],
}: Said): Result<{ words: string; mentions?: string[] }, WordsRefused> {
  const tidy = words.trim()
  if (tidy === '') return refused({ reason: 'empty-words' })
  if (tidy.length > COMMENT_LIMIT) return refused({ reason: 'words-too-long', limit: COMMENT_LIMIT })
  const called = [...new Set(mentions)].slice(0, MENTIONS_LIMIT)
  return ok(called.length === 0 ? { words: tidy } : { words: tidy, mentions: called })
}

const signed = (context: CommandContext) => ({ by: context.person, ...context.stamp() })

export const addComment = defineCommand(
  'board.addComment',
  (
    board: BoardSnapshot,
    args: Said & { readonly card: string },
    context,
  ): Result<Change[], NotThere | CardArchived | WordsRefused> => {
    const card = openCard(board, args.card)
    if (!card.ok) return card
    const said = tidySaid(args)
    if (!said.ok) return said
    return ok([append(commentLog, context.id(), { card: args.card, ...said.value, ...signed(context) })])
  },
)

function ownComment(board: BoardSnapshot, card: string, comment: string, person: string) {
  const found = commentsOn(board, card).find((one) => one.id === comment)
  if (!found) return refused({ reason: 'comment-gone' } as const)
  return found.by === person ? ok(found) : refused({ reason: 'not-your-words' } as const)
}

/** Puts one's own comment otherwise. What it said before stays in the log. */
export const editComment = defineCommand(
  'board.editComment',
  (
    board: BoardSnapshot,
    args: Said & { readonly card: string; readonly comment: string },
    context,
  ): Result<Change[], NotThere | NotYourWords | WordsRefused> => {
    const own = ownComment(board, args.card, args.comment, context.person)
    if (!own.ok) return own
    const said = tidySaid(args)
    if (!said.ok) return said
    if (own.value.words === said.value.words) return ok([])
    const { card, comment: replaces } = args
    return ok([append(commentLog, context.id(), { card, replaces, ...said.value, ...signed(context) })])
  },
)

/** Takes one's own comment back. */
export const withdrawComment = defineCommand(
  'board.withdrawComment',
  (
    board: BoardSnapshot,
    args: { readonly card: string; readonly comment: string },
    context,
  ): Result<Change[], NotThere | NotYourWords> => {
    const own = ownComment(board, args.card, args.comment, context.person)
    if (!own.ok) return own
    const { card, comment: replaces } = args
    return ok([append(commentLog, context.id(), { card, replaces, words: '', ...signed(context) })])
  },
)

/** Says that one has seen where one is called on a card. */
export const seeMentions = defineCommand(
  'board.seeMentions',
  (board: BoardSnapshot, args: { readonly card: string }, context): Result<Change[], NotThere> => {
    if (!board.cards.has(args.card)) return refused({ reason: 'card-gone' })
    const last = openMentions(board, context.person).find((one) => one.card === args.card)
    if (!last) return ok([])
    const { at } = context.stamp()
    return ok([put(cardRows, args.card, 'seen', context.person, { order: last.order, at })])
  },
)
