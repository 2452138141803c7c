// Two people pulled one card while they were apart: who did what, and the choice that is theirs.
import { holderOf, placeOf, resolveApart, resolveDoublePull, rivalsOf, spokenId } from '@yokoten/shared/board'
import { Avatar } from '../../../design/avatar'
import { Button } from '../../../design/button'
import { Sheet } from '../../../design/sheet'
import { useSnapshot } from '../../../react'
import { text } from '../../../text'
import { useBoard } from '../board-context'
import { Decided } from '../pull/decided'
import { timeWords } from '../words'
import styles from './dialogs.module.css'

export function ApartDialog({ card, onClose }: { card: string; onClose: () => void }) {
  const { handle, acts, people, canWrite } = useBoard()
  const journey = useSnapshot(handle, (snapshot) => snapshot.journeys.get(card))
  const board = handle.get()
  const conflict = journey?.conflict
  const spoken = spokenId(board, card)
  const nameOf = (person: string | null) =>
    (person !== null && people.get(person)?.name) || text('board.someone')
  const done = (wasDone: boolean) => {
    if (wasDone) onClose()
  }
  if (!journey || !conflict)
    return (
      <Sheet isOpen title={spoken} onClose={onClose}>
        <p className={styles.words}>{text('board.apart.settled')}</p>
        <Decided card={card} />
      </Sheet>
    )
  const isDouble = conflict.kind === 'double-pull'
  const rivals = rivalsOf(journey)
  return (
    <Sheet
      isOpen
      title={text(isDouble ? 'board.apart.title' : 'board.apart.movedTitle', { card: spoken })}
      note={board.cards.get(card)?.title}
      onClose={onClose}
    >
      <div className={styles.claims}>
        {conflict.claims.map((claim) => {
          const who = holderOf(claim) ?? claim.by
          const person = people.get(who)
          return (
            <p key={claim.id} className={styles.claim}>
              {text(isDouble ? 'board.apart.pulled' : 'board.apart.movedTo', {
                who: nameOf(who),
                time: timeWords(claim.at),
                column: board.columnsById.get(claim.to.column)?.name ?? '',
              })}
              {person && <Avatar person={person} isDecorative />}
            </p>
          )
        })}
      </div>
      <p className={styles.words}>{text('board.apart.words')}</p>
      {canWrite && (
        <div className={styles.choices}>
          {isDouble ? (
            <>
              <Button
                large
                look="main"
                onPress={() => done(acts.run(resolveDoublePull, { card, keep: 'pair' }))}
              >
                {text('board.apart.pair')}
              </Button>
              {rivals.map((person) => (
                <Button
                  key={person}
                  large
                  onPress={() => done(acts.run(resolveDoublePull, { card, keep: { person } }))}
                >
                  {text('board.apart.keeps', {
                    keeper: nameOf(person),
                    others: rivals
                      .filter((other) => other !== person)
                      .map(nameOf)
                      .join(', '),
                  })}
                </Button>
              ))}
            </>
          ) : (
            conflict.claims.map((claim) => (
              <Button
                key={claim.id}
                large
                onPress={() => done(acts.run(resolveApart, { card, claim: claim.id }))}
              >
                {claim.kind === 'archived'
                  ? text('board.apart.archive')
                  : text('board.apart.stays', {
                      column:
                        board.columnsById.get(claim.to.column)?.name ??
                        placeOf(board, card)?.column.name ??
                        '',
                    })}
              </Button>
            ))
          )}
        </div>
      )}
    </Sheet>
  )
}
