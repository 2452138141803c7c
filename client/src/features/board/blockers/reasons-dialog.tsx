// The team's list of reasons why work stops: added, renamed, put in order, taken off. Safety stays, and first.
import { useRef, useState } from 'react'
import { addReason, archiveReason, moveReason, renameReason } from '@yokoten/shared/board'
import { Button } from '../../../design/button'
import { Dialog } from '../../../design/dialog'
import { TextField } from '../../../design/text-field'
import { useSnapshot } from '../../../react'
import { text } from '../../../text'
import { useBoard } from '../board-context'
import styles from '../dialogs/dialogs.module.css'
import { ListActs } from '../kinds/list-acts'
import { NamedRow } from './named-row'

export function ReasonsDialog({ onClose }: { onClose: () => void }) {
  const { handle, acts } = useBoard()
  const reasons = useSnapshot(handle, (board) => board.reasons)
  const [name, setName] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const order = {
    ids: reasons.flatMap((one) => (one.safety ? [] : one.id)),
    move: (id: string, after: string | null) => acts.run(moveReason, { id, after }),
  }
  return (
    <Dialog isOpen title={text('board.reasons.title')} note={text('board.reasons.note')} onClose={onClose}>
      <ul className={styles.list}>
        {reasons.map((reason) => (
          <li key={reason.id}>
            <NamedRow
              label={text('board.reasons.name', { name: reason.name })}
              name={reason.name}
              onRename={(to) => acts.run(renameReason, { id: reason.id, name: to })}
            />
            {reason.safety ? (
              <span className={styles.small}>{text('board.reasons.safety')}</span>
            ) : (
              <ListActs
                id={reason.id}
                name={reason.name}
                order={order}
                onRemove={() => acts.putAway(archiveReason, { id: reason.id }, reason.name)}
              />
            )}
          </li>
        ))}
      </ul>
      <form
        className={styles.group}
        onSubmit={(event) => {
          event.preventDefault()
          if (!acts.run(addReason, { name })) return
          setName('')
          field.current?.focus()
        }}
      >
        <div className={styles.labelled}>
          <TextField label={text('board.reasons.new')} inputRef={field} value={name} onChange={setName} />
          <Button type="submit" isDisabled={name.trim() === ''}>
            {text('board.add.short')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
