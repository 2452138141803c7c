// A lane: its name, its limit, its place among the lanes, and putting it away.
import { useState } from 'react'
import { archiveLane, moveLane, renameLane } from '@yokoten/shared/board'
import { Button } from '../../../design/button'
import { TextField } from '../../../design/text-field'
import { useSnapshot } from '../../../react'
import { text } from '../../../text'
import { useBoard } from '../board-context'
import { LaneSuggestion } from '../capacity/limit-suggestion'
import styles from '../dialogs/dialogs.module.css'
import { SaveDialog } from '../dialogs/save-dialog'
import { LimitFields } from './limit-fields'
import { useLimitEdit } from './use-limit-edit'

export function LaneDialog({ lane, onClose }: { lane: string; onClose: () => void }) {
  const { handle, acts } = useBoard()
  const lanes = useSnapshot(handle, (board) => board.lanes)
  const index = lanes.findIndex((one) => one.id === lane)
  const now = lanes[index]?.name
  const [name, setName] = useState(now ?? '')
  const limit = useLimitEdit({ kind: 'lane', id: lane })
  if (now === undefined) return null
  const save = () => {
    if ((name === now || acts.settle(renameLane, { lane, name })) && limit.save()) onClose()
  }
  const remove = () => {
    if (acts.putAway(archiveLane, { lane }, now)) onClose()
  }
  return (
    <SaveDialog
      title={now}
      onSave={save}
      onClose={onClose}
      fields={
        <>
          <TextField label={text('board.lane.name')} value={name} onChange={setName} />
          <LimitFields
            edit={limit}
            label={text('board.column.limit')}
            explain={text('board.explain.inWork')}
          />
          <LaneSuggestion lane={lane} onTaken={limit.change} />
        </>
      }
    >
      <div className={styles.group}>
        <h3>{text('board.column.place')}</h3>
        <div className={styles.row}>
          <Button
            isDisabled={index <= 0}
            onPress={() => acts.run(moveLane, { lane, after: lanes[index - 2]?.id ?? null })}
          >
            {text('board.lane.up')}
          </Button>
          <Button
            isDisabled={index === lanes.length - 1}
            onPress={() => acts.run(moveLane, { lane, after: lanes[index + 1]?.id ?? null })}
          >
            {text('board.lane.down')}
          </Button>
          <Button onPress={remove}>{text('board.lane.remove')}</Button>
        </div>
      </div>
    </SaveDialog>
  )
}
