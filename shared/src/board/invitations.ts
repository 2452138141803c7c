// Invitations to cards: who waits for whose yes, and what became of it, found without looking at every card.
import type { Table } from '../kernel'
import type { CardRow } from './records'

/** Somebody was asked and has not said yet, or has said and who asked has not seen it. */
const isOpen = (row: CardRow): boolean =>
  !row.archived &&
  (Object.values(row.people).some((place) => place.state === 'invited') ||
    Object.values(row.answers).some((answer) => answer.seen !== true))

/** Ids of the cards with an invitation that somebody should still look at, by id; shares what did not change. */
export function invitationsFrom(
  previous: readonly string[] | undefined,
  cards: Table<CardRow>,
  dirty: ReadonlySet<string> | undefined,
): readonly string[] {
  if (!previous) {
    const all: string[] = []
    cards.each((row) => {
      if (isOpen(row)) all.push(row.id)
    })
    return all.sort()
  }
  if (!dirty?.size) return previous
  const changed = [...dirty].filter((id) => {
    const row = cards.get(id)
    return row !== undefined && isOpen(row)
  })
  if (changed.length === 0 && !previous.some((id) => dirty.has(id))) return previous
  const next = [...previous.filter((id) => !dirty.has(id)), ...changed].sort()
  return next.length === previous.length && next.every((id, index) => id === previous[index])
    ? previous
    : next
}

/** An invitation as one of its two sides sees it. */
export interface InvitationNews {
  readonly card: string
  /** `asked`: this person is invited by `other`. Else `other` is who was invited and said so. */
  readonly kind: 'asked' | 'accepted' | 'declined'
  readonly other: string
  /** Milliseconds since 1970. */
  readonly at: number
}

interface Source {
  readonly invitations: readonly string[]
  readonly cards: Table<CardRow>
}

/** What a person should know: invitations to them first, then answers to theirs; the longest waiting first. */
export function newsFor(board: Source, person: string): readonly InvitationNews[] {
  const asked: InvitationNews[] = []
  const answered: InvitationNews[] = []
  for (const card of board.invitations) {
    const row = board.cards.get(card)
    const own = row?.people[person]
    if (own?.state === 'invited') asked.push({ card, kind: 'asked', other: own.by, at: own.at })
    for (const [other, { kind, to, at, seen }] of Object.entries(row?.answers ?? {}))
      if (to === person && seen !== true) answered.push({ card, kind, other, at })
  }
  const byTime = (a: InvitationNews, b: InvitationNews) =>
    a.at - b.at || (a.card + a.other < b.card + b.other ? -1 : 1)
  return [...asked.sort(byTime), ...answered.sort(byTime)]
}
