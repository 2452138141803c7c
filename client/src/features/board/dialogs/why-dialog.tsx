// A full limit is passed with a reason: the board asks for it and keeps it with the move.
import { useState } from 'react'
import { limitOn } from '@yokoten/shared/board'
import type { LimitScope } from '@yokoten/shared/board'
import { Button } from '../../../design/button'
import { Dialog } from '../../../design/dialog'
import { TextField } from '../../../design/text-field'
import { useSnapshot } from '../../../react'
import { text } from '../../../text'
import { useBoard } from '../board-context'
import { scopeName } from '../scope-name'

type Full = ReturnType<typeof limitOn>
const sameLimit = (a: Full, b: Full): boolean => a?.used === b?.used && a?.limit === b?.limit

interface WhyDialogProps {
  readonly scope: LimitScope
  readonly again: (why: string) => void
  readonly onClose: () => void
}

export function WhyDialog({ scope, again, onClose }: WhyDialogProps) {
  const { handle, people } = useBoard()
  const [why, setWhy] = useState('')
  const full = useSnapshot(handle, (board) => limitOn(board, scope), sameLimit)
  const name = useSnapshot(handle, (board) => scopeName(board, people, scope))
  const submit = () => {
    if (why.trim() === '') return
    onClose()
    again(why)
  }
  return (
    <Dialog
      isOpen
      title={text('board.why.title', { column: name })}
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
