// A number with its unit, typed or stepped; empty is undefined, never zero.
import { Minus, Plus } from 'lucide-react'
import { FieldError } from 'react-aria-components/FieldError'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { NumberField as AriaNumberField } from 'react-aria-components/NumberField'
import type { NumberFieldProps as AriaNumberFieldProps } from 'react-aria-components/NumberField'
import { Text } from 'react-aria-components/Text'
import { Button } from './button'
import styles from './field.module.css'
import { VisuallyHidden } from './visually-hidden'

interface NumberFieldProps extends Omit<
  AriaNumberFieldProps,
  'className' | 'style' | 'children' | 'value' | 'onChange'
> {
  readonly label: string
  readonly hideLabel?: boolean
  readonly value: number | undefined
  readonly onChange: (value: number | undefined) => void
  /** Shown behind the number. */
  readonly unit?: string
  readonly note?: string
  readonly error?: string | undefined
  readonly withSteppers?: boolean
}

export const NumberField = ({
  label,
  hideLabel = false,
  value,
  onChange,
  unit,
  note,
  error,
  withSteppers = false,
  ...rest
}: NumberFieldProps) => (
  <AriaNumberField
    {...rest}
    value={value ?? Number.NaN}
    onChange={(next) => onChange(Number.isNaN(next) ? undefined : next)}
    isInvalid={error !== undefined}
    className={styles.field ?? ''}
  >
    {hideLabel ? (
      <VisuallyHidden>
        <Label>{label}</Label>
      </VisuallyHidden>
    ) : (
      <Label className={styles.label ?? ''}>{label}</Label>
    )}
    <div className={styles.number}>
      {withSteppers && <Button slot="decrement" icon={Minus} iconOnly />}
      <Input className={styles.input ?? ''} />
      {withSteppers && <Button slot="increment" icon={Plus} iconOnly />}
      {unit && <span className={styles.unit}>{unit}</span>}
    </div>
    {note && (
      <Text slot="description" className={styles.note}>
        {note}
      </Text>
    )}
    <FieldError className={styles.error ?? ''}>{error}</FieldError>
  </AriaNumberField>
)
