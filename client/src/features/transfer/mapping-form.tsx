// What was found out about a table, to be corrected: how it is written, what each column means, how dates are read.
import { DATE_ORDERS, DATED, ENCODINGS, MEANINGS, SEPARATORS } from '@yokoten/shared/transfer'
import type {
  CsvColumn,
  CsvMapping,
  CsvProblems,
  CsvWriting,
  DateOrder,
  Meaning,
} from '@yokoten/shared/transfer'
import { Checkbox } from '../../design/checkbox'
import { Select } from '../../design/select'
import { Switch } from '../../design/switch'
import { text } from '../../text'
import styles from './import-dialog.module.css'
import type { TableLook } from './import-job'
import { problemWords } from './words'

const SEPARATOR_WORDS = {
  ',': 'transfer.separator.comma',
  ';': 'transfer.separator.semicolon',
  '\t': 'transfer.separator.tab',
  '|': 'transfer.separator.bar',
} as const

interface ColumnRowProps {
  readonly column: CsvColumn
  readonly meaning: Meaning
  readonly order: DateOrder
  readonly onMeaning: (meaning: Meaning) => void
  readonly onOrder: (order: DateOrder) => void
}

function ColumnRow({ column, meaning, order, onMeaning, onOrder }: ColumnRowProps) {
  const name = column.name || text('transfer.column.unnamed', { number: column.index + 1 })
  const hasDates = DATED.has(meaning) || (meaning === 'field' && column.dates !== undefined)
  const isGuess = !column.isKnown && meaning === column.meaning && meaning !== 'ignore'
  const showsOrder = hasDates && (column.dates === undefined || column.dates.isOpen)
  return (
    <li className={styles.column}>
      <div className={styles.columnWords}>
        <strong>{name}</strong>
        <span className={styles.note}>
          {column.samples.length > 0 ? column.samples.join(' · ') : text('transfer.column.empty')}
        </span>
      </div>
      <Select
        label={text('transfer.column.meaning', { name })}
        hideLabel
        choices={MEANINGS.map((id) => ({ id, label: text(`transfer.meaning.${id}`) }))}
        value={meaning}
        onChange={onMeaning}
        {...(isGuess && { note: text('transfer.column.guessed') })}
      />
      {showsOrder && (
        <Select
          label={text('transfer.column.order', { name })}
          hideLabel
          choices={DATE_ORDERS.map((id) => ({ id, label: text(`transfer.order.${id}`) }))}
          value={order}
          onChange={onOrder}
          {...(column.dates?.isSure === false && { note: text('transfer.column.unsure') })}
        />
      )}
    </li>
  )
}

interface MappingFormProps {
  readonly table: TableLook
  readonly mapping: CsvMapping
  readonly problems: CsvProblems | undefined
  readonly onMap: (mapping: CsvMapping) => void
  readonly onWrite: (writing: CsvWriting) => void
}

export function MappingForm({ table, mapping, problems, onMap, onWrite }: MappingFormProps) {
  const writing = { encoding: table.encoding, separator: table.separator, hasHeader: table.hasHeader }
  const at = <T,>(all: readonly T[], index: number, value: T): T[] =>
    all.map((one, place) => (place === index ? value : one))
  // What means something stands first; a table of Jira has dozens of columns that are left out.
  const columns = [...table.columns].sort(
    (a, b) => Number(a.meaning === 'ignore') - Number(b.meaning === 'ignore') || a.index - b.index,
  )
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  return (
    <div className={styles.words}>
      {problems && (
        <div role="alert" className={styles.refusal}>
          <p>
            <strong>{text('transfer.problems', { count: problems.count })}</strong>
          </p>
          <ul className={styles.problems}>
            {problems.first.map((problem, index) => (
              <li key={index}>{problemWords(problem)}</li>
            ))}
          </ul>
          {problems.count > problems.first.length && (
            <p>{text('transfer.problems.more', { count: problems.count - problems.first.length })}</p>
          )}
        </div>
      )}
      {(mapping.startUnknown || problems?.first.some(({ reason }) => reason === 'no-start')) && (
        <Checkbox
          isSelected={mapping.startUnknown}
          onChange={(startUnknown) => onMap({ ...mapping, startUnknown })}
        >
          {text('transfer.startUnknown')}
          <span className={styles.note}> {text('transfer.startUnknown.note')}</span>
        </Checkbox>
      )}
      <details className={styles.fold}>
        <summary>
          {text('transfer.table.how')}{' '}
          <span className={styles.note}>
            {text('transfer.table', { rows: table.rowCount, columns: table.columns.length })}
          </span>
        </summary>
        <div className={styles.writing}>
          <Select
            label={text('transfer.table.encoding')}
            choices={ENCODINGS.map((id) => ({ id, label: text(`transfer.encoding.${id}`) }))}
            value={table.encoding}
            onChange={(encoding) => onWrite({ ...writing, encoding })}
          />
          <Select
            label={text('transfer.table.separator')}
            choices={[
              ...SEPARATORS.map((id) => ({ id: id as string, label: text(SEPARATOR_WORDS[id]) })),
              ...(table.separator === '' ? [{ id: '', label: text('transfer.separator.none') }] : []),
            ]}
            value={table.separator}
            onChange={(separator) => onWrite({ ...writing, separator })}
          />
          <Switch
            label={text('transfer.table.header')}
            isSelected={table.hasHeader}
            onChange={(hasHeader) => onWrite({ ...writing, hasHeader })}
          />
        </div>
      </details>
      <section>
        <h3>{text('transfer.columns')}</h3>
        <p className={styles.note}>{text('transfer.zone', { zone })}</p>
        <ul className={styles.columns}>
          {columns.map((column) => (
            <ColumnRow
              key={column.index}
              column={column}
              meaning={mapping.meanings[column.index] ?? 'ignore'}
              order={mapping.orders[column.index] ?? 'day-first'}
              onMeaning={(meaning) =>
                onMap({ ...mapping, meanings: at(mapping.meanings, column.index, meaning) })
              }
              onOrder={(order) => onMap({ ...mapping, orders: at(mapping.orders, column.index, order) })}
            />
          ))}
        </ul>
      </section>
    </div>
  )
}
