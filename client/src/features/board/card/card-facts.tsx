// Class of service and due date.
import { CLASSES, editCard } from '@yokoten/shared/board'
import type { CardRow } from '@yokoten/shared/board'
import { Select } from '../../../design/select'
import { TextField } from '../../../design/text-field'
import { text } from '../../../text'
import { useBoard } from '../board-context'
import styles from './card-sheet.module.css'

export function CardFacts({ row }: { row: CardRow }) {
  const { acts, canWrite } = useBoard()
  return (
    <div className={styles.two}>
      <Select
        label={text('board.class')}
        isDisabled={!canWrite}
        value={row.classOfService}
        onChange={(classOfService) => acts.run(editCard, { card: row.id, classOfService })}
        choices={CLASSES.map((one) => ({ id: one, label: text(`board.class.${one}`) }))}
      />
      <TextField
        label={text('board.dueDate')}
        type="date"
        isReadOnly={!canWrite}
        value={row.due ?? ''}
        onChange={(due) => acts.run(editCard, { card: row.id, due: due === '' ? null : due })}
      />
    </div>
  )
}
