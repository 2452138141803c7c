// A small panel beside what was pressed; its code is loaded when the button is first pointed at.
import { Suspense, lazy, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { Button } from './button'
import type { ButtonProps } from './button'
import type { PopoverPanelProps } from './popover-panel'

const load = () => import('./popover-panel')
const PopoverPanel = lazy(load)

/** For a panel beside something that is not a button of ours: give the anchor yourself. */
export const Popover = ({ isOpen, ...rest }: PopoverPanelProps & { isOpen: boolean }) =>
  isOpen ? (
    <Suspense>
      <PopoverPanel {...rest} />
    </Suspense>
  ) : null

interface PopoverButtonProps extends Omit<ButtonProps, 'children' | 'ref'> {
  /** Names the panel, and the button where it has no words. */
  readonly label: string
  readonly button?: ReactNode
  readonly placement?: PopoverPanelProps['placement']
  readonly children: ReactNode | ((close: () => void) => ReactNode)
}

export function PopoverButton({ label, button, placement, children, ...rest }: PopoverButtonProps) {
  const anchor = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  const close = () => setOpen(false)
  return (
    <>
      <Button
        {...rest}
        {...(button === undefined && { 'aria-label': label })}
        ref={anchor}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onHoverStart={() => void load()}
        onPress={() => setOpen(!isOpen)}
      >
        {button}
      </Button>
      <Popover
        isOpen={isOpen}
        label={label}
        anchor={anchor}
        onClose={close}
        {...(placement && { placement })}
      >
        {typeof children === 'function' ? children(close) : children}
      </Popover>
    </>
  )
}
