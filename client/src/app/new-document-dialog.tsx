// The form for a new board or map as a dialog.
import { Dialog } from '../design/dialog'
import { text } from '../text'
import type { DocumentKind } from './document-contents'
import type { AppTeam } from './device-context'
import NewDocumentForm from './new-document-form'

interface NewDocumentDialogProps {
  readonly team: AppTeam
  readonly kind: DocumentKind
  readonly onClose: () => void
}

export default function NewDocumentDialog({ team, kind, onClose }: NewDocumentDialogProps) {
  return (
    <Dialog isOpen title={text(kind === 'map' ? 'app.new.map' : 'app.new.board')} onClose={onClose}>
      <NewDocumentForm team={team} kind={kind} onDone={onClose} />
    </Dialog>
  )
}
