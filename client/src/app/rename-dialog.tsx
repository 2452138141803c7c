// Another name for a board or a map.
import { renameDocument, tidyName } from '@yokoten/shared/team'
import { useState } from 'react'
import { Button } from '../design/button'
import { Dialog } from '../design/dialog'
import { TextField } from '../design/text-field'
import { text } from '../text'
import type { AppTeam } from './device-context'

interface RenameDialogProps {
  readonly team: AppTeam
  readonly document: { readonly id: string; readonly name: string }
  readonly onClose: () => void
}

export default function RenameDialog({ team, document, onClose }: RenameDialogProps) {
  const [name, setName] = useState(document.name)
  const [failed, setFailed] = useState(false)
  const save = () => {
    const tidy = tidyName(name)
    if (tidy.ok && team.directory.run(renameDocument, { id: document.id, name: tidy.value }).ok) onClose()
    else setFailed(true)
  }
  return (
    <Dialog
      isOpen
      title={text('app.rename.title')}
      onClose={onClose}
      footer={
        <Button look="main" onPress={save}>
          {text('app.rename.save')}
        </Button>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <TextField
          label={text('app.rename.name')}
          value={name}
          onChange={setName}
          error={failed ? text('app.rename.failed') : undefined}
          autoFocus
        />
      </form>
    </Dialog>
  )
}
