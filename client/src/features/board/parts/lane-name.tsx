// The heading of a lane: its name, and how full it is where it has a limit. Pressed, it can be changed.
import { limitOn } from '@yokoten/shared/board'
import { useSnapshot } from '../../../react'
import { text } from '../../../text'
import { useBoard } from '../board-context'
import { useBoardUi } from '../ui-store'
import { LimitShown } from './limit-shown'
import styles from './lanes.module.css'

export function LaneName({ lane, name }: { lane: string; name: string }) {
  const { handle, canWrite } = useBoard()
  const limit = useSnapshot(handle, (board) => limitOn(board, { kind: 'lane', id: lane }))
  return (
    <div className={styles.laneHead}>
      <h3 className={styles.laneName}>
        {canWrite ? (
          <button
            type="button"
            title={text('board.lane.change', { lane: name })}
            onClick={() => useBoardUi.getState().open({ kind: 'lane', lane })}
          >
            {name}
          </button>
        ) : (
          name
        )}
      </h3>
      {limit && <LimitShown limit={limit} />}
    </div>
  )
}
