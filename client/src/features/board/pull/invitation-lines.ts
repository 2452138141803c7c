// What a person should know of invitations, each with what can be said to it: for the bands over the columns and the palette.
import {
  acceptInvitation,
  declineInvitation,
  newsFor,
  pulledByAccepting,
  seeAnswer,
  spokenId,
} from '@yokoten/shared/board'
import type { BoardSnapshot, InvitationNews } from '@yokoten/shared/board'
import { isEqual } from '@yokoten/shared/kernel'
import type { Json } from '@yokoten/shared/kernel'
import type { Table } from '@yokoten/shared/kernel'
import type { Person } from '@yokoten/shared/team'
import type { Action } from '../../../input'
import { text } from '../../../text'
import type { BoardActs } from '../acts'

export interface InvitationLine extends InvitationNews {
  readonly spoken: string
  readonly title: string
  /** Saying yes pulls it. */
  readonly pulls: boolean
}

/** The lines for a person, the longest waiting first; nobody's for whoever only looks. */
export const linesFor = (board: BoardSnapshot, me: string | undefined): readonly InvitationLine[] =>
  me === undefined
    ? []
    : newsFor(board, me).map((news) => ({
        ...news,
        spoken: spokenId(board, news.card),
        title: board.cards.get(news.card)?.title ?? '',
        pulls: news.kind === 'asked' && pulledByAccepting(board, news.card) !== null,
      }))

export const sameLines = (a: readonly InvitationLine[], b: readonly InvitationLine[]): boolean =>
  isEqual(a as unknown as Json, b as unknown as Json)

/** An act with the few words that a button beside the invitation has room for. */
export interface InvitationAct extends Action {
  readonly short: string
}

/** What can be said to one invitation, or to an answer to one's own. */
export function invitationActs(
  line: InvitationLine,
  { acts, people }: { readonly acts: BoardActs; readonly people: Table<Person> },
): readonly InvitationAct[] {
  const { card, kind, other, spoken: id, pulls } = line
  const who = people.get(other)?.name ?? text('board.someone')
  const group = text('board.group')
  const said = text(`board.invitation.${kind}`, { who, card: id })
  const act = (name: string, short: string, run: () => void): InvitationAct => ({
    id: `board.invitation.${name} ${card} ${other}`,
    label: text('board.invitation.act', { act: short, said }),
    short,
    group,
    run,
  })
  if (kind !== 'asked')
    return [
      act('seen', text('board.invitation.good'), () => void acts.run(seeAnswer, { card, person: other })),
    ]
  return [
    act('accept', pulls ? text('board.pullOne', { card: id }) : text('board.acceptInvitation'), () =>
      acts.enter(acceptInvitation, { card }),
    ),
    act('decline', text('board.declineInvitation'), () => void acts.run(declineInvitation, { card })),
  ]
}
