// A column's own settings: name, policy line, limit, what it is for, its halves, its place.
import { useState } from 'react'
import {
  addColumn,
  archiveColumn,
  moveColumn,
  renameColumn,
  ROLES,
  setLimit,
  setPolicy,
  setRole,
  setWhenFull,
  splitColumn,
} from '@yokoten/shared/board'
import type { Column, WhenFull } from '@yokoten/shared/board'
import { Button } from '../../../design/button'
import { Dialog } from '../../../design/dialog'
import { Explain } from '../../../design/explain'
import { NumberField } from '../../../design/number-field'
import { Select } from '../../../design/select'
import { Switch } from '../../../design/switch'
import { TextArea } from '../../../design/text-area'
import { TextField } from '../../../design/text-field'
import { useSnapshot } from '../../../react'
import { text } from '../../../text'
import { useBoard } from '../board-context'
import { LimitSuggestion } from '../capacity/limit-suggestion'
import { StepSkills } from '../capacity/step-skills'
import styles from './dialogs.module.css'

function Place({ column, onClose }: { column: Column; onClose: () => void }) {
  const { handle, acts } = useBoard()
  const columns = useSnapshot(handle, (board) => board.columns)
  const index = columns.indexOf(column)
  return (
    <div className={styles.group}>
      <h3>{text('board.column.place')}</h3>
      <div className={styles.row}>
        <Button
          isDisabled={index <= 0}
          onPress={() => acts.run(moveColumn, { column: column.id, after: columns[index - 2]?.id ?? null })}
        >
          {text('board.column.left')}
        </Button>
        <Button
          isDisabled={index < 0 || index === columns.length - 1}
          onPress={() => acts.run(moveColumn, { column: column.id, after: columns[index + 1]?.id ?? null })}
        >
          {text('board.column.right')}
        </Button>
        <Button onPress={() => acts.run(archiveColumn, { column: column.id }) && onClose()}>
          {text('board.column.archive')}
        </Button>
      </div>
    </div>
  )
}

export function ColumnDialog({ column: id, onClose }: { column: string; onClose: () => void }) {
  const { handle, acts } = useBoard()
  const column = useSnapshot(handle, (board) => board.columnsById.get(id))
  const whenFull = useSnapshot(handle, (board) => board.whenFull)
  const [name, setName] = useState(column?.name ?? '')
  const [policy, setPolicyWords] = useState(column?.policy ?? '')
  const [limit, setLimitNumber] = useState(column?.limit ?? undefined)
  const [why, setWhy] = useState('')
  const [role, setRoleChosen] = useState(column?.role)
  const [split, setSplit] = useState(column?.split)
  const [full, setFull] = useState(whenFull)
  if (!column) return null
  const save = () => {
    const isDone =
      (name === column.name || acts.run(renameColumn, { column: id, name })) &&
      (policy === column.policy || acts.run(setPolicy, { column: id, policy })) &&
      ((limit ?? null) === column.limit || acts.run(setLimit, { column: id, limit: limit ?? null, why })) &&
      (role === undefined || role === column.role || acts.run(setRole, { column: id, role })) &&
      (split === undefined || split === column.split || acts.run(splitColumn, { column: id, split })) &&
      (full === whenFull || acts.run(setWhenFull, { whenFull: full }))
    if (isDone) onClose()
  }
  return (
    <Dialog
      isOpen
      title={column.name}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{text('board.cancel')}</Button>
          <Button look="main" onPress={save}>
            {text('board.save')}
          </Button>
        </>
      }
    >
      <form
        className={styles.fields}
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <TextField label={text('board.column.name')} value={name} onChange={setName} />
        <TextArea
          label={text('board.column.policy')}
          note={text('board.column.policyNote')}
          rows={2}
          value={policy}
          onChange={setPolicyWords}
        />
        <div className={styles.labelled}>
          <NumberField
            label={text('board.column.limit')}
            minValue={1}
            maxValue={999}
            value={limit}
            withSteppers
            onChange={setLimitNumber}
          />
          <Explain term={text('board.column.limit')}>{text('board.explain.limit')}</Explain>
        </div>
        <LimitSuggestion column={id} onTaken={setLimitNumber} />
        {(limit ?? null) !== column.limit && (
          <TextField label={text('board.column.why')} value={why} onChange={setWhy} />
        )}
        <Select
          label={text('board.column.role')}
          value={role ?? column.role}
          onChange={setRoleChosen}
          choices={ROLES.map((role) => ({ id: role, label: text(`board.role.${role}`) }))}
        />
        <Switch label={text('board.column.split')} isSelected={split ?? column.split} onChange={setSplit} />
        <Select<WhenFull>
          label={text('board.column.whenFull')}
          value={full}
          onChange={setFull}
          choices={[
            { id: 'with-reason', label: text('board.whenFull.with-reason') },
            { id: 'forbidden', label: text('board.whenFull.forbidden') },
          ]}
        />
      </form>
      <StepSkills column={id} />
      <Place column={column} onClose={onClose} />
    </Dialog>
  )
}

export function NewColumnDialog({ onClose }: { onClose: () => void }) {
  const { handle, acts } = useBoard()
  const columns = useSnapshot(handle, (board) => board.columns)
  const [name, setName] = useState('')
  const [after, setAfter] = useState(columns.at(-2)?.id ?? columns.at(-1)?.id ?? '')
  const submit = () => {
    if (acts.run(addColumn, { name, after })) onClose()
  }
  return (
    <Dialog
      isOpen
      title={text('board.column.new')}
      onClose={onClose}
      footer={
        <Button look="main" isDisabled={name.trim() === ''} onPress={submit}>
          {text('board.column.add')}
        </Button>
      }
    >
      <form
        className={styles.fields}
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <TextField autoFocus label={text('board.column.name')} value={name} onChange={setName} />
        <Select
          label={text('board.column.after')}
          value={after}
          onChange={setAfter}
          choices={columns.map((column) => ({ id: column.id, label: column.name }))}
        />
      </form>
    </Dialog>
  )
}
