// Fields of the team's own, on every card or on the cards of a type.
import { useRef, useState } from 'react'
import { addField, archiveField, editField, FIELD_KINDS } from '@yokoten/shared/board'
import type { FieldKind, FieldRow } from '@yokoten/shared/board'
import { Button } from '../../../design/button'
import { Select } from '../../../design/select'
import { TextArea } from '../../../design/text-area'
import { TextField } from '../../../design/text-field'
import { useSnapshot } from '../../../react'
import { text } from '../../../text'
import { useBoard } from '../board-context'
import { InPlace, KindRow } from './kind-row'
import type { Order } from './list-acts'
import styles from './kinds.module.css'
import { useOrder } from './use-order'

const linesOf = (words: string): string[] => words.split('\n')

function TypeSelect({ value, onChange }: { value: string | null; onChange: (type: string | null) => void }) {
  const { handle, canWrite } = useBoard()
  const types = useSnapshot(handle, (board) => board.types)
  if (types.length === 0) return null
  return (
    <Select
      label={text('board.kinds.fieldOf')}
      isDisabled={!canWrite}
      value={types.some((type) => type.id === value) ? (value ?? '') : ''}
      onChange={(type) => onChange(type === '' ? null : type)}
      choices={[
        { id: '', label: text('board.kinds.everyCard') },
        ...types.map((type) => ({ id: type.id, label: type.name })),
      ]}
    />
  )
}

function FieldEntry({ field, order }: { field: FieldRow; order: Order }) {
  const { acts, canWrite } = useBoard()
  return (
    <KindRow
      id={field.id}
      order={order}
      name={field.name}
      canWrite={canWrite}
      onName={(name) => acts.run(editField, { field: field.id, name })}
      onRemove={() => acts.putAway(archiveField, { field: field.id }, field.name)}
    >
      <div className={styles.more}>
        <span className={styles.note}>{text(`board.field.kind.${field.kind}`)}</span>
        <TypeSelect value={field.type} onChange={(type) => acts.run(editField, { field: field.id, type })} />
        {field.kind === 'number' && (
          <InPlace
            label={text('board.kinds.unit')}
            value={field.unit}
            isReadOnly={!canWrite}
            onChange={(unit) => acts.run(editField, { field: field.id, unit })}
          />
        )}
        {field.kind === 'choice' && (
          <InPlace
            label={text('board.kinds.choices')}
            rows={3}
            value={field.choices.join('\n')}
            isReadOnly={!canWrite}
            onChange={(words) => acts.run(editField, { field: field.id, choices: linesOf(words) })}
          />
        )}
      </div>
    </KindRow>
  )
}

function NewField() {
  const { acts } = useBoard()
  const [name, setName] = useState('')
  const [kind, setKind] = useState<FieldKind>('text')
  const [type, setType] = useState<string | null>(null)
  const [unit, setUnit] = useState('')
  const [choices, setChoices] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const isReady = name.trim() !== '' && (kind !== 'choice' || choices.trim() !== '')
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (!isReady || !acts.run(addField, { name, kind, type, unit, choices: linesOf(choices) })) return
        setName('')
        setUnit('')
        setChoices('')
        field.current?.focus()
      }}
    >
      <h3>{text('board.kinds.fieldAdd')}</h3>
      <TextField label={text('board.kinds.fieldName')} inputRef={field} value={name} onChange={setName} />
      <Select
        label={text('board.kinds.fieldKind')}
        value={kind}
        onChange={setKind}
        choices={FIELD_KINDS.map((id) => ({ id, label: text(`board.field.kind.${id}`) }))}
      />
      <TypeSelect value={type} onChange={setType} />
      {kind === 'number' && <TextField label={text('board.kinds.unit')} value={unit} onChange={setUnit} />}
      {kind === 'choice' && (
        <TextArea label={text('board.kinds.choices')} value={choices} onChange={setChoices} />
      )}
      <div>
        <Button type="submit" isDisabled={!isReady}>
          {text('board.kinds.add')}
        </Button>
      </div>
    </form>
  )
}

export function FieldsPanel() {
  const { handle, canWrite } = useBoard()
  const fields = useSnapshot(handle, (board) => board.fields)
  const order = useOrder('fields', fields)
  return (
    <div className={styles.panel}>
      {fields.length === 0 && <p className={styles.note}>{text('board.kinds.fieldEmpty')}</p>}
      <ul className={styles.list}>
        {fields.map((field) => (
          <FieldEntry key={field.id} field={field} order={order} />
        ))}
      </ul>
      {canWrite && <NewField />}
    </div>
  )
}
