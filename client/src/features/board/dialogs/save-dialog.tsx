// A dialog of fields that are saved together: by the button, or by Enter in any of them.
import type { ReactNode } from 'react'
import { Button } from '../../../design/button'
import { Dialog } from '../../../design/dialog'
import { text } from '../../../text'
import styles from './dialogs.module.css'

interface SaveDialogProps {
  readonly title: string
  readonly fields: ReactNode
  /** Closes the dialog itself when everything was taken. */
  readonly onSave: () => void
  readonly onClose: () => void
  /** What is done at once, below the fields. */
  readonly children?: ReactNode
}

export function SaveDialog({ title, fields, onSave, onClose, children }: SaveDialogProps) {
  return (
    <Dialog
      isOpen
      title={title}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{text('board.cancel')}</Button>
          <Button look="main" onPress={onSave}>
            {text('board.save')}
          </Button>
        </>
      }
    >
      <form
        className={styles.fields}
        onSubmit={(event) => {
          event.preventDefault()
          onSave()
        }}
      >
        {fields}
      </form>
      {children}
    </Dialog>
  )
}
