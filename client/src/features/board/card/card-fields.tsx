// The team's own fields on a card: those of every card and those of its type.
import { useState } from 'react'
import { fieldsFor, fieldValue, setField } from '@yokoten/shared/board'
import type { CardRow, FieldInput, FieldRow } from '@yokoten/shared/board'
import { NumberField } from '../../../design/number-field'
import { Select } from '../../../design/select'
import { TextField } from '../../../design/text-field'
import { useSnapshot } from '../../../react'
import { text } from '../../../text'
import { useBoard } from '../board-context'
import styles from './card-sheet.module.css'
import { DateField } from './date-field'

interface FieldProps {
  readonly field: FieldRow
  readonly value: FieldInput | undefined
  readonly isReadOnly: boolean
  readonly onChange: (value: FieldInput | null) => void
}

/** Written when one leaves it, so that half a word is nobody's news. */
function TextValue({ field, value, isReadOnly, onChange }: FieldProps) {
  const [draft, setDraft] = useState<string>()
  const commit = () => {
    if (draft !== undefined && draft !== (value ?? '')) onChange(draft)
    setDraft(undefined)
  }
  return (
    <TextField
      label={field.name}
      isReadOnly={isReadOnly}
      value={draft ?? String(value ?? '')}
      onChange={setDraft}
      onBlur={commit}
    />
  )
}

function Field(props: FieldProps) {
  const { field, value, isReadOnly, onChange } = props
  switch (field.kind) {
    case 'number':
      return (
        <NumberField
          label={field.name}
          unit={field.unit}
          isReadOnly={isReadOnly}
          value={typeof value === 'number' ? value : undefined}
          onChange={(next) => onChange(next ?? null)}
        />
      )
    case 'date':
      return (
        <DateField
          label={field.name}
          isReadOnly={isReadOnly}
          value={typeof value === 'string' ? value : null}
          onChange={onChange}
        />
      )
    case 'choice': {
      const chosen = String(value ?? '')
      // What was chosen stays readable when it is no choice any more.
      const choices =
        chosen === '' || field.choices.includes(chosen) ? field.choices : [chosen, ...field.choices]
      return (
        <Select
          label={field.name}
          isDisabled={isReadOnly}
          value={chosen}
          onChange={(next) => onChange(next === '' ? null : next)}
          choices={[
            { id: '', label: text('board.field.choose') },
            ...choices.map((one) => ({ id: one, label: one })),
          ]}
        />
      )
    }
    case 'yes-no':
      return (
        <Select
          label={field.name}
          isDisabled={isReadOnly}
          value={value === undefined ? '' : value === true ? 'yes' : 'no'}
          onChange={(next) => onChange(next === '' ? null : next === 'yes')}
          choices={[
            { id: '', label: text('board.field.choose') },
            { id: 'yes', label: text('app.yes') },
            { id: 'no', label: text('app.no') },
          ]}
        />
      )
    case 'text':
      return <TextValue {...props} />
  }
}

const sameFields = (a: readonly FieldRow[], b: readonly FieldRow[]): boolean =>
  a.length === b.length && a.every((one, index) => one === b[index])

export function CardFields({ row }: { row: CardRow }) {
  const { handle, acts, canWrite } = useBoard()
  const fields = useSnapshot(handle, (board) => fieldsFor(board, row), sameFields)
  if (fields.length === 0) return null
  return (
    <section className={styles.section}>
      <h3>{text('board.fields')}</h3>
      <div className={styles.two}>
        {fields.map((field) => (
          <Field
            key={field.id}
            field={field}
            value={fieldValue(field, row)}
            isReadOnly={!canWrite}
            onChange={(value) => acts.run(setField, { card: row.id, field: field.id, value })}
          />
        ))}
      </div>
    </section>
  )
}
