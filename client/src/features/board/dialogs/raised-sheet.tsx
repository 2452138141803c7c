// What became of a call: nobody told yet, who has seen it, who is coming. Never lets one believe that somebody knows.
import { useState } from 'react'
import {
  answerBlocker,
  clearBlocker,
  comingTo,
  editBlocker,
  firstAnswerAt,
  isOpen,
  openSince,
  reopenBlocker,
  seenBy,
  spokenId,
  turnsOf,
} from '@yokoten/shared/board'
import type { BlockerRow } from '@yokoten/shared/board'
import { Button } from '../../../design/button'
import { Select } from '../../../design/select'
import { Sheet } from '../../../design/sheet'
import { TextField } from '../../../design/text-field'
import { useNow, useReadable, useSnapshot } from '../../../react'
import { text } from '../../../text'
import { stationName } from '../blockers/station-name'
import { useUntold } from '../blockers/told'
import { useBoard } from '../board-context'
import { BlockerPhotos } from '../files/blocker-photos'
import { useBoardUi } from '../ui-store'
import { cardNamed, forHowLong, momentWords } from '../words'
import styles from './dialogs.module.css'

function useNames() {
  const { people } = useBoard()
  return (ids: readonly string[]) =>
    ids.map((person) => people.get(person)?.name ?? text('board.someone')).join(', ')
}

/** Who knows by now, the strongest word first. */
function Answer({ blocker }: { blocker: BlockerRow }) {
  const { handle } = useBoard()
  const names = useNames()
  const sharing = useReadable(handle.sharing)
  const isUntold = useUntold().includes(blocker.id)
  const coming = comingTo(blocker)
  const seen = seenBy(blocker)
  return (
    <p className={styles.answer} role="status">
      {isUntold ? (
        <b className={styles.alone}>{text('board.raised.nobody')}</b>
      ) : coming.length > 0 ? (
        <b>{text('board.raised.coming', { who: names(coming) })}</b>
      ) : seen.length > 0 ? (
        text('board.raised.seen', { who: names(seen) })
      ) : (
        text('board.raised.told', { count: sharing.otherDevices })
      )}
    </p>
  )
}

/** Everything that happened to it, in order. */
function Story({ blocker }: { blocker: BlockerRow }) {
  const names = useNames()
  const answers = Object.entries(blocker.answers).map(([id, { kind, by, at }]) => ({ id, kind, by, at }))
  const turns = turnsOf(blocker).map(({ id, kind, by, at }) => ({ id, kind, by, at }))
  const steps = [...answers, ...turns].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
  const first = firstAnswerAt(blocker)
  return (
    <section className={styles.group}>
      <h3>{text('board.raised.story')}</h3>
      <ol className={styles.story}>
        <li>
          <time dateTime={momentWords(blocker.at).iso}>{momentWords(blocker.at).words}</time>
          {text('board.raised.storyRaised', { who: names([blocker.by]) })}
        </li>
        {steps.map(({ id, kind, by, at }) => (
          <li key={id}>
            <time dateTime={momentWords(at).iso}>{momentWords(at).words}</time>
            {text(`board.raised.story.${kind}`, { who: names([by]) })}
          </li>
        ))}
      </ol>
      {first !== null && (
        <p className={styles.rule}>
          {text('board.raised.firstAnswer', { lasts: forHowLong(first - blocker.at) })}
        </p>
      )}
    </section>
  )
}

/** Said in a hurry, said better later: the reason and the words. */
function SayMore({ blocker, onDone }: { blocker: BlockerRow; onDone: () => void }) {
  const { handle, acts } = useBoard()
  const reasons = useSnapshot(handle, (board) => board.reasons)
  const [reason, setReason] = useState(blocker.reason)
  const [words, setWords] = useState(blocker.words)
  const isListed = reasons.some((one) => one.id === blocker.reason)
  return (
    <form
      className={styles.group}
      onSubmit={(event) => {
        event.preventDefault()
        if (acts.run(editBlocker, { blocker: blocker.id, reason, words })) onDone()
      }}
    >
      <div className={styles.fields}>
        <Select
          label={text('board.stop.why')}
          value={reason}
          onChange={setReason}
          choices={[
            ...(isListed ? [] : [{ id: blocker.reason, label: text('board.stop.noReason') }]),
            ...reasons.map(({ id, name }) => ({ id, label: name })),
          ]}
        />
        <TextField label={text('board.stop.words')} value={words} onChange={setWords} />
        <Button type="submit" look="main">
          {text('board.save')}
        </Button>
      </div>
    </form>
  )
}

export function RaisedSheet({ blocker: id, onClose }: { blocker: string; onClose: () => void }) {
  const { handle, acts, me, canWrite, openCard } = useBoard()
  const blocker = useSnapshot(handle, (board) => board.blockers.get(id))
  const reason = useSnapshot(
    handle,
    (board) => board.basis.tables.reasons.get(board.blockers.get(id)?.reason ?? '')?.name,
  )
  const [isEditing, setEditing] = useState(false)
  const names = useNames()
  const now = useNow()
  if (!blocker) return null
  const open = isOpen(blocker)
  const { card } = blocker
  const board = handle.get()
  const title = [
    card === null ? text('board.stop.line') : spokenId(board, card),
    stationName(board, blocker.station),
    reason,
  ]
    .filter(Boolean)
    .join(' · ')
  const cleared = turnsOf(blocker).at(-1)
  const mayCome = open && blocker.by !== me
  const answered = (kind: 'seen' | 'coming') =>
    me !== undefined && (kind === 'coming' ? comingTo(blocker) : seenBy(blocker)).includes(me)
  return (
    <Sheet isOpen title={title} note={blocker.words} onClose={onClose}>
      <p className={styles.words}>
        {open
          ? text('board.raised.since', {
              lasts: forHowLong(now - openSince(blocker)),
              who: names([blocker.by]),
            })
          : text('board.raised.clearedBy', {
              who: names([cleared?.by ?? blocker.by]),
              lasts: forHowLong((cleared?.at ?? now) - blocker.at),
            })}
      </p>
      {open && <Answer blocker={blocker} />}
      {open && <p className={styles.rule}>{text('board.raised.machine')}</p>}
      {canWrite && (
        <div className={styles.choices}>
          {mayCome && !answered('coming') && (
            <Button
              look="main"
              large
              onPress={() => acts.run(answerBlocker, { blocker: id, answer: 'coming' })}
            >
              {text('board.raised.iCome')}
            </Button>
          )}
          {mayCome && !answered('seen') && !answered('coming') && (
            <Button large onPress={() => acts.run(answerBlocker, { blocker: id, answer: 'seen' })}>
              {text('board.raised.iSee')}
            </Button>
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
          <div className={styles.row}>
            {!isEditing && (
              <Button look="quiet" onPress={() => setEditing(true)}>
                {text('board.raised.sayMore')}
              </Button>
            )}
            {card !== null && (
              <Button
                look="quiet"
                aria-label={`${text('board.openIt')}: ${cardNamed(board, card)}`}
                onPress={() => {
                  useBoardUi.getState().open(undefined)
                  openCard(card)
                }}
              >
                {text('board.openIt')}
              </Button>
            )}
          </div>
        </div>
      )}
      {isEditing && <SayMore blocker={blocker} onDone={() => setEditing(false)} />}
      <BlockerPhotos blocker={id} />
      <Story blocker={blocker} />
    </Sheet>
  )
}
