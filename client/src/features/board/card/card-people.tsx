// Who is on the card: one joins or leaves oneself; another is invited and accepts. Nobody is assigned.
import { LifeBuoy } from 'lucide-react'
import { joinCard, leaveCard } from '@yokoten/shared/board'
import type { CardRow } from '@yokoten/shared/board'
import { Avatar } from '../../../design/avatar'
import { Button } from '../../../design/button'
import { useSnapshot } from '../../../react'
import { text } from '../../../text'
import { useBoard } from '../board-context'
import { AnswerInvitation, AnswersGiven, AskSomebody } from '../pull/card-invitations'
import { cardNamed } from '../words'
import styles from './card-sheet.module.css'

export function CardPeople({ row }: { row: CardRow }) {
  const { handle, acts, canWrite, people, me, askTeam } = useBoard()
  const guests = useSnapshot(handle, (board) => board.guests)
  const mine = me === undefined ? undefined : row.people[me]
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
      <AnswersGiven row={row} />
      {canWrite && (
        <div className={styles.stack}>
          <div className={styles.row}>
            {mine?.state === 'invited' && <AnswerInvitation card={row.id} />}
            {mine === undefined && (
              <Button onPress={() => acts.run(joinCard, { card: row.id })}>{text('board.joinCard')}</Button>
            )}
            {mine?.state === 'on' && (
              <Button onPress={() => acts.run(leaveCard, { card: row.id })}>{text('board.leaveCard')}</Button>
            )}
            {askTeam && (
              <Button icon={LifeBuoy} onPress={() => askTeam(row.id, cardNamed(handle.get(), row.id))}>
                {text('board.askTeam')}
              </Button>
            )}
          </div>
          <AskSomebody row={row} />
        </div>
      )}
    </section>
  )
}
