// A button that opens a list of acts; the list's code is loaded when the button is first pointed at.
import { ChevronDown } from 'lucide-react'
import { Suspense, lazy, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { Button } from './button'
import type { ButtonProps } from './button'
import { Icon } from './icon'
import type { LucideIcon } from './icon'

const load = () => import('./menu-panel')
const MenuPanel = lazy(load)

export interface MenuEntry {
  readonly id: string
  readonly label: string
  readonly icon?: LucideIcon
  /** A second line. */
  readonly note?: string
  /** The shortcut, as shown. */
  readonly keys?: string | undefined
  readonly look?: 'plain' | 'stop'
  readonly isSelected?: boolean
  readonly isDisabled?: boolean
  run(): void
}

export interface MenuGroup {
  readonly id: string
  readonly label?: string
  readonly entries: readonly MenuEntry[]
}

interface MenuProps extends Omit<ButtonProps, 'children' | 'ref'> {
  /** Names the menu, and the button where it has no words. */
  readonly label: string
  readonly button?: ReactNode
  readonly groups: readonly MenuGroup[]
  readonly placement?: 'bottom start' | 'bottom end' | 'top start' | 'top end'
  readonly withArrow?: boolean
}

export function Menu({
  label,
  button,
  groups,
  placement = 'bottom start',
  withArrow = false,
  ...rest
}: MenuProps) {
  const anchor = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button
        {...rest}
        {...(button === undefined && { 'aria-label': label, iconOnly: true })}
        ref={anchor}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onHoverStart={() => void load()}
        onPress={() => setOpen(!isOpen)}
      >
        {button}
        {withArrow && <Icon of={ChevronDown} size={16} />}
      </Button>
      {isOpen && (
        <Suspense>
          <MenuPanel
            label={label}
            groups={groups}
            anchor={anchor}
            placement={placement}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
    </>
  )
}
