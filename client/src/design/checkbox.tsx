// A box to tick, with its words.
import { Check, Minus } from 'lucide-react'
import type { ReactNode } from 'react'
import { Checkbox as AriaCheckbox } from 'react-aria-components/Checkbox'
import { Icon } from './icon'
import styles from './switch.module.css'

interface CheckboxProps {
  /** Words beside the box; with `label` alone the box stands without visible words. */
  readonly children?: ReactNode
  readonly label?: string
  readonly isSelected: boolean
  readonly isIndeterminate?: boolean
  readonly onChange: (isSelected: boolean) => void
  readonly isDisabled?: boolean
}

export const Checkbox = ({
  children,
  label,
  isSelected,
  isIndeterminate = false,
  onChange,
  isDisabled = false,
}: CheckboxProps) => (
  <AriaCheckbox
    {...(label !== undefined && { 'aria-label': label })}
    isSelected={isSelected}
    isIndeterminate={isIndeterminate}
    onChange={onChange}
    isDisabled={isDisabled}
    className={styles.check ?? ''}
  >
    <span className={styles.box} aria-hidden>
      <Icon of={isIndeterminate ? Minus : Check} size={16} />
    </span>
    {children}
  </AriaCheckbox>
)
