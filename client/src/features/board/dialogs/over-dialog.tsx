// A limit that people broke while they were apart: the choices, and what becomes of each. The cards keep the outcome.
import { useState } from 'react'
import { brokenLimitAt, handBack, keepBrokenLimit, raiseBrokenLimit, spokenId } from '@yokoten/shared/board'
import type { LimitScope } from '@yokoten/shared/board'
import { Button } from '../../../design/button'
import { Dialog } from '../../../design/dialog'
import { TextField } from '../../../design/text-field'
import { useSnapshot } from '../../../react'
import { text } from '../../../text'
import { useBoard } from '../board-context'
import { scopeName } from '../scope-name'
import styles from './dialogs.module.css'

export function OverDialog({ scope, onClose }: { scope: LimitScope; onClose: () => void }) {
  const { handle, acts, canWrite, people } = useBoard()
  const [why, setWhy] = useState('')
  const broken = useSnapshot(handle, (board) => brokenLimitAt(board, scope))
  const name = useSnapshot(handle, (board) => scopeName(board, people, scope))
  const board = handle.get()
  if (!broken)
    return (
      <Dialog isOpen title={name} onClose={onClose}>
        <p>{text('board.over.settled')}</p>
      </Dialog>
    )
  const done = (wasDone: boolean) => {
    if (wasDone) onClose()
  }
  return (
    <Dialog
      isOpen
      title={text('board.over.title', { column: name, used: broken.used, limit: broken.limit })}
      onClose={onClose}
    >
      <p className={styles.words}>{text('board.over.words')}</p>
      {canWrite && (
        <>
          <div className={styles.choices}>
            {broken.cards.map((card) => (
              <Button
                key={card}
                large
                className={styles.choice}
                onPress={() => done(acts.run(handBack, { card }))}
              >
                <span>
                  {text('board.over.handBack', { card: spokenId(board, card) })}
                  <br />
                  <span className={styles.small}>{board.cards.get(card)?.title}</span>
                </span>
              </Button>
            ))}
            <Button
              large
              className={styles.choice}
              onPress={() => done(acts.run(raiseBrokenLimit, { scope, why: text('board.over.raiseWhy') }))}
            >
              {text('board.over.raise', { limit: broken.used })}
            </Button>
          </div>
          <form
            className={styles.group}
            onSubmit={(event) => {
              event.preventDefault()
              done(acts.run(keepBrokenLimit, { scope, why }))
            }}
          >
            <div className={styles.fields}>
              <TextField label={text('board.over.keepLabel')} value={why} onChange={setWhy} />
              <Button type="submit" isDisabled={why.trim() === ''}>
                {text('board.over.keep')}
              </Button>
            </div>
          </form>
        </>
      )}
    </Dialog>
  )
}
