// A person's name and colour, for oneself when joining and for anybody later.
import { useState } from 'react'
import type { ReactNode } from 'react'
import { nextColour, tidyName } from '@yokoten/shared/team'
import type { TeamSnapshot } from '@yokoten/shared/team'
import { Avatar } from '../../../design/avatar'
import { TextField } from '../../../design/text-field'
import { text } from '../../../text'
import { refusalWords } from '../words'
import type { TeamRefused } from '../words'
import { ColourPicker } from './colour-picker'
import styles from './person-form.module.css'

export interface PersonWords {
  readonly name: string
  readonly colour: string
}

interface PersonFormProps {
  readonly id: string
  readonly directory: TeamSnapshot
  /** The person that is edited; undefined for a new one. */
  readonly person?: string
  readonly autoFocus?: boolean
  readonly onSubmit: (person: PersonWords) => Promise<TeamRefused | undefined> | TeamRefused | undefined
  readonly children?: ReactNode
}

/** Submitted by a button with `type="submit"` and `form={id}`, inside or outside. */
export function PersonForm({
  id,
  directory,
  person,
  autoFocus = false,
  onSubmit,
  children,
}: PersonFormProps) {
  const before = person === undefined ? undefined : directory.peopleById.get(person)
  const [name, setName] = useState(before?.name ?? '')
  const [chosen, setChosen] = useState(before?.colour)
  const [error, setError] = useState<string>()
  const colour = chosen ?? nextColour(directory)
  const others = directory.people.flatMap((other) => {
    const known = other === person ? undefined : directory.peopleById.get(other)
    return known ? [known] : []
  })
  const tidy = tidyName(name)
  const namesake =
    tidy.ok && others.some((other) => other.name.toLowerCase() === tidy.value.toLowerCase())
      ? text('team.person.namesake', { name: tidy.value })
      : undefined

  async function submit() {
    if (!tidy.ok) return setError(refusalWords(tidy.error))
    const refused = await onSubmit({ name: tidy.value, colour })
    setError(refused && refusalWords(refused))
  }

  return (
    <form
      id={id}
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <div className={styles.name}>
        <TextField
          label={text('team.person.name')}
          value={name}
          onChange={(next) => {
            setName(next)
            setError(undefined)
          }}
          error={error}
          note={namesake}
          autoComplete="given-name"
          autoFocus={autoFocus}
        />
        <Avatar person={{ name: tidy.ok ? tidy.value : '?', colour }} size={44} isDecorative />
      </div>
      <ColourPicker
        value={colour}
        onChange={setChosen}
        takenBy={new Map(others.map((other) => [other.colour, other.name]))}
      />
      {children}
    </form>
  )
}
