// What became of a call: nobody told yet, who has seen it, who is coming. Never lets one believe that somebody knows.
import {
  answerBlocker,
  clearBlocker,
  comingTo,
  isOpen,
  openSince,
  reopenBlocker,
  spokenId,
} from '@yokoten/shared/board'
import { Button } from '../../../design/button'
import { Sheet } from '../../../design/sheet'
import { useReadable, useSnapshot } from '../../../react'
import { text } from '../../../text'
import { useBoard } from '../board-context'
import { useNow } from '../use-now'
import { forHowLong } from '../words'
import styles from './dialogs.module.css'

export function RaisedSheet({ blocker: id, onClose }: { blocker: string; onClose: () => void }) {
  const { handle, acts, people, me, canWrite } = useBoard()
  const blocker = useSnapshot(handle, (board) => board.blockers.get(id))
  const reason = useSnapshot(
    handle,
    (board) => board.reasons.find((one) => one.id === board.blockers.get(id)?.reason)?.name,
  )
  const sharing = useReadable(handle.sharing)
  const now = useNow()
  if (!blocker) return null
  const open = isOpen(blocker)
  const names = (ids: readonly string[]) =>
    ids.map((person) => people.get(person)?.name ?? text('board.someone')).join(', ')
  const seen = Object.values(blocker.answers)
    .filter((answer) => answer.kind === 'seen')
    .map((answer) => answer.by)
  const coming = comingTo(blocker)
  const isTold =
    seen.length > 0 ||
    coming.length > 0 ||
    blocker.by !== me ||
    (sharing.kept + sharing.changed === 0 && sharing.otherDevices > 0)
  const title = [
    blocker.card === null ? text('board.stop.line') : spokenId(handle.get(), blocker.card),
    reason,
  ]
    .filter(Boolean)
    .join(' · ')
  return (
    <Sheet isOpen title={title} note={blocker.words} onClose={onClose}>
      <p className={styles.words}>
        {open
          ? text('board.raised.since', {
              lasts: forHowLong(now - openSince(blocker)),
              who: names([blocker.by]),
            })
          : text('board.raised.cleared')}
      </p>
      {open && (
        <p className={styles.words} role="status">
          {coming.length > 0 ? (
            text('board.raised.coming', { who: names(coming) })
          ) : seen.length > 0 ? (
            text('board.raised.seen', { who: names(seen) })
          ) : isTold ? (
            text('board.raised.told', { count: sharing.otherDevices })
          ) : (
            <b className={styles.alone}>{text('board.raised.nobody')}</b>
          )}
        </p>
      )}
      <p className={styles.rule}>{text('board.raised.machine')}</p>
      {canWrite && (
        <div className={styles.choices}>
          {open && blocker.by !== me && (
            <>
              <Button
                look="main"
                large
                onPress={() => acts.run(answerBlocker, { blocker: id, answer: 'coming' })}
              >
                {text('board.raised.iCome')}
              </Button>
              <Button large onPress={() => acts.run(answerBlocker, { blocker: id, answer: 'seen' })}>
                {text('board.raised.iSee')}
              </Button>
            </>
          )}
          {open ? (
            <Button large onPress={() => acts.run(clearBlocker, { blocker: id }) && onClose()}>
              {text('board.raised.clear')}
            </Button>
          ) : (
            <Button large onPress={() => acts.run(reopenBlocker, { blocker: id })}>
              {text('board.raised.reopen')}
            </Button>
          )}
        </div>
      )}
    </Sheet>
  )
}
