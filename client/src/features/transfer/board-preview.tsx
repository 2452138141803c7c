// What will come of a file: the board's columns, and its first cards with what they will have.
import type { BoardSummary, PreviewCard } from '@yokoten/shared/transfer'
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

/** `withColumns`: of a board that is there the columns are known. */
export function BoardPreview({
  summary,
  withColumns = true,
}: {
  summary: BoardSummary
  withColumns?: boolean
}) {
  const columns = summary.columns.filter((column) => !column.archived)
  return (
    <div className={styles.summary}>
      {withColumns && (
        <section>
          <h3>{text('transfer.preview.columns')}</h3>
          <ol className={styles.lines}>
            {columns.map((column, index) => (
              <li key={index}>
                {text('transfer.preview.column', {
                  name: column.name,
                  count: column.cards,
                  role: text(`transfer.role.${column.role ?? 'none'}`),
                })}
              </li>
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
