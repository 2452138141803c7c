// Another name for a saved view.
import { renameView } from '@yokoten/shared/board'
import { useState } from 'react'
import { TextField } from '../../../design/text-field'
import { text } from '../../../text'
import { useBoard } from '../board-context'
import { SaveDialog } from '../dialogs/save-dialog'

export function ViewDialog({ view, onClose }: { view: string; onClose: () => void }) {
  const { handle, acts } = useBoard()
  const [name, setName] = useState(handle.get().views.find((one) => one.id === view)?.name ?? '')
  const save = () => {
    if (acts.run(renameView, { view, name })) onClose()
  }
  return (
    <SaveDialog
      title={text('board.view.rename')}
      onSave={save}
      onClose={onClose}
      fields={<TextField label={text('board.view.name')} value={name} onChange={setName} autoFocus />}
    />
  )
}
