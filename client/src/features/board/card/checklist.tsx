// The checklist: ticked, renamed, added to; two people may do so at once.
import { X } from 'lucide-react'
import { useState } from 'react'
import { addChecklistItem, checkItem, checklistOf, removeChecklistItem } from '@yokoten/shared/board'
import type { CardRow } from '@yokoten/shared/board'
import { Button } from '../../../design/button'
import { Checkbox } from '../../../design/checkbox'
import { classNames } from '../../../design/class-names'
import { IconButton } from '../../../design/icon-button'
import { TextField } from '../../../design/text-field'
import { text } from '../../../text'
import { useBoard } from '../board-context'
import styles from './card-sheet.module.css'

export function Checklist({ row }: { row: CardRow }) {
  const { acts, canWrite } = useBoard()
  const [draft, setDraft] = useState('')
  const items = checklistOf(row)
  if (items.length === 0 && !canWrite) return null
  const done = items.filter((item) => item.checked).length
  return (
    <section className={styles.section}>
      <h3>
        {items.length === 0
          ? text('board.checklist')
          : text('board.checklistDone', { done, of: items.length })}
      </h3>
      <ul>
        {items.map((item) => (
          <li key={item.id} className={classNames(styles.item, item.checked !== null && styles.done)}>
            <Checkbox
              isSelected={item.checked !== null}
              isDisabled={!canWrite}
              onChange={(checked) => acts.run(checkItem, { card: row.id, item: item.id, checked })}
            >
              <span className={styles.itemWords}>{item.text}</span>
            </Checkbox>
            {canWrite && (
              <IconButton
                icon={X}
                label={text('board.checklistRemove', { item: item.text })}
                onPress={() => acts.run(removeChecklistItem, { card: row.id, item: item.id })}
              />
            )}
          </li>
        ))}
      </ul>
      {canWrite && (
        <form
          className={styles.add}
          onSubmit={(event) => {
            event.preventDefault()
            if (draft.trim() !== '' && acts.run(addChecklistItem, { card: row.id, text: draft })) setDraft('')
          }}
        >
          <TextField
            label={text('board.checklistAdd')}
            hideLabel
            placeholder={text('board.checklistAdd')}
            value={draft}
            onChange={setDraft}
          />
          <Button type="submit" isDisabled={draft.trim() === ''}>
            {text('board.add.short')}
          </Button>
        </form>
      )}
    </section>
  )
}
