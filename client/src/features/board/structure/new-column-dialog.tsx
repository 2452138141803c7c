// A new column: its name and where it stands; what it is for follows from its place.
import { useState } from 'react'
import { addColumn } from '@yokoten/shared/board'
import { Button } from '../../../design/button'
import { Dialog } from '../../../design/dialog'
import { Select } from '../../../design/select'
import { TextField } from '../../../design/text-field'
import { useSnapshot } from '../../../react'
import { text } from '../../../text'
import { useBoard } from '../board-context'
import styles from '../dialogs/dialogs.module.css'

export function NewColumnDialog({ onClose }: { onClose: () => void }) {
  const { handle, acts } = useBoard()
  const columns = useSnapshot(handle, (board) => board.columns)
  const [name, setName] = useState('')
  const [after, setAfter] = useState(columns.at(-2)?.id ?? columns.at(-1)?.id ?? '')
  const submit = () => {
    if (acts.settle(addColumn, { name, after })) onClose()
  }
  return (
    <Dialog
      isOpen
      title={text('board.column.new')}
      onClose={onClose}
      footer={
        <Button look="main" isDisabled={name.trim() === ''} onPress={submit}>
          {text('board.column.add')}
        </Button>
      }
    >
      <form
        className={styles.fields}
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <TextField autoFocus label={text('board.column.name')} value={name} onChange={setName} />
        <Select
          label={text('board.column.after')}
          value={after}
          onChange={setAfter}
          choices={columns.map((column) => ({ id: column.id, label: column.name }))}
        />
      </form>
    </Dialog>
  )
}
