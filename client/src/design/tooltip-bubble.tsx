// The bubble of a tooltip, loaded the first time one is needed.
import type { ReactNode, RefObject } from 'react'
import { Tooltip, TooltipTriggerStateContext } from 'react-aria-components/Tooltip'
import styles from './tooltip.module.css'

export default function TooltipBubble({
  anchor,
  onClose,
  children,
}: {
  anchor: RefObject<HTMLElement | null>
  /** What it points at scrolls away. */
  onClose: () => void
  children: ReactNode
}) {
  // The library's bubble cannot be drawn without the state of a trigger, also where it is told to be open.
  return (
    <TooltipTriggerStateContext
      value={{ isOpen: true, shouldSkipAnimation: true, open: () => undefined, close: onClose }}
    >
      <Tooltip isOpen triggerRef={anchor} offset={6} className={styles.tooltip ?? ''}>
        {children}
      </Tooltip>
    </TooltipTriggerStateContext>
  )
}
