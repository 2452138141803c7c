// What stops or stopped the card, the open ones first.
import { OctagonAlert } from 'lucide-react'
import { useMemo } from 'react'
import { isOpen, openSince } from '@yokoten/shared/board'
import type { BlockerRow } from '@yokoten/shared/board'
import { classNames } from '../../../design/class-names'
import { Icon } from '../../../design/icon'
import { useNow, useSnapshot } from '../../../react'
import { text } from '../../../text'
import { BlockedTime } from '../blockers/blocked-time'
import { useBoard } from '../board-context'
import { useBoardUi } from '../ui-store'
import { forHowLong, reasonWords } from '../words'
import styles from './card-sheet.module.css'

export function CardBlockers({ card }: { card: string }) {
  const { handle } = useBoard()
  const now = useNow()
  const table = useSnapshot(handle, (board) => board.blockers)
  const group = useSnapshot(handle, (board) => board.blockersByCard.get(card))
  const blockers = useMemo(() => {
    const found: BlockerRow[] = (group?.members ?? []).flatMap((id) => table.get(id) ?? [])
    return found
      .filter((one) => !one.archived)
      .sort((a, b) => Number(isOpen(b)) - Number(isOpen(a)) || b.at - a.at)
  }, [table, group])
  if (blockers.length === 0) return null
  const words = (one: BlockerRow) => reasonWords(handle.get(), one) || text('board.stopped')
  return (
    <div className={styles.stack}>
      <BlockedTime card={card} blockers={blockers} />
      {blockers.map((one) => (
        <button
          key={one.id}
          type="button"
          className={classNames(styles.blocker, !isOpen(one) && styles.cleared)}
          onClick={() => useBoardUi.getState().open({ kind: 'raised', blocker: one.id })}
        >
          <Icon of={OctagonAlert} size={18} />
          {isOpen(one)
            ? text('board.blockedForReason', {
                lasts: forHowLong(now - openSince(one)),
                reason: words(one),
              })
            : text('board.wasStopped', { reason: words(one) })}
        </button>
      ))}
    </div>
  )
}
