// A full column is entered with a reason: the board asks for it and keeps it with the move.
import { useState } from 'react'
import { Button } from '../../../design/button'
import { Dialog } from '../../../design/dialog'
import { TextField } from '../../../design/text-field'
import { useSnapshot } from '../../../react'
import { text } from '../../../text'
import { useBoard } from '../board-context'

interface WhyDialogProps {
  readonly column: string
  readonly again: (why: string) => void
  readonly onClose: () => void
}

export function WhyDialog({ column, again, onClose }: WhyDialogProps) {
  const { handle } = useBoard()
  const [why, setWhy] = useState('')
  const full = useSnapshot(handle, (board) => board.columnsById.get(column))
  const submit = () => {
    if (why.trim() === '') return
    onClose()
    again(why)
  }
  return (
    <Dialog
      isOpen
      title={text('board.why.title', { column: full?.name ?? '' })}
      note={text('board.why.note', { used: full?.used ?? 0, limit: full?.limit ?? 0 })}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{text('board.cancel')}</Button>
          <Button look="main" isDisabled={why.trim() === ''} onPress={submit}>
            {text('board.why.doIt')}
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <TextField autoFocus label={text('board.why.label')} value={why} onChange={setWhy} />
      </form>
    </Dialog>
  )
}
