// The bubble of a tooltip, loaded the first time one is needed.
import type { ReactNode, RefObject } from 'react'
import { Tooltip } from 'react-aria-components/Tooltip'
import styles from './tooltip.module.css'

export default function TooltipBubble({
  anchor,
  children,
}: {
  anchor: RefObject<HTMLElement | null>
  children: ReactNode
}) {
  return (
    <Tooltip isOpen triggerRef={anchor} offset={6} className={styles.tooltip ?? ''}>
      {children}
    </Tooltip>
  )
}
