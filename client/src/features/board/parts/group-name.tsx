// The heading that columns of a group share, with their limit where they have one. Pressed, it can be changed.
import { limitOn } from '@yokoten/shared/board'
import { useSnapshot } from '../../../react'
import { text } from '../../../text'
import { useBoard } from '../board-context'
import { useBoardUi } from '../ui-store'
import { LimitShown } from './limit-shown'
import styles from './lanes.module.css'

export function GroupName({ group }: { group: string }) {
  const { handle, canWrite } = useBoard()
  const name = useSnapshot(handle, (board) => board.groups.get(group)?.name ?? '')
  const limit = useSnapshot(handle, (board) => limitOn(board, { kind: 'group', id: group }))
  return (
    <div className={styles.groupHead}>
      <h2 className={styles.groupName}>
        {canWrite ? (
          <button
            type="button"
            title={text('board.group.change', { group: name })}
            onClick={() => useBoardUi.getState().open({ kind: 'group', group })}
          >
            {name}
          </button>
        ) : (
          name
        )}
      </h2>
      {limit && <LimitShown limit={limit} />}
    </div>
  )
}
