// Who calls the person at this device, over the columns, until it is seen or answered.
import { AtSign } from 'lucide-react'
import { openMentions, spokenId } from '@yokoten/shared/board'
import type { BoardSnapshot } from '@yokoten/shared/board'
import { isEqual } from '@yokoten/shared/kernel'
import { useCallback } from 'react'
import { Icon } from '../../../design/icon'
import { useSnapshot } from '../../../react'
import { text } from '../../../text'
import { useBoard } from '../board-context'
import styles from './mentions-for-me.module.css'

/** Calls shown one by one; of more it is said how many. */
const SHOWN = 3

export function MentionsForMe() {
  const { handle, people, me, openCard } = useBoard()
  const select = useCallback(
    (board: BoardSnapshot) =>
      me === undefined
        ? []
        : openMentions(board, me).map(({ id, card, by }) => ({
            id,
            card,
            by,
            spoken: spokenId(board, card),
          })),
    [me],
  )
  const calls = useSnapshot(handle, select, isEqual)
  if (calls.length === 0) return null
  return (
    <div className={styles.calls} role="status">
      {calls.slice(0, SHOWN).map(({ id, card, by, spoken }) => (
        <button key={id} type="button" className={styles.call} onClick={() => openCard(card)}>
          <Icon of={AtSign} size={16} />
          {text('board.mention.on', { who: people.get(by)?.name ?? text('board.someone'), card: spoken })}
        </button>
      ))}
      {calls.length > SHOWN && <span>{text('board.mention.more', { count: calls.length - SHOWN })}</span>}
    </div>
  )
}
