// A small toggle: pressed or not, said to screen readers as such.
import { ToggleButton } from 'react-aria-components/ToggleButton'
import type { ReactNode } from 'react'
import styles from './finding.module.css'

interface ChipProps {
  readonly isOn: boolean
  readonly onChange: (isOn: boolean) => void
  readonly children: ReactNode
}

export const Chip = ({ isOn, onChange, children }: ChipProps) => (
  <ToggleButton className={styles.chip ?? ''} isSelected={isOn} onChange={onChange}>
    <span className={styles.words}>{children}</span>
  </ToggleButton>
)
