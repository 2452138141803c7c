// The team's list of reasons why work stops: added, renamed, put in order, taken off. Safety stays, and first.
import { ArrowUp, X } from 'lucide-react'
import { useState } from 'react'
import { addReason, archiveReason, moveReason, renameReason } from '@yokoten/shared/board'
import { Button } from '../../../design/button'
import { Dialog } from '../../../design/dialog'
import { IconButton } from '../../../design/icon-button'
import { TextField } from '../../../design/text-field'
import { useSnapshot } from '../../../react'
import { text } from '../../../text'
import { useBoard } from '../board-context'
import styles from '../dialogs/dialogs.module.css'
import { NamedRow } from './named-row'

export function ReasonsDialog({ onClose }: { onClose: () => void }) {
  const { handle, acts } = useBoard()
  const reasons = useSnapshot(handle, (board) => board.reasons)
  const [name, setName] = useState('')
  const plain = reasons.filter((one) => !one.safety)
  return (
    <Dialog isOpen title={text('board.reasons.title')} note={text('board.reasons.note')} onClose={onClose}>
      <ul className={styles.list}>
        {reasons.map((reason) => {
          const index = plain.indexOf(reason)
          return (
            <li key={reason.id}>
              <NamedRow
                label={text('board.reasons.name', { name: reason.name })}
                name={reason.name}
                onRename={(to) => acts.run(renameReason, { id: reason.id, name: to })}
              />
              {reason.safety ? (
                <span className={styles.small}>{text('board.reasons.safety')}</span>
              ) : (
                <>
                  <IconButton
                    icon={ArrowUp}
                    label={text('board.reasons.up', { name: reason.name })}
                    isDisabled={index === 0}
                    onPress={() =>
                      acts.run(moveReason, { id: reason.id, after: plain[index - 2]?.id ?? null })
                    }
                  />
                  <IconButton
                    icon={X}
                    label={text('board.reasons.remove', { name: reason.name })}
                    onPress={() => acts.run(archiveReason, { id: reason.id })}
                  />
                </>
              )}
            </li>
          )
        })}
      </ul>
      <form
        className={styles.group}
        onSubmit={(event) => {
          event.preventDefault()
          if (acts.run(addReason, { name })) setName('')
        }}
      >
        <div className={styles.labelled}>
          <TextField label={text('board.reasons.new')} value={name} onChange={setName} />
          <Button type="submit" isDisabled={name.trim() === ''}>
            {text('board.add.short')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
