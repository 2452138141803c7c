// The title, changed in place: written when one leaves it or presses Enter, taken back by Escape.
import { useState } from 'react'
import { editCard } from '@yokoten/shared/board'
import { text } from '../../../text'
import { useBoard } from '../board-context'
import styles from './card-sheet.module.css'

export function CardTitle({ card, title }: { card: string; title: string }) {
  const { acts, canWrite } = useBoard()
  const [draft, setDraft] = useState<string>()
  const commit = () => {
    if (draft !== undefined && draft !== title) acts.run(editCard, { card, title: draft })
    setDraft(undefined)
  }
  return (
    <textarea
      className={styles.title}
      aria-label={text('board.title')}
      rows={1}
      readOnly={!canWrite}
      value={draft ?? title}
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
