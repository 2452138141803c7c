// A day of a card: written when one leaves it, not while its parts are typed, so that no half-typed year is anybody's news.
import { useEffect, useRef, useState } from 'react'
import { TextField } from '../../../design/text-field'

interface DateFieldProps {
  readonly label: string
  /** `YYYY-MM-DD`, or null for none. */
  readonly value: string | null
  readonly isReadOnly: boolean
  readonly onChange: (value: string | null) => void
}

export function DateField({ label, value, isReadOnly, onChange }: DateFieldProps) {
  const [draft, setDraft] = useState<string>()
  const shown = draft ?? value ?? ''
  const commit = () => {
    if (draft !== undefined && draft !== (value ?? '')) onChange(draft === '' ? null : draft)
    setDraft(undefined)
  }
  // A sheet closed by a key takes the field away without its being left.
  const last = useRef(commit)
  useEffect(() => {
    last.current = commit
  })
  useEffect(() => () => last.current(), [])
  return (
    <TextField
      label={label}
      type="date"
      isReadOnly={isReadOnly}
      value={shown}
      onChange={setDraft}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit()
        else event.continuePropagation()
      }}
    />
  )
}
