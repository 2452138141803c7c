// A new team in one step: its name and the name of whoever makes it.
import { useState } from 'react'
import type { TeamSnapshot } from '@yokoten/shared/team'
import { Button } from '../../../design/button'
import { TextField } from '../../../design/text-field'
import type { Device, TeamSession } from '../../../session/api'
import { text } from '../../../text'
import { checkNewTeam, createTeam } from '../create-team'
import type { NewTeamRefused } from '../create-team'
import { refusalWords } from '../words'
import styles from './person-form.module.css'

interface CreateFormProps {
  readonly device: Device<TeamSnapshot>
  /** On a device without a team this is the one loud act of the page. */
  readonly isFirst: boolean
  readonly onCreated: (team: TeamSession<TeamSnapshot>) => void
}

export function CreateForm({ device, isFirst, onCreated }: CreateFormProps) {
  const [team, setTeam] = useState('')
  const [person, setPerson] = useState('')
  const [errors, setErrors] = useState<NewTeamRefused>()
  const [failure, setFailure] = useState<string>()
  const [isMaking, setMaking] = useState(false)

  async function submit() {
    const refused = checkNewTeam({ team, person })
    setErrors(refused)
    if (refused || isMaking) return
    setMaking(true)
    setFailure(undefined)
    try {
      const made = await createTeam(device, { team, person })
      if (made.ok) onCreated(made.value)
      else setFailure(refusalWords(made.error))
    } catch {
      setFailure(text('team.start.failed'))
    } finally {
      setMaking(false)
    }
  }

  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <TextField
        label={text('team.name')}
        placeholder={text('team.namePlaceholder')}
        value={team}
        onChange={setTeam}
        error={errors?.team && text('team.refused.teamNameEmpty')}
      />
      <TextField
        label={text('team.person.yourName')}
        value={person}
        onChange={setPerson}
        error={errors?.person && refusalWords(errors.person)}
        autoComplete="given-name"
      />
      {failure && <p role="alert">{failure}</p>}
      <Button look={isFirst ? 'main' : 'plain'} large={isFirst} type="submit" isDisabled={isMaking}>
        {text('team.start.createAct')}
      </Button>
    </form>
  )
}
