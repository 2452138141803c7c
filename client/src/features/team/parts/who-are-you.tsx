// "Who are you?": the one question after joining, and what a shared tablet asks the next person.
import { useState } from 'react'
import type { TeamSnapshot } from '@yokoten/shared/team'
import { Avatar } from '../../../design/avatar'
import { Button } from '../../../design/button'
import { useReadable } from '../../../react'
import type { TeamSession } from '../../../session/api'
import { text } from '../../../text'
import { joinAs } from '../create-team'
import { PersonForm } from './person-form'
import styles from './who-are-you.module.css'

interface WhoAreYouProps {
  readonly team: TeamSession<TeamSnapshot>
  readonly onDone: () => void
}

export function WhoAreYou({ team, onDone }: WhoAreYouProps) {
  const directory = useReadable(team.directory)
  const current = useReadable(team.person)
  const [isAdding, setAdding] = useState(false)
  const asksForName = isAdding || directory.people.length === 0

  async function become(id: string) {
    await team.becomePerson(id)
    onDone()
  }

  return (
    <div className={styles.who}>
      {directory.people.length === 0 && <p className={styles.note}>{text('team.who.nobodyYet')}</p>}
      {directory.people.length > 0 && (
        <ul className={styles.people} aria-label={text('team.people')}>
          {directory.people.map((id) => {
            const person = directory.peopleById.get(id)
            return person ? (
              <li key={id}>
                <Button wide className={styles.person} onPress={() => void become(id)}>
                  <Avatar person={person} size={34} isDecorative />
                  <span className={styles.name}>{person.name}</span>
                  {id === current && <span className={styles.note}>{text('team.who.now')}</span>}
                </Button>
              </li>
            ) : null
          })}
        </ul>
      )}
      {asksForName ? (
        <PersonForm
          id="who-are-you"
          directory={directory}
          autoFocus={isAdding}
          onSubmit={async (person) => {
            const joined = await joinAs(team, person)
            if (!joined.ok) return joined.error
            onDone()
            return undefined
          }}
        >
          <Button look="main" large wide type="submit">
            {text('team.who.join')}
          </Button>
        </PersonForm>
      ) : (
        <Button look="quiet" wide onPress={() => setAdding(true)}>
          {text('team.who.notListed')}
        </Button>
      )}
    </div>
  )
}
