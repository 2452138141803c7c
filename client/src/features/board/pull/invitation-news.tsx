// Over the columns: who asks this person to a card, answered with one press; and what others said to one's own asking.
import { Hand } from 'lucide-react'
import type { BoardSnapshot } from '@yokoten/shared/board'
import { useCallback, useMemo } from 'react'
import { Button } from '../../../design/button'
import { Icon } from '../../../design/icon'
import { useActions } from '../../../input'
import { useSnapshot } from '../../../react'
import { text } from '../../../text'
import { useBoard } from '../board-context'
import { invitationActs, linesFor, sameLines } from './invitation-lines'
import styles from './pull.module.css'

export function InvitationNewsBands() {
  const { handle, acts, me, people, canWrite, openCard } = useBoard()
  const select = useCallback(
    (board: BoardSnapshot) => linesFor(board, canWrite ? me : undefined),
    [me, canWrite],
  )
  const lines = useSnapshot(handle, select, sameLines)
  const offered = useMemo(
    () => lines.map((line) => ({ line, can: invitationActs(line, { acts, people }) })),
    [lines, acts, people],
  )
  useActions(useMemo(() => offered.flatMap(({ can }) => can), [offered]))
  return offered.map(({ line: { card, kind, other, spoken, title }, can }) => {
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
          {can.map(({ id, short, run }, index) => (
            <Button key={id} {...(can.length > 1 && index === 0 && { look: 'main' as const })} onPress={run}>
              {short}
            </Button>
          ))}
        </span>
      </div>
    )
  })
}
