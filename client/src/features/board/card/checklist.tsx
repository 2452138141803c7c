// The checklist: ticked, renamed in place, put in order by pointer or keyboard, added to; several people at once.
import { useState } from 'react'
import { addChecklistItem, checklistOf } from '@yokoten/shared/board'
import type { CardRow } from '@yokoten/shared/board'
import { Button } from '../../../design/button'
import { TextField } from '../../../design/text-field'
import { VisuallyHidden } from '../../../design/visually-hidden'
import { text } from '../../../text'
import { useBoard } from '../board-context'
import { ChecklistStep } from './checklist-step'
import { useStepDrag } from './use-step-drag'
import styles from './card-sheet.module.css'

export function Checklist({ row }: { row: CardRow }) {
  const { acts, canWrite } = useBoard()
  const [draft, setDraft] = useState('')
  const items = checklistOf(row)
  const drag = useStepDrag(row.id, items)
  if (items.length === 0 && !canWrite) return null
  const done = items.filter((item) => item.checked).length
  return (
    <section className={styles.section}>
      <h3>
        {items.length === 0
          ? text('board.checklist')
          : text('board.checklistDone', { done, of: items.length })}
      </h3>
      <ul ref={drag.list}>
        {items.map((item, index) => (
          <ChecklistStep key={item.id} card={row.id} items={items} index={index} drag={drag} />
        ))}
      </ul>
      <VisuallyHidden>
        <span role="status">{drag.said}</span>
      </VisuallyHidden>
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
