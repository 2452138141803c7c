// Over the columns: who asks this person to a card, answered with one press; and what others said to one's own asking.
import { Hand } from 'lucide-react'
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
import { useCallback } from 'react'
import { Button } from '../../../design/button'
import { Icon } from '../../../design/icon'
import { useSnapshot } from '../../../react'
import { text } from '../../../text'
import { useBoard } from '../board-context'
import styles from './pull.module.css'

interface Line extends InvitationNews {
  readonly spoken: string
  readonly title: string
  /** Saying yes pulls it. */
  readonly pulls: boolean
}

const linesFor = (board: BoardSnapshot, me: string): readonly Line[] =>
  newsFor(board, me).map((news) => ({
    ...news,
    spoken: spokenId(board, news.card),
    title: board.cards.get(news.card)?.title ?? '',
    pulls: news.kind === 'asked' && pulledByAccepting(board, news.card) !== null,
  }))

const sameLines = (a: readonly Line[], b: readonly Line[]): boolean =>
  isEqual(a as unknown as Json, b as unknown as Json)

const NONE: readonly Line[] = []

export function InvitationNewsBands() {
  const { handle, acts, me, people, canWrite, openCard } = useBoard()
  const select = useCallback((board: BoardSnapshot) => (me === undefined ? NONE : linesFor(board, me)), [me])
  const lines = useSnapshot(handle, select, sameLines)
  if (!canWrite) return null
  return lines.map(({ card, kind, other, spoken, title, pulls }) => {
    const who = people.get(other)?.name ?? text('board.someone')
    return (
      <div
        key={`${card} ${other} ${kind}`}
        className={styles.band}
        role="group"
        aria-label={`${who}, ${spoken}`}
      >
        <Icon of={Hand} size={18} />
        <button type="button" className={styles.said} onClick={() => openCard(card)}>
          <b>{text(`board.invitation.${kind}`, { who, card: spoken })}</b> <span>{title}</span>
        </button>
        <span className={styles.acts}>
          {kind === 'asked' ? (
            <>
              <Button look="main" onPress={() => acts.enter(acceptInvitation, { card })}>
                {pulls ? text('board.pullOne', { card: spoken }) : text('board.acceptInvitation')}
              </Button>
              <Button onPress={() => acts.run(declineInvitation, { card })}>
                {text('board.declineInvitation')}
              </Button>
            </>
          ) : (
            <Button onPress={() => acts.run(seeAnswer, { card, person: other })}>
              {text('board.invitation.good')}
            </Button>
          )}
        </span>
      </div>
    )
  })
}
