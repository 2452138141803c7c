// On the card: asking somebody to it, handing it over, and what became of the asking. Nobody is put on it by another.
import {
  acceptInvitation,
  declineInvitation,
  inviteToCard,
  moveCard,
  placeOf,
  pulledByAccepting,
  spokenId,
  withdrawInvitation,
} from '@yokoten/shared/board'
import type { CardRow } from '@yokoten/shared/board'
import { useState } from 'react'
import { Button } from '../../../design/button'
import { Select } from '../../../design/select'
import { useSnapshot } from '../../../react'
import { text } from '../../../text'
import { useBoard } from '../board-context'
import styles from '../card/card-sheet.module.css'

/** The invited person's answer. */
export function AnswerInvitation({ card }: { card: string }) {
  const { handle, acts } = useBoard()
  const pulls = useSnapshot(handle, (board) => pulledByAccepting(board, card) !== null)
  return (
    <>
      <Button look="main" onPress={() => acts.enter(acceptInvitation, { card })}>
        {pulls
          ? text('board.pullOne', { card: spokenId(handle.get(), card) })
          : text('board.acceptInvitation')}
      </Button>
      <Button onPress={() => acts.run(declineInvitation, { card })}>{text('board.declineInvitation')}</Button>
    </>
  )
}

/** Those who said not now, by name, and the taking back of one's own asking. */
export function AnswersGiven({ row }: { row: CardRow }) {
  const { acts, people, me, canWrite } = useBoard()
  const nameOf = (id: string) => people.get(id)?.name ?? text('board.someone')
  const asked = Object.entries(row.people).filter(([, place]) => place.state === 'invited' && place.by === me)
  const declined = Object.entries(row.answers).filter(([, answer]) => answer.kind === 'declined')
  if (declined.length === 0 && asked.length === 0) return null
  return (
    <>
      {declined.map(([id, answer]) => (
        <p key={id} className={styles.person}>
          {text('board.invitation.declinedTo', { who: nameOf(id), by: nameOf(answer.to) })}
        </p>
      ))}
      {canWrite && asked.length > 0 && (
        <div className={styles.row}>
          {asked.map(([id]) => (
            <Button
              key={id}
              look="quiet"
              onPress={() => acts.run(withdrawInvitation, { card: row.id, person: id })}
            >
              {text('board.invitation.withdraw', { who: nameOf(id) })}
            </Button>
          ))}
        </div>
      )}
    </>
  )
}

/** Asks a person to join or pull it; who works on it may ask them to take it over. */
export function AskSomebody({ row }: { row: CardRow }) {
  const { handle, team, acts, people, me } = useBoard()
  const everybody = useSnapshot(team.directory, (directory) => directory.people)
  const [invitee, setInvitee] = useState('')
  const others = everybody.filter((id) => id !== me && !row.people[id])
  if (others.length === 0) return null
  const isMine = me !== undefined && row.people[me]?.state === 'on'
  const handOver = () => {
    const place = placeOf(handle.get(), row.id)
    if (!place) return
    const { column, half } = place
    if (acts.run(moveCard, { card: row.id, to: column.id, half, handTo: invitee })) setInvitee('')
  }
  return (
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
      {isMine && (
        <Button isDisabled={invitee === ''} onPress={handOver}>
          {text('board.invitation.handOver')}
        </Button>
      )}
    </div>
  )
}
