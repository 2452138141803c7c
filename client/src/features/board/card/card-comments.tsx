// What people say to one another on a card; who is called sees it here and on the board.
import { Pencil, Trash2 } from 'lucide-react'
import { useCallback, useMemo, useState } from 'react'
import {
  addComment,
  commentsOn,
  editComment,
  openMentions,
  seeMentions,
  withdrawComment,
} from '@yokoten/shared/board'
import type { BoardSnapshot, SaidOnCard } from '@yokoten/shared/board'
import { isEqual } from '@yokoten/shared/kernel'
import type { Json } from '@yokoten/shared/kernel'
import { Avatar } from '../../../design/avatar'
import { Button } from '../../../design/button'
import { classNames } from '../../../design/class-names'
import { IconButton } from '../../../design/icon-button'
import { useSnapshot } from '../../../react'
import { text } from '../../../text'
import { useBoard } from '../board-context'
import { momentWords } from '../words'
import { CommentBox } from './comment-box'
import { piecesOf } from './mention'
import sheet from './card-sheet.module.css'
import styles from './comments.module.css'

const sameSaid = (a: readonly SaidOnCard[], b: readonly SaidOnCard[]): boolean =>
  isEqual(a as unknown as Json, b as unknown as Json)

function Words({ said }: { said: SaidOnCard }) {
  const { people, me } = useBoard()
  const pieces = useMemo(
    () =>
      piecesOf(
        said.words,
        said.mentions.flatMap((id) => people.get(id) ?? []),
      ),
    [said, people],
  )
  return (
    <p className={styles.said}>
      {pieces.map((piece, index) =>
        piece.person === undefined ? (
          piece.words
        ) : (
          <b key={index} className={classNames(styles.call, piece.person === me && styles.callsMe)}>
            {piece.words}
          </b>
        ),
      )}
    </p>
  )
}

function Comment({ card, said }: { card: string; said: SaidOnCard }) {
  const { handle, people, me, acts, canWrite } = useBoard()
  const guest = useSnapshot(handle, (board) => board.guests.get(said.by)?.name)
  const [isChanging, setChanging] = useState(false)
  const person = people.get(said.by)
  const moment = momentWords(said.at)
  return (
    <li className={styles.comment}>
      <div className={styles.head}>
        {person && <Avatar person={person} size={24} isDecorative />}
        <b>{person?.name ?? guest ?? text('board.someone')}</b>
        <time dateTime={moment.iso}>{moment.words}</time>
        {said.changedAt !== null && (
          <span>{text('board.comment.changed', { when: momentWords(said.changedAt).words })}</span>
        )}
        {canWrite && said.by === me && !isChanging && (
          <span className={styles.own}>
            <IconButton
              icon={Pencil}
              label={text('board.comment.change')}
              onPress={() => setChanging(true)}
            />
            <IconButton
              icon={Trash2}
              label={text('board.comment.delete')}
              onPress={() => acts.run(withdrawComment, { card, comment: said.id })}
            />
          </span>
        )}
      </div>
      {isChanging ? (
        <CommentBox
          label={text('board.comment.change')}
          begin={said.words}
          send={text('board.save')}
          onCancel={() => setChanging(false)}
          onSay={(next) => {
            const done = acts.run(editComment, { card, comment: said.id, ...next })
            if (done) setChanging(false)
            return done
          }}
        />
      ) : (
        <Words said={said} />
      )}
    </li>
  )
}

/** At the top of a card on which the person at this device is called: what was said, until it is seen. */
export function CardCalls({ card }: { card: string }) {
  const { handle, me, acts, canWrite } = useBoard()
  const select = useCallback(
    (board: BoardSnapshot) =>
      me === undefined ? [] : openMentions(board, me).filter((one) => one.card === card),
    [me, card],
  )
  const calls = useSnapshot(handle, select, sameSaid)
  if (calls.length === 0 || !canWrite) return null
  return (
    <div
      className={styles.called}
      role="group"
      aria-label={text('board.comment.youAre', { count: calls.length })}
    >
      <div className={styles.calls}>
        <b>{text('board.comment.youAre', { count: calls.length })}</b>
        {calls.map((said) => (
          <Words key={said.id} said={said} />
        ))}
      </div>
      <Button onPress={() => acts.run(seeMentions, { card })}>{text('board.comment.seen')}</Button>
    </div>
  )
}

export function CardComments({ card }: { card: string }) {
  const { handle, acts, canWrite } = useBoard()
  const comments = useSnapshot(handle, (board) => commentsOn(board, card), sameSaid)
  if (comments.length === 0 && !canWrite) return null
  return (
    <section className={sheet.section}>
      <h3>{text('board.comment.title', { count: comments.length })}</h3>
      {comments.length > 0 && (
        <ol className={styles.list}>
          {comments.map((said) => (
            <Comment key={said.id} card={card} said={said} />
          ))}
        </ol>
      )}
      {canWrite && (
        <CommentBox
          label={text('board.comment.label')}
          send={text('board.comment.add')}
          onSay={(said) => acts.run(addComment, { card, ...said })}
        />
      )}
    </section>
  )
}
