// What becomes of a file's columns on a board that is there: matched by name, or said by whoever brings it in.
import { NEW_COLUMN } from '@yokoten/shared/transfer'
import { Select } from '../../design/select'
import { text } from '../../text'
import styles from './import-dialog.module.css'
import type { JoinPreview } from './use-joining'

interface JoinFormProps {
  readonly preview: JoinPreview
  readonly onPlace: (column: string, to: string) => void
}

export function JoinForm({ preview, onPlace }: JoinFormProps) {
  const { columns, over, lanesLeft, blockersLeft, target } = preview
  const nameOf = (id: string) => target.columns.find((column) => column.id === id)?.name ?? ''
  const same = columns.filter((column) => column.isSameName)
  const others = columns.filter((column) => !column.isSameName)
  return (
    <section className={styles.words}>
      <h3>{text('transfer.join.columns')}</h3>
      {same.length > 0 && (
        <ul className={styles.lines}>
          {same.map(({ key, name, cards, to }) => (
            <li key={key}>{text('transfer.join.same', { name, to: nameOf(to), count: cards })}</li>
          ))}
        </ul>
      )}
      {others.length > 0 && (
        <>
          <p className={styles.note}>{text('transfer.join.others', { count: others.length })}</p>
          <ul className={styles.columns}>
            {others.map(({ key, name, cards, to }) => (
              <li key={key} className={styles.column}>
                <div className={styles.columnWords}>
                  <strong>{name}</strong>
                  <span className={styles.note}>{text('transfer.join.cards', { count: cards })}</span>
                </div>
                <Select
                  label={text('transfer.join.where', { name })}
                  hideLabel
                  choices={[
                    ...target.columns.map((column) => ({ id: column.id, label: column.name })),
                    { id: NEW_COLUMN, label: text('transfer.join.newColumn', { name }) },
                  ]}
                  value={to}
                  onChange={(next) => onPlace(key, next)}
                />
              </li>
            ))}
          </ul>
        </>
      )}
      {over.map(({ name, limit, cards }) => (
        <p key={name}>{text('transfer.join.over', { name, limit, cards })}</p>
      ))}
      {lanesLeft.length > 0 && (
        <p>{text('transfer.join.lanes', { count: lanesLeft.length, lanes: lanesLeft.join(', ') })}</p>
      )}
      {blockersLeft > 0 && <p>{text('transfer.join.blockers', { count: blockersLeft })}</p>}
    </section>
  )
}
