// A new card: its title is enough.
import { useState } from 'react'
import { Button } from '../../../design/button'
import { Dialog } from '../../../design/dialog'
import { Select } from '../../../design/select'
import { TextField } from '../../../design/text-field'
import { useSnapshot } from '../../../react'
import { text } from '../../../text'
import { useBoard } from '../board-context'
import styles from './dialogs.module.css'

export function AddDialog({ column, onClose }: { column: string; onClose: () => void }) {
  const { handle, acts } = useBoard()
  const [title, setTitle] = useState('')
  const [target, setTarget] = useState(column)
  const columns = useSnapshot(handle, (board) => board.columns)
  const add = (then: 'close' | 'again') => {
    if (title.trim() === '') return
    // Where it is refused the words stay.
    acts.add({ title, column: target, at: 'top' }, () => (then === 'close' ? onClose() : setTitle('')))
  }
  return (
    <Dialog
      isOpen
      title={text('board.add.title')}
      onClose={onClose}
      footer={
        <>
          <Button isDisabled={title.trim() === ''} onPress={() => add('again')}>
            {text('board.add.again')}
          </Button>
          <Button look="main" isDisabled={title.trim() === ''} onPress={() => add('close')}>
            {text('board.add.add')}
          </Button>
        </>
      }
    >
      <form
        className={styles.fields}
        onSubmit={(event) => {
          event.preventDefault()
          add('close')
        }}
      >
        <TextField
          autoFocus
          label={text('board.add.label')}
          placeholder={text('board.add.example')}
          value={title}
          onChange={setTitle}
        />
        <Select
          label={text('board.add.column')}
          value={target}
          onChange={setTarget}
          choices={columns.map((one) => ({ id: one.id, label: one.name }))}
        />
      </form>
    </Dialog>
  )
}
