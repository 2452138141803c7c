// A column's own settings: name, policy line, limit, group, halves, the marks, its place, and taking it off the board.
import { useState } from 'react'
import { moveColumn, putInGroup, renameColumn, setPolicy, splitColumn } from '@yokoten/shared/board'
import type { BoardSnapshot, Column } from '@yokoten/shared/board'
import { Button } from '../../../design/button'
import { Select } from '../../../design/select'
import { Switch } from '../../../design/switch'
import { TextArea } from '../../../design/text-area'
import { TextField } from '../../../design/text-field'
import { useSnapshot } from '../../../react'
import { text } from '../../../text'
import { useBoard } from '../board-context'
import { LimitSuggestion } from '../capacity/limit-suggestion'
import { StepSkills } from '../capacity/step-skills'
import { LimitFields } from '../structure/limit-fields'
import { Marks } from '../structure/marks'
import { RemoveColumn } from '../structure/remove-column'
import { useLimitEdit } from '../structure/use-limit-edit'
import dialogStyles from './dialogs.module.css'
import { SaveDialog } from './save-dialog'

const ALONE = ''
const NEW = '*'

/** Groups that some column stands in, by name. */
const groupsInUse = (board: BoardSnapshot) =>
  [...board.groups.values()].filter((group) => board.columns.some((column) => column.group === group.id))
const sameGroups = (a: ReturnType<typeof groupsInUse>, b: typeof a): boolean =>
  a.length === b.length && a.every((group, index) => group === b[index])

function Place({ column }: { column: Column }) {
  const { handle, acts } = useBoard()
  const columns = useSnapshot(handle, (board) => board.columns)
  const index = columns.indexOf(column)
  return (
    <div className={dialogStyles.group}>
      <h3>{text('board.column.place')}</h3>
      <div className={dialogStyles.row}>
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
      </div>
    </div>
  )
}

export function ColumnDialog({ column: id, onClose }: { column: string; onClose: () => void }) {
  const { handle } = useBoard()
  const column = useSnapshot(handle, (board) => board.columnsById.get(id))
  if (!column || column.archived) return null
  return <ColumnFields column={column} onClose={onClose} />
}

function ColumnFields({ column, onClose }: { column: Column; onClose: () => void }) {
  const { handle, acts } = useBoard()
  const { id } = column
  const groups = useSnapshot(handle, groupsInUse, sameGroups)
  const [name, setName] = useState(column.name)
  const [policy, setPolicyWords] = useState(column.policy)
  const [split, setSplit] = useState(column.split)
  const [group, setGroup] = useState(column.group ?? ALONE)
  const [groupName, setGroupName] = useState('')
  const limit = useLimitEdit({ kind: 'column', id })
  const chosenGroup = group === ALONE ? null : group === NEW ? { name: groupName } : { id: group }
  const save = () => {
    const isDone =
      (name === column.name || acts.settle(renameColumn, { column: id, name })) &&
      (policy === column.policy || acts.settle(setPolicy, { column: id, policy })) &&
      limit.save() &&
      (split === column.split || acts.settle(splitColumn, { column: id, split })) &&
      (group === (column.group ?? ALONE) || acts.settle(putInGroup, { column: id, group: chosenGroup }))
    if (isDone) onClose()
  }
  return (
    <SaveDialog
      title={column.name}
      onSave={save}
      onClose={onClose}
      fields={
        <>
          <TextField label={text('board.column.name')} value={name} onChange={setName} />
          <TextArea
            label={text('board.column.policy')}
            note={text('board.column.policyNote')}
            rows={2}
            value={policy}
            onChange={setPolicyWords}
          />
          <LimitFields
            edit={limit}
            label={text('board.column.limit')}
            explain={text('board.explain.limit')}
          />
          <LimitSuggestion column={id} onTaken={limit.change} />
          <Switch label={text('board.column.split')} isSelected={split} onChange={setSplit} />
          <Select
            label={text('board.group.of')}
            value={group}
            onChange={setGroup}
            choices={[
              { id: ALONE, label: text('board.group.none') },
              ...groups.map((one) => ({ id: one.id, label: one.name })),
              { id: NEW, label: text('board.group.new') },
            ]}
          />
          {group === NEW && (
            <TextField
              autoFocus
              label={text('board.group.name')}
              placeholder={text('board.group.example')}
              value={groupName}
              onChange={setGroupName}
            />
          )}
        </>
      }
    >
      <StepSkills column={id} />
      <Marks column={column} />
      <Place column={column} />
      <RemoveColumn column={column} onClose={onClose} />
    </SaveDialog>
  )
}
