// A field of a sheet or dialog that keeps what was typed when it is left, and says what was wrong.
import { useEffect, useRef, useState } from 'react'
import { TextField } from '../../design/text-field'

interface TypedFieldProps {
  readonly label: string
  readonly typed: string
  readonly onKeep: (typed: string) => string | undefined
  readonly placeholder?: string
  readonly note?: string | undefined
  readonly isReadOnly?: boolean
}

export function TypedField({ label, typed, onKeep, placeholder, note, isReadOnly = false }: TypedFieldProps) {
  const [value, setValue] = useState(typed)
  const [error, setError] = useState<string>()
  const isTyping = useRef(false)
  // What somebody else writes meanwhile is shown, but never under the fingers of who types.
  useEffect(() => {
    if (!isTyping.current) setValue(typed)
  }, [typed])
  const keep = () => {
    isTyping.current = false
    if (value === typed) return setError(undefined)
    const refusal = onKeep(value)
    setError(refusal)
    if (refusal !== undefined) isTyping.current = true
  }
  return (
    <TextField
      label={label}
      value={value}
      onChange={(next) => {
        isTyping.current = true
        setValue(next)
        setError(undefined)
      }}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter') keep()
        // Else the dialog around would never hear of Escape.
        event.continuePropagation()
      }}
      error={error}
      note={note}
      isReadOnly={isReadOnly}
      {...(placeholder === undefined ? {} : { placeholder })}
    />
  )
}
