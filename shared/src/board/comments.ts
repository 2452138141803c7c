// What is said on cards: comments with their corrections, and who is called in them and has not seen it.
import { emptyTable, withRows } from '../kernel'
import type { Table } from '../kernel'
import type { Group } from './groups'
import type { CardRow, CommentEntry } from './records'

export interface SaidOnCard {
  readonly id: string
  readonly words: string
  readonly by: string
  readonly at: number
  readonly order: number
  readonly mentions: readonly string[]
  /** When its writer last put it otherwise, or null. */
  readonly changedAt: number | null
}

interface CommentedBoard {
  readonly comments: Table<CommentEntry>
  readonly commentsByCard: Table<Group>
}

const NONE: readonly string[] = []

/** A card's comments, the oldest first, as they stand: corrected by their own writers, without those withdrawn. */
export function commentsOn(board: CommentedBoard, card: string): readonly SaidOnCard[] {
  const said = new Map<string, SaidOnCard>()
  for (const id of board.commentsByCard.get(card)?.members ?? NONE) {
    const entry = board.comments.get(id)
    if (!entry) continue
    const { words, by, at, order, mentions = NONE } = entry
    const before = entry.replaces === undefined ? undefined : said.get(entry.replaces)
    if (!before) {
      if (entry.replaces === undefined) said.set(id, { id, words, by, at, order, mentions, changedAt: null })
    } else if (before.by === by) said.set(before.id, { ...before, words, mentions, changedAt: at })
  }
  return [...said.values()].filter((one) => one.words !== '')
}

/** How many comments a card shows. */
export function commentCount(board: CommentedBoard, card: string): number {
  return board.commentsByCard.has(card) ? commentsOn(board, card).length : 0
}

/** Comment ids by the person they call. Entries never change, so a group only grows. */
export function projectMentions(
  previous: Table<Group> | undefined,
  comments: Table<CommentEntry>,
  dirty: ReadonlySet<string> | undefined,
): Table<Group> {
  const calls = new Map<string, Set<string>>()
  const note = (entry: CommentEntry | undefined) => {
    for (const person of entry?.mentions ?? NONE) {
      let ids = calls.get(person)
      if (!ids) calls.set(person, (ids = new Set(previous?.get(person)?.members)))
      ids.add((entry as CommentEntry).id)
    }
  }
  if (!previous) comments.each(note)
  else for (const id of dirty ?? NONE) note(comments.get(id))
  if (previous && calls.size === 0) return previous
  const updates = new Map<string, Group>()
  for (const [id, ids] of calls) updates.set(id, { id, members: [...ids].sort() })
  return withRows(previous ?? emptyTable<Group>(), updates)
}

export interface MentionSource extends CommentedBoard {
  readonly cards: Table<CardRow>
  readonly mentions: Table<Group>
}

/**
 * The comments that call a person who has neither said that they have seen it nor answered on that card since; the
 * latest first. What was withdrawn or put otherwise calls nobody any more.
 */
export function openMentions(
  board: MentionSource,
  person: string,
): readonly (SaidOnCard & { card: string })[] {
  const cards = new Set<string>()
  for (const id of board.mentions.get(person)?.members ?? NONE) {
    const entry = board.comments.get(id)
    if (entry) cards.add(entry.card)
  }
  return [...cards]
    .flatMap((card) => {
      const seen = board.cards.get(card)?.seen[person]?.order ?? 0
      const said = commentsOn(board, card)
      const answered = said.reduce(
        (last, one) => (one.by === person ? Math.max(last, one.order) : last),
        seen,
      )
      return said.flatMap((one) =>
        one.mentions.includes(person) && one.by !== person && one.order > answered ? { ...one, card } : [],
      )
    })
    .sort((a, b) => b.order - a.order || (a.id < b.id ? -1 : 1))
}
