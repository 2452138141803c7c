// The panel of dialogs and sheets, loaded when one opens for the first time.
import { X } from 'lucide-react'
import { useLayoutEffect } from 'react'
import type { ReactNode } from 'react'
import { Dialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { text } from '../text'
import { classNames } from './class-names'
import { IconButton } from './icon-button'
import styles from './overlay.module.css'

export interface ModalProps {
  readonly title: string
  /** One line under the title. */
  readonly note?: ReactNode
  readonly onClose: () => void
  readonly children: ReactNode
  /** Buttons at the end, the main one last. */
  readonly footer?: ReactNode
  readonly wide?: boolean
  /** False: only a button in it closes it, for what must be answered. */
  readonly isDismissable?: boolean
  /** Words only, with nothing in them to reach: the keyboard scrolls them themselves. */
  readonly isReading?: boolean
  /** For questions that interrupt. */
  readonly role?: 'dialog' | 'alertdialog'
}

let open = 0

/** Said at the root: what else stands on the screen's edge makes way. One may lie over another. */
function useSaidAtRoot(): void {
  useLayoutEffect(() => {
    const say = (change: number) => {
      open += change
      document.documentElement.toggleAttribute('data-modal', open > 0)
    }
    say(1)
    return () => say(-1)
  }, [])
}

export default function ModalPanel({
  shape,
  title,
  note,
  onClose,
  children,
  footer,
  wide = false,
  isDismissable = true,
  isReading = false,
  role = 'dialog',
}: ModalProps & { shape: 'dialog' | 'sheet' }) {
  const isSheet = shape === 'sheet'
  useSaidAtRoot()
  return (
    <ModalOverlay
      isOpen
      isDismissable={isDismissable}
      isKeyboardDismissDisabled={!isDismissable}
      onOpenChange={(isOpen) => !isOpen && onClose()}
      className={classNames(styles.veil, isSheet ? styles.sheetVeil : styles.dialogVeil)}
    >
      <Modal className={classNames(isSheet ? styles.sheet : styles.modal, wide && styles.wide)}>
        <Dialog role={role} className={styles.panel ?? ''}>
          <header className={styles.head}>
            <div className={styles.headWords}>
              <Heading slot="title" className={styles.title ?? ''}>
                {title}
              </Heading>
              {note && <p className={styles.note}>{note}</p>}
            </div>
            {isDismissable && <IconButton icon={X} label={text('design.close')} onPress={onClose} />}
          </header>
          <div
            className={styles.body}
            {...(isReading && { tabIndex: 0, role: 'group', 'aria-label': title })}
          >
            {children}
          </div>
          {footer && <footer className={styles.foot}>{footer}</footer>}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
