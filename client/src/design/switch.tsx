// On or off, at once: for settings, where there is no "save".
import { Switch as AriaSwitch } from 'react-aria-components/Switch'
import styles from './switch.module.css'

interface SwitchProps {
  readonly label: string
  readonly note?: string
  readonly isSelected: boolean
  readonly onChange: (isSelected: boolean) => void
  readonly isDisabled?: boolean
}

export const Switch = ({ label, note, isSelected, onChange, isDisabled = false }: SwitchProps) => (
  <AriaSwitch
    isSelected={isSelected}
    onChange={onChange}
    isDisabled={isDisabled}
    className={styles.switch ?? ''}
  >
    <span className={styles.track} aria-hidden />
    <span className={styles.words}>
      <span>{label}</span>
      {note && <span className={styles.note}>{note}</span>}
    </span>
  </AriaSwitch>
)
