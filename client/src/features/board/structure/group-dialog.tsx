// A group of columns: its name, its limit, and taking it apart.
import { useState } from 'react'
import { dissolveGroup, renameGroup } from '@yokoten/shared/board'
import { Button } from '../../../design/button'
import { TextField } from '../../../design/text-field'
import { useSnapshot } from '../../../react'
import { text } from '../../../text'
import { useBoard } from '../board-context'
import styles from '../dialogs/dialogs.module.css'
import { SaveDialog } from '../dialogs/save-dialog'
import { LimitFields } from './limit-fields'
import { useLimitEdit } from './use-limit-edit'

export function GroupDialog({ group, onClose }: { group: string; onClose: () => void }) {
  const { handle, acts } = useBoard()
  const now = useSnapshot(handle, (board) => board.groups.get(group)?.name)
  const [name, setName] = useState(now ?? '')
  const limit = useLimitEdit({ kind: 'group', id: group })
  if (now === undefined) return null
  const save = () => {
    if ((name === now || acts.settle(renameGroup, { group, name })) && limit.save()) onClose()
  }
  return (
    <SaveDialog
      title={now}
      onSave={save}
      onClose={onClose}
      fields={
        <>
          <TextField label={text('board.group.name')} value={name} onChange={setName} />
          <LimitFields
            edit={limit}
            label={text('board.column.limit')}
            explain={text('board.explain.group')}
          />
        </>
      }
    >
      <div className={styles.group}>
        <Button onPress={() => acts.putAway(dissolveGroup, { group }, now) && onClose()}>
          {text('board.group.dissolve')}
        </Button>
      </div>
    </SaveDialog>
  )
}
