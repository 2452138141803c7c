// Over the board, as long as it is so: somebody has called for help here and nobody has been told.
import { Megaphone } from 'lucide-react'
import { spokenId } from '@yokoten/shared/board'
import { Icon } from '../../../design/icon'
import { useSnapshot } from '../../../react'
import { text } from '../../../text'
import { useBoard } from '../board-context'
import { useBoardUi } from '../ui-store'
import styles from '../parts/line-stops.module.css'
import { useUntold } from './told'

export function Untold() {
  const { handle, team } = useBoard()
  const untold = useUntold()
  // Who is alone in the team has nobody to tell.
  const isAlone = useSnapshot(team.directory, (directory) => directory.people.length < 2)
  const [first] = untold
  if (first === undefined || isAlone) return null
  const board = handle.get()
  const named = untold.map((id) => {
    const card = board.blockers.get(id)?.card ?? null
    return card === null ? text('board.stop.line') : spokenId(board, card)
  })
  return (
    <div role="status">
      <button
        type="button"
        className={styles.band}
        onClick={() => useBoardUi.getState().open({ kind: 'raised', blocker: first })}
      >
        <Icon of={Megaphone} size={18} />
        <span className={styles.words}>
          <b>{text('board.raised.nobody')}</b>
          <span>{named.join(', ')}</span>
        </span>
      </button>
    </div>
  )
}
