// All columns side by side.
import type { Column } from '@yokoten/shared/board'
import { text } from '../../../text'
import { ColumnView } from './column-view'
import styles from './boards.module.css'

export function LaptopBoard({ columns }: { columns: readonly Column[] }) {
  // Where one column has a policy line, the others keep its room, so that cards begin on one height.
  const hasPolicies = columns.some((column) => column.policy !== '')
  return (
    <div
      className={styles.laptop}
      role="group"
      aria-label={text('board.columns')}
      data-policies={hasPolicies || undefined}
    >
      {columns.map((column) => (
        <ColumnView key={column.id} id={column.id} />
      ))}
    </div>
  )
}
