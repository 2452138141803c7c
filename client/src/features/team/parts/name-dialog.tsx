// One name, asked for in a dialog.
import { useState } from 'react'
import { Button } from '../../../design/button'
import { Dialog } from '../../../design/dialog'
import { TextField } from '../../../design/text-field'
import { text } from '../../../text'

interface NameDialogProps {
  readonly title: string
  readonly label: string
  readonly name: string
  /** A sentence where the name is not taken. */
  readonly onSave: (name: string) => string | undefined
  readonly onClose: () => void
}

export function NameDialog({ title, label, name, onSave, onClose }: NameDialogProps) {
  const [typed, setTyped] = useState(name)
  const [error, setError] = useState<string>()
  return (
    <Dialog
      isOpen
      title={title}
      onClose={onClose}
      footer={
        <Button look="main" type="submit" form="name-dialog">
          {text('team.save')}
        </Button>
      }
    >
      <form
        id="name-dialog"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          const refused = onSave(typed)
          if (refused === undefined) onClose()
          else setError(refused)
        }}
      >
        <TextField
          label={label}
          value={typed}
          onChange={(next) => {
            setTyped(next)
            setError(undefined)
          }}
          error={error}
          autoFocus
        />
      </form>
    </Dialog>
  )
}
