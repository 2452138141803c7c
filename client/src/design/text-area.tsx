// Several lines of text that grow with what is typed.
import { FieldError } from 'react-aria-components/FieldError'
import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'
import { TextArea as AriaTextArea } from 'react-aria-components/TextArea'
import { TextField as AriaTextField } from 'react-aria-components/TextField'
import styles from './field.module.css'
import type { TextFieldProps } from './text-field'
import { VisuallyHidden } from './visually-hidden'

interface TextAreaProps extends Omit<TextFieldProps, 'inputRef'> {
  readonly rows?: number
}

export const TextArea = ({
  label,
  hideLabel = false,
  placeholder,
  note,
  error,
  rows = 3,
  ...rest
}: TextAreaProps) => (
  <AriaTextField {...rest} isInvalid={error !== undefined} className={styles.field ?? ''}>
    {hideLabel ? (
      <VisuallyHidden>
        <Label>{label}</Label>
      </VisuallyHidden>
    ) : (
      <Label className={styles.label ?? ''}>{label}</Label>
    )}
    <AriaTextArea
      rows={rows}
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
