// Who is on the card: one joins or leaves oneself; another is invited and accepts. Nobody is assigned.
import { inviteToCard, joinCard, leaveCard } from '@yokoten/shared/board'
import type { CardRow } from '@yokoten/shared/board'
import { useState } from 'react'
import { Avatar } from '../../../design/avatar'
import { Button } from '../../../design/button'
import { Select } from '../../../design/select'
import { useSnapshot } from '../../../react'
import { text } from '../../../text'
import { useBoard } from '../board-context'
import styles from './card-sheet.module.css'

export function CardPeople({ row }: { row: CardRow }) {
  const { handle, team, acts, canWrite, people, me } = useBoard()
  const guests = useSnapshot(handle, (board) => board.guests)
  const everybody = useSnapshot(team.directory, (directory) => directory.people)
  const [invitee, setInvitee] = useState('')
  const mine = me === undefined ? undefined : row.people[me]
  const others = everybody.filter((id) => id !== me && !row.people[id])
  return (
    <section className={styles.section}>
      <h3>{text('board.people')}</h3>
      <ul>
        {Object.entries(row.people).map(([id, place]) => {
          const person = people.get(id)
          const name = person?.name ?? guests.get(id)?.name ?? text('board.someone')
          return (
            <li key={id} className={styles.person}>
              {person && <Avatar person={person} size={24} isDecorative />}
              {place.state === 'invited'
                ? text('board.invitedBy', {
                    who: name,
                    by: people.get(place.by)?.name ?? text('board.someone'),
                  })
                : name}
            </li>
          )
        })}
        {Object.keys(row.people).length === 0 && <li className={styles.person}>{text('board.nobodyYet')}</li>}
      </ul>
      {canWrite && (
        <div className={styles.stack}>
          <div className={styles.row}>
            {mine?.state === 'invited' && (
              <>
                <Button look="main" onPress={() => acts.run(joinCard, { card: row.id })}>
                  {text('board.acceptInvitation')}
                </Button>
                <Button onPress={() => acts.run(leaveCard, { card: row.id })}>
                  {text('board.declineInvitation')}
                </Button>
              </>
            )}
            {mine === undefined && (
              <Button onPress={() => acts.run(joinCard, { card: row.id })}>{text('board.joinCard')}</Button>
            )}
            {mine?.state === 'on' && (
              <Button onPress={() => acts.run(leaveCard, { card: row.id })}>{text('board.leaveCard')}</Button>
            )}
          </div>
          {others.length > 0 && (
            <div className={styles.add}>
              <Select
                label={text('board.invite')}
                value={invitee}
                onChange={setInvitee}
                choices={[
                  { id: '', label: text('board.invitePick') },
                  ...others.map((id) => ({ id, label: people.get(id)?.name ?? '' })),
                ]}
              />
              <Button
                isDisabled={invitee === ''}
                onPress={() => {
                  if (acts.run(inviteToCard, { card: row.id, person: invitee })) setInvitee('')
                }}
              >
                {text('board.inviteDo')}
              </Button>
            </div>
          )}
        </div>
      )}
    </section>
  )
}
