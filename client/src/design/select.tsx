// One of several, in a form: the device's own list, which gloves and screen readers know and which costs no script.
import { ChevronDown } from 'lucide-react'
import { useId } from 'react'
import styles from './field.module.css'
import { Icon } from './icon'
import { VisuallyHidden } from './visually-hidden'

export interface Choice<T extends string> {
  readonly id: T
  readonly label: string
  readonly isDisabled?: boolean
}

interface SelectProps<T extends string> {
  readonly label: string
  readonly hideLabel?: boolean
  readonly choices: readonly Choice<T>[]
  readonly value: T
  readonly onChange: (value: T) => void
  readonly note?: string
  readonly isDisabled?: boolean
}

export function Select<T extends string>({
  label,
  hideLabel = false,
  choices,
  value,
  onChange,
  note,
  isDisabled = false,
}: SelectProps<T>) {
  const id = useId()
  const caption = (
    <label htmlFor={id} className={styles.label}>
      {label}
    </label>
  )
  return (
    <div className={styles.field}>
      {hideLabel ? <VisuallyHidden>{caption}</VisuallyHidden> : caption}
      <div className={styles.select}>
        <select
          id={id}
          className={styles.input}
          value={value}
          disabled={isDisabled}
          aria-describedby={note ? `${id}-note` : undefined}
          onChange={(event) => {
            const chosen = choices.find((choice) => choice.id === event.target.value)
            if (chosen) onChange(chosen.id)
          }}
        >
          {choices.map((choice) => (
            <option key={choice.id} value={choice.id} disabled={choice.isDisabled}>
              {choice.label}
            </option>
          ))}
        </select>
        <Icon of={ChevronDown} size={16} />
      </div>
      {note && (
        <span id={`${id}-note`} className={styles.note}>
          {note}
        </span>
      )}
    </div>
  )
}
