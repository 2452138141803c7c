// One step of a checklist.
import { GripVertical, X } from 'lucide-react'
import { useState } from 'react'
import { checkItem, editChecklistItem, removeChecklistItem } from '@yokoten/shared/board'
import type { ChecklistItem } from '@yokoten/shared/board'
import { Checkbox } from '../../../design/checkbox'
import { classNames } from '../../../design/class-names'
import { Icon } from '../../../design/icon'
import { IconButton } from '../../../design/icon-button'
import { text } from '../../../text'
import { useBoard } from '../board-context'
import type { StepDrag } from './use-step-drag'
import styles from './checklist.module.css'

/** The words, changed in place: written when one leaves them or presses Enter, taken back by Escape. */
function StepWords({ card, item }: { card: string; item: ChecklistItem }) {
  const { acts } = useBoard()
  const [draft, setDraft] = useState<string>()
  const commit = () => {
    if (draft !== undefined && draft.trim() !== '' && draft !== item.text)
      acts.run(editChecklistItem, { card, item: item.id, text: draft })
    setDraft(undefined)
  }
  return (
    <textarea
      className={styles.words}
      aria-label={text('board.checklistEdit', { item: item.text })}
      rows={1}
      value={draft ?? item.text}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') {
          event.preventDefault()
          event.currentTarget.blur()
        }
        if (event.key === 'Escape' && draft !== undefined) {
          event.stopPropagation()
          setDraft(undefined)
        }
      }}
    />
  )
}

interface ChecklistStepProps {
  readonly card: string
  readonly items: readonly ChecklistItem[]
  readonly index: number
  readonly drag: StepDrag
}

export function ChecklistStep({ card, items, index, drag }: ChecklistStepProps) {
  const { acts, canWrite } = useBoard()
  const item = items[index]
  if (!item) return null
  const to = drag.held?.to
  return (
    <li
      className={classNames(
        styles.step,
        item.checked !== null && styles.done,
        drag.held?.item === item.id && styles.held,
        drag.held && to === index && styles.above,
        drag.held && to === items.length && index === items.length - 1 && styles.below,
      )}
    >
      {canWrite && items.length > 1 && (
        <button
          type="button"
          className={styles.grip}
          aria-label={text('board.checklistMove', { item: item.text })}
          {...drag.handle(item.id)}
        >
          <Icon of={GripVertical} size={16} />
        </button>
      )}
      <Checkbox
        label={item.text}
        isSelected={item.checked !== null}
        isDisabled={!canWrite}
        onChange={(checked) => acts.run(checkItem, { card, item: item.id, checked })}
      />
      {canWrite ? <StepWords card={card} item={item} /> : <span className={styles.words}>{item.text}</span>}
      {canWrite && (
        <IconButton
          icon={X}
          label={text('board.checklistRemove', { item: item.text })}
          onPress={() => acts.run(removeChecklistItem, { card, item: item.id })}
        />
      )}
    </li>
  )
}
