// Another name for a saved view.
import { renameView } from '@yokoten/shared/board'
import { useState } from 'react'
import { Button } from '../../../design/button'
import { Dialog } from '../../../design/dialog'
import { TextField } from '../../../design/text-field'
import { text } from '../../../text'
import { useBoard } from '../board-context'

export function ViewDialog({ view, onClose }: { view: string; onClose: () => void }) {
  const { handle, acts } = useBoard()
  const [name, setName] = useState(handle.get().views.find((one) => one.id === view)?.name ?? '')
  const save = () => {
    if (acts.run(renameView, { view, name })) onClose()
  }
  return (
    <Dialog
      isOpen
      title={text('board.view.rename')}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{text('board.cancel')}</Button>
          <Button look="main" onPress={save}>
            {text('board.save')}
          </Button>
        </>
      }
    >
      <TextField
        label={text('board.view.name')}
        value={name}
        onChange={setName}
        autoFocus
        onKeyDown={(event) => {
          if (event.key === 'Enter') save()
        }}
      />
    </Dialog>
  )
}
