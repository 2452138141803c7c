// The panel of a popover, loaded when one opens for the first time.
import type { ReactNode, RefObject } from 'react'
import { Dialog } from 'react-aria-components/Dialog'
import { Popover } from 'react-aria-components/Popover'
import styles from './overlay.module.css'

export interface PopoverPanelProps {
  readonly label: string
  readonly anchor: RefObject<Element | null>
  readonly onClose: () => void
  readonly children: ReactNode
  readonly placement?: 'bottom' | 'bottom start' | 'bottom end' | 'top' | 'right'
}

export default function PopoverPanel({
  label,
  anchor,
  onClose,
  children,
  placement = 'bottom',
}: PopoverPanelProps) {
  return (
    <Popover
      isOpen
      triggerRef={anchor}
      trigger="DialogTrigger"
      placement={placement}
      onOpenChange={(isOpen) => !isOpen && onClose()}
      className={styles.popover ?? ''}
    >
      <Dialog aria-label={label} className={styles.words ?? ''}>
        {children}
      </Dialog>
    </Popover>
  )
}
