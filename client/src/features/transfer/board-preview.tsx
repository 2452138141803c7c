// What will come of a file: the board's columns, and its first cards with what they will have.
import { ROLES } from '@yokoten/shared/board'
import type { ColumnRole } from '@yokoten/shared/board'
import type { BoardSummary, PreviewCard, PreviewColumn } from '@yokoten/shared/transfer'
import { Select } from '../../design/select'
import { text } from '../../text'
import styles from './import-dialog.module.css'

/** Steps that are shown of one card; a long journey would hide the others. */
const STEPS = 6

const day = (at: number): string => new Date(at).toLocaleDateString('en', { dateStyle: 'medium' })
const valueWords = (value: string | number | boolean): string =>
  typeof value === 'boolean' ? (value ? '✓' : '–') : String(value)

function Card({ card }: { card: PreviewCard }) {
  const facts = [
    card.type,
    ...card.tags,
    ...card.people,
    ...card.fields.map(({ name, value }) => `${name}: ${valueWords(value)}`),
  ].filter((fact) => fact !== '')
  return (
    <li className={styles.card}>
      <strong>{card.title || text('transfer.untitled')}</strong>
      <span className={styles.note}>
        {card.steps
          .slice(-STEPS)
          .map(({ column, at }) => text('transfer.preview.steps', { column, day: day(at) }))
          .join(' → ')}
      </span>
      {facts.length > 0 && <span className={styles.note}>{facts.slice(0, 12).join(' · ')}</span>}
    </li>
  )
}

function Column({ column, onRole }: { column: PreviewColumn } & Pick<BoardPreviewProps, 'onRole'>) {
  const { name, cards: count, role } = column
  const words = { name, count, role: text(`transfer.role.${role ?? 'none'}`) }
  if (!onRole) return <li>{text('transfer.preview.column', words)}</li>
  return (
    <li className={styles.column}>
      <div className={styles.columnWords}>
        <strong>{name}</strong>
        <span className={styles.note}>{text('transfer.preview.count', { count })}</span>
      </div>
      <Select
        label={text('transfer.preview.role', { name })}
        hideLabel
        choices={ROLES.map((id) => ({ id, label: text(`transfer.role.${id}`) }))}
        value={role ?? 'backlog'}
        onChange={(next) => onRole(name, next)}
      />
    </li>
  )
}

interface BoardPreviewProps {
  readonly summary: BoardSummary
  /** Of a board that is there the columns are known. */
  readonly withColumns?: boolean
  /** Says what a column is for, where that was guessed. */
  readonly onRole?: ((column: string, role: ColumnRole) => void) | undefined
}

export function BoardPreview({ summary, withColumns = true, onRole }: BoardPreviewProps) {
  const columns = summary.columns.filter((column) => !column.archived)
  return (
    <div className={styles.summary}>
      {withColumns && (
        <section>
          <h3>{text('transfer.preview.columns')}</h3>
          {onRole && <p className={styles.note}>{text('transfer.preview.roles')}</p>}
          <ol className={onRole ? styles.columns : styles.lines}>
            {columns.map((column, index) => (
              <Column key={index} column={column} onRole={onRole} />
            ))}
          </ol>
        </section>
      )}
      {summary.first.length > 0 && (
        <section>
          <h3>{text('transfer.preview.cards')}</h3>
          <ul className={styles.cards}>
            {summary.first.map((card, index) => (
              <Card key={index} card={card} />
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
