// Taking a column off the board: where there are cards in it, it is asked where they go.
import { useState } from 'react'
import { removeColumn } from '@yokoten/shared/board'
import type { Column } from '@yokoten/shared/board'
import { Button } from '../../../design/button'
import { Select } from '../../../design/select'
import { useSnapshot } from '../../../react'
import { text } from '../../../text'
import { useBoard } from '../board-context'
import dialogStyles from '../dialogs/dialogs.module.css'
import styles from './structure.module.css'

export function RemoveColumn({ column, onClose }: { column: Column; onClose: () => void }) {
  const { handle, acts } = useBoard()
  const columns = useSnapshot(handle, (board) => board.columns)
  const others = columns.filter((one) => one.id !== column.id)
  const index = columns.indexOf(column)
  const [moveTo, setMoveTo] = useState((columns[index - 1] ?? columns[index + 1])?.id ?? '')
  const isExpected = useSnapshot(handle, (board) => board.recurring.some((one) => one.column === column.id))
  const isEmpty = column.used === 0 && !isExpected
  const remove = () =>
    acts.enter(removeColumn, { column: column.id, ...(isEmpty ? {} : { moveTo }) }, () => {
      onClose()
      acts.sayDone(text('board.putAway', { name: column.name }))
    })
  return (
    <div className={dialogStyles.group}>
      <h3>{text('board.column.remove')}</h3>
      <p className={styles.note}>
        {text(isExpected ? 'board.column.removeNoteAgain' : 'board.column.removeNote', {
          count: column.used,
        })}
      </p>
      <div className={styles.add}>
        {!isEmpty && (
          <Select
            label={text('board.column.removeTo')}
            value={moveTo}
            onChange={setMoveTo}
            choices={others.map((one) => ({ id: one.id, label: one.name }))}
          />
        )}
        <Button isDisabled={others.length === 0} onPress={remove}>
          {text(isEmpty ? 'board.column.removeIt' : 'board.column.moveAndRemove')}
        </Button>
      </div>
    </div>
  )
}
