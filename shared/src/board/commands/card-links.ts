// Linking cards: one is part of another, waits for it, or has to do with it. No command closes a circle.
import { defineCommand, ok, put, refused } from '../../kernel'
import type { Change, Result } from '../../kernel'
import { leadsTo, linkKey } from '../links'
import type { LinkKind } from '../links'
import { cardRows } from '../records'
import type { BoardSnapshot } from '../snapshot'
import { openCard } from './placing'
import type { CardArchived, LinkRefused, NotThere } from './refusals'

export interface LinkArgs {
  /** The part; the one that is waited for; either of two that relate. */
  readonly from: string
  readonly kind: LinkKind
  readonly to: string
}

export const linkCards = defineCommand(
  'board.linkCards',
  (
    board: BoardSnapshot,
    { from, kind, to }: LinkArgs,
    context,
  ): Result<Change[], NotThere | CardArchived | LinkRefused> => {
    const card = openCard(board, from)
    if (!card.ok) return card
    const other = openCard(board, to)
    if (!other.ok) return other
    if (from === to) return refused({ reason: 'link-itself' })
    const isThere = (row: typeof card.value.row, end: string) => row.links[linkKey(kind, end)] !== undefined
    if (isThere(card.value.row, to)) return ok([])
    if (kind === 'relates') {
      if (isThere(other.value.row, from)) return ok([])
    } else if (leadsTo(board, kind, to, from)) return refused({ reason: 'link-circle', card: to })
    const mark = { by: context.person, at: context.stamp().at }
    return ok([put(cardRows, from, 'links', linkKey(kind, to), mark)])
  },
)

/** Takes a link out, also between cards that are put away or have not arrived: a circle can always be opened. */
export const unlinkCards = defineCommand(
  'board.unlinkCards',
  (board: BoardSnapshot, { from, kind, to }: LinkArgs): Result<Change[], NotThere> => {
    const ends = kind === 'relates' ? [[from, to] as const, [to, from] as const] : [[from, to] as const]
    return ok(
      ends.flatMap(([holder, end]) =>
        board.cards.get(holder)?.links[linkKey(kind, end)]
          ? [put(cardRows, holder, 'links', linkKey(kind, end), null)]
          : [],
      ),
    )
  },
)
