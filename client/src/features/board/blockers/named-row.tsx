// A name in a list that is changed where it stands: kept when one leaves the field, put back when it is left empty.
import { useState } from 'react'
import { TextField } from '../../../design/text-field'

interface NamedRowProps {
  readonly label: string
  readonly name: string
  readonly onRename: (name: string) => boolean
}

export function NamedRow({ label, name, onRename }: NamedRowProps) {
  const [typed, setTyped] = useState<string>()
  const keep = () => {
    if (typed !== undefined && typed.trim() !== '' && typed.trim() !== name) onRename(typed)
    setTyped(undefined)
  }
  return (
    <TextField
      label={label}
      hideLabel
      value={typed ?? name}
      onChange={setTyped}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter') keep()
        else event.continuePropagation()
      }}
    />
  )
}
