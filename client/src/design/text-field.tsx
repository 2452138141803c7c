// One line of text with its label, a note, and what is wrong with it.
import type { HTMLInputAutoCompleteAttribute, Ref } from 'react'
import { FieldError } from 'react-aria-components/FieldError'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'
import { TextField as AriaTextField } from 'react-aria-components/TextField'
import type { TextFieldProps as AriaTextFieldProps } from 'react-aria-components/TextField'
import styles from './field.module.css'
import { VisuallyHidden } from './visually-hidden'

export interface TextFieldProps extends Omit<
  AriaTextFieldProps,
  'className' | 'style' | 'children' | 'autoComplete'
> {
  readonly label: string
  /** Keeps the label for screen readers only. */
  readonly hideLabel?: boolean
  readonly placeholder?: string
  readonly note?: string | undefined
  /** A sentence; while there is one the field is invalid. */
  readonly error?: string | undefined
  readonly inputRef?: Ref<HTMLInputElement>
  readonly autoComplete?: HTMLInputAutoCompleteAttribute
}

export const TextField = ({
  label,
  hideLabel = false,
  placeholder,
  note,
  error,
  inputRef,
  autoComplete = 'off',
  ...rest
}: TextFieldProps) => (
  <AriaTextField
    {...rest}
    autoComplete={autoComplete}
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
    <Input
      {...(inputRef && { ref: inputRef })}
      {...(placeholder !== undefined && { placeholder })}
      className={styles.input ?? ''}
    />
    {note && (
      <Text slot="description" className={styles.note}>
        {note}
      </Text>
    )}
    <FieldError className={styles.error ?? ''}>{error}</FieldError>
  </AriaTextField>
)
