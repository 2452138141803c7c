// Cards that come again by themselves, from a template, into a column.
import { X } from 'lucide-react'
import { useState } from 'react'
import {
  addRecurring,
  archiveRecurring,
  dayWhere,
  dueToCome,
  editRecurring,
  isoFromDay,
  nextComing,
  RHYTHMS,
} from '@yokoten/shared/board'
import type { RecurringRow, Rhythm } from '@yokoten/shared/board'
import { Button } from '../../../design/button'
import { IconButton } from '../../../design/icon-button'
import { Select } from '../../../design/select'
import { TextField } from '../../../design/text-field'
import { useNow, useSnapshot } from '../../../react'
import { text } from '../../../text'
import { useBoard } from '../board-context'
import { dayWords } from '../words'
import styles from './kinds.module.css'

const rhythms = () => RHYTHMS.map((id) => ({ id, label: text(`board.rhythm.${id}`) }))

function AgainRow({ recurring }: { recurring: RecurringRow }) {
  const { handle, acts, canWrite } = useBoard()
  const now = useNow()
  const name = useSnapshot(
    handle,
    (board) => board.templates.find((one) => one.id === recurring.template)?.name ?? '',
  )
  const columns = useSnapshot(handle, (board) => board.columns)
  const removed = useSnapshot(handle, (board) => {
    const column = board.columnsById.get(recurring.column)
    return column?.archived === false ? undefined : (column?.name ?? '')
  })
  const due = useSnapshot(
    handle,
    (board) => dueToCome(board, now).find((one) => one.recurring === recurring.id),
    (a, b) => a?.day === b?.day,
  )
  const next = nextComing(recurring, dayWhere(recurring, now))
  return (
    <li className={styles.again}>
      <div>
        <b>{name === '' ? text('board.refused.kind-gone') : name}</b>
        <div className={styles.pair}>
          <Select
            label={text('board.kinds.againRhythm')}
            isDisabled={!canWrite}
            value={recurring.rhythm}
            onChange={(rhythm) => acts.run(editRecurring, { recurring: recurring.id, rhythm })}
            choices={rhythms()}
          />
          <Select
            label={text('board.kinds.againColumn')}
            isDisabled={!canWrite}
            value={recurring.column}
            onChange={(column) => acts.run(editRecurring, { recurring: recurring.id, column })}
            choices={[
              ...(removed === undefined
                ? []
                : [{ id: recurring.column, label: text('board.kinds.againRemoved', { column: removed }) }]),
              ...columns.map(({ id, name: label }) => ({ id, label })),
            ]}
          />
        </div>
        <p className={styles.note}>
          {due
            ? text('board.kinds.againNow', { day: dayWords(isoFromDay(due.day)) })
            : next !== null && text('board.kinds.againNext', { day: dayWords(isoFromDay(next)) })}
        </p>
      </div>
      {canWrite && (
        <IconButton
          icon={X}
          label={text('board.kinds.againStop', { name })}
          onPress={() => acts.putAway(archiveRecurring, { recurring: recurring.id }, name)}
        />
      )}
    </li>
  )
}

function NewAgain() {
  const { handle, acts, calendar } = useBoard()
  const templates = useSnapshot(handle, (board) => board.templates)
  const columns = useSnapshot(handle, (board) => board.columns)
  const now = useNow()
  const [template, setTemplate] = useState<string>()
  const [column, setColumn] = useState<string>()
  const [rhythm, setRhythm] = useState<Rhythm>('weekly')
  const [from, setFrom] = useState(() => isoFromDay(calendar.dayOf(now)))
  const first = templates[0]
  const into = columns[0]
  if (!first || !into) return <p className={styles.note}>{text('board.kinds.againNeeds')}</p>
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        acts.run(addRecurring, {
          template: template ?? first.id,
          column: column ?? into.id,
          rhythm,
          from,
          zone: calendar.timeZone,
        })
      }}
    >
      <h3>{text('board.kinds.againAdd')}</h3>
      <Select
        label={text('board.kinds.againTemplate')}
        value={template ?? first.id}
        onChange={setTemplate}
        choices={templates.map(({ id, name }) => ({ id, label: name }))}
      />
      <Select
        label={text('board.kinds.againRhythm')}
        value={rhythm}
        onChange={setRhythm}
        choices={rhythms()}
      />
      <TextField label={text('board.kinds.againFrom')} type="date" value={from} onChange={setFrom} />
      <Select
        label={text('board.kinds.againColumn')}
        value={column ?? into.id}
        onChange={setColumn}
        choices={columns.map(({ id, name }) => ({ id, label: name }))}
      />
      <div>
        <Button type="submit" isDisabled={from === ''}>
          {text('board.kinds.againAdd')}
        </Button>
      </div>
    </form>
  )
}

export function AgainPanel() {
  const { handle, canWrite } = useBoard()
  const recurring = useSnapshot(handle, (board) => board.recurring)
  return (
    <div className={styles.panel}>
      {recurring.length === 0 && <p className={styles.note}>{text('board.kinds.againEmpty')}</p>}
      <ul className={styles.list}>
        {recurring.map((one) => (
          <AgainRow key={one.id} recurring={one} />
        ))}
      </ul>
      {canWrite && <NewAgain />}
    </div>
  )
}
