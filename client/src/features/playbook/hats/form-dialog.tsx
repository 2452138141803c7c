// A dialog with a few fields and one act; where the act is refused it stays open and says why.
import { useId, useState } from 'react'
import type { ReactNode } from 'react'
import { Button } from '../../../design/button'
import { Dialog } from '../../../design/dialog'
import type { Acted } from '../playbook-context'
import { refusalWords } from '../words'
import styles from './hats.module.css'

interface FormProps {
  readonly title: string
  readonly act: string
  /** Undefined once it is done; else why not, to be said in the form. */
  readonly onSave: () => Acted
  readonly onClose: () => void
  readonly children: ReactNode
}

export function FormDialog({ title, act, onSave, onClose, children }: FormProps) {
  const [error, setError] = useState<string>()
  const id = useId()
  return (
    <Dialog
      isOpen
      title={title}
      onClose={onClose}
      footer={
        <Button look="main" type="submit" form={id}>
          {act}
        </Button>
      }
    >
      <form
        id={id}
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          const acted = onSave()
          if (acted === 'done' || acted === 'asked') onClose()
          else setError(refusalWords(acted))
        }}
      >
        {children}
        {error !== undefined && (
          <p className={styles.error} role="alert">
            {error}
          </p>
        )}
      </form>
    </Dialog>
  )
}
