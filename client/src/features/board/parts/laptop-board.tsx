// All columns side by side.
import { text } from '../../../text'
import { ColumnView } from './column-view'
import styles from './boards.module.css'

export const LaptopBoard = ({ columns }: { columns: readonly string[] }) => (
  <div className={styles.laptop} role="group" aria-label={text('board.columns')}>
    {columns.map((column) => (
      <ColumnView key={column} id={column} />
    ))}
  </div>
)
