// Where the team has agreed that inviting is not for one alone: whom it is for, and the invitations that stand.
import { useState } from 'react'
import { isNotFree } from '@yokoten/shared/kernel'
import type { Permit } from '@yokoten/shared/kernel'
import { INVITATION_DAYS, invitePerson, invitedAt, withdrawInvitation } from '@yokoten/shared/team'
import type { TeamSnapshot } from '@yokoten/shared/team'
import { Button } from '../../../design/button'
import section from '../../../design/section.module.css'
import { TextField } from '../../../design/text-field'
import { useNow, useReadable } from '../../../react'
import type { TeamSession } from '../../../session/api'
import { text } from '../../../text'
import { refusalWords } from '../words'
import styles from './invite-dialog.module.css'

const dayFormat = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' })

interface InviteFirstProps {
  readonly team: TeamSession<TeamSnapshot>
  readonly level: Exclude<Permit['level'], 'free'>
  /** Somebody may be shown the way in now. */
  readonly onShow: (name: string) => void
  /** The team is being asked, somewhere else. */
  readonly onAsked: () => void
}

export function InviteFirst({ team, level, onShow, onAsked }: InviteFirstProps) {
  const { invited, peopleById } = useReadable(team.directory)
  const now = useNow()
  const [name, setName] = useState('')
  const [error, setError] = useState<string>()
  const standing = invitedAt(invited, now)
  const isTold = level === 'tell'

  function ask() {
    const done = team.directory.run(invitePerson, { name })
    if (done.ok) onShow(name.trim())
    else if (isNotFree(done.error)) onAsked()
    else setError(refusalWords(done.error))
  }

  return (
    <div className={styles.words}>
      <form
        className={styles.words}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          ask()
        }}
      >
        <p>{text(isTold ? 'team.invite.tells' : 'team.invite.asks', { days: INVITATION_DAYS })}</p>
        <TextField
          label={text('team.invite.who')}
          value={name}
          onChange={(next) => {
            setName(next)
            setError(undefined)
          }}
          error={error}
        />
        <div className={styles.acts}>
          <Button look="main" type="submit">
            {text(isTold ? 'team.invite.tell' : 'team.invite.ask')}
          </Button>
        </div>
      </form>
      {standing.length > 0 && (
        <section aria-labelledby="invite-made">
          <h3 id="invite-made" className={styles.made}>
            {text('team.invite.made')}
          </h3>
          <ul className={section.rows}>
            {standing.map((one) => (
              <li key={one.id} className={section.row}>
                <span className={section.words}>
                  {one.name}
                  <small>
                    {text('team.invite.madeBy', {
                      who: peopleById.get(one.by)?.name ?? text('team.person.unnamed'),
                      day: dayFormat.format(one.at),
                    })}
                  </small>
                </span>
                <Button
                  look="quiet"
                  aria-label={text('team.invite.withdrawFor', { name: one.name })}
                  onPress={() => team.directory.run(withdrawInvitation, { id: one.id })}
                >
                  {text('team.invite.withdraw')}
                </Button>
                <Button
                  aria-label={text('team.invite.showFor', { name: one.name })}
                  onPress={() => onShow(one.name)}
                >
                  {text('team.invite.show')}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
