// The dialogs in which customers, values and goals are written down and changed.
import { useState } from 'react'
import type { ReactNode } from 'react'
import { addCustomer, addGoal, addValue, editCustomer, editGoal, editValue } from '@yokoten/shared/team'
import type { TeamSnapshot } from '@yokoten/shared/team'
import { Button } from '../../../design/button'
import { Dialog } from '../../../design/dialog'
import { Select } from '../../../design/select'
import { TextArea } from '../../../design/text-area'
import { TextField } from '../../../design/text-field'
import type { DocumentHandle } from '../../../session/api'
import { text } from '../../../text'
import { refusalWords } from '../words'
import type { TeamRefused } from '../words'
import styles from './purpose.module.css'

/** What is written down or changed: a new one where there is no id. */
export type PurposeAsk =
  | { readonly kind: 'customer'; readonly id?: string }
  | { readonly kind: 'value'; readonly id?: string; readonly customer?: string | null }
  | { readonly kind: 'goal'; readonly id?: string; readonly value?: string | null }

interface FormProps {
  readonly title: string
  readonly onSave: () => TeamRefused | undefined
  readonly onClose: () => void
  readonly children: ReactNode
}

function FormDialog({ title, onSave, onClose, children }: FormProps) {
  const [error, setError] = useState<string>()
  return (
    <Dialog
      isOpen
      title={title}
      onClose={onClose}
      footer={
        <Button look="main" type="submit" form="purpose-form">
          {text('team.save')}
        </Button>
      }
    >
      <form
        id="purpose-form"
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          const refused = onSave()
          if (refused === undefined) onClose()
          else setError(refusalWords(refused))
        }}
      >
        {children}
        {error !== undefined && (
          <p className={styles.error} role="alert">
            {error}
          </p>
        )}
      </form>
    </Dialog>
  )
}

/** What differs from where the form began: what others changed meanwhile is not overwritten by it. */
function changed<T extends object>(before: T, now: T): Partial<T> {
  const keys = Object.keys(now) as (keyof T)[]
  return Object.fromEntries(
    keys.flatMap((key) => (now[key] === before[key] ? [] : [[key, now[key]]])),
  ) as Partial<T>
}

interface AskProps {
  readonly directory: DocumentHandle<TeamSnapshot>
  readonly onClose: () => void
}

function CustomerDialog({ directory, onClose, id }: AskProps & { id?: string | undefined }) {
  const row = id === undefined ? undefined : directory.get().customersById.get(id)
  const [before] = useState({ name: row?.name ?? '', demand: row?.demand ?? '' })
  const [now, setNow] = useState(before)
  return (
    <FormDialog
      title={text(id === undefined ? 'team.purpose.addCustomer' : 'team.purpose.editCustomer')}
      onClose={onClose}
      onSave={() => {
        const done =
          id === undefined
            ? directory.run(addCustomer, now)
            : directory.run(editCustomer, { id, ...changed(before, now) })
        return done.ok ? undefined : done.error
      }}
    >
      <TextField
        autoFocus
        label={text('team.purpose.customer')}
        placeholder={text('team.purpose.customerExample')}
        value={now.name}
        onChange={(name) => setNow({ ...now, name })}
      />
      <TextField
        label={text('team.purpose.demand')}
        placeholder={text('team.purpose.demandExample')}
        note={text('team.purpose.demandNote')}
        value={now.demand}
        onChange={(demand) => setNow({ ...now, demand })}
      />
    </FormDialog>
  )
}

interface PointerProps {
  readonly value: string | null
  readonly onChange: (value: string | null) => void
  readonly team: TeamSnapshot
}

function CustomerSelect({ value, onChange, team }: PointerProps) {
  const customers = team.customers.flatMap((id) => team.customersById.get(id) ?? [])
  return (
    <Select
      label={text('team.purpose.whose')}
      value={customers.some((one) => one.id === value) ? (value ?? '') : ''}
      onChange={(chosen) => onChange(chosen === '' ? null : chosen)}
      choices={[
        { id: '', label: text('team.purpose.notSaidWhose') },
        ...customers.map((one) => ({ id: one.id, label: one.name })),
      ]}
    />
  )
}

function ValueDialog({
  directory,
  onClose,
  id,
  customer,
}: AskProps & { id?: string | undefined; customer?: string | null | undefined }) {
  const team = directory.get()
  const row = id === undefined ? undefined : team.valuesById.get(id)
  const only = team.customers.length === 1 ? team.customers[0] : undefined
  const [before] = useState({
    words: row?.words ?? '',
    customer: row ? row.customer : (customer ?? only ?? null),
  })
  const [now, setNow] = useState(before)
  return (
    <FormDialog
      title={text(id === undefined ? 'team.purpose.addValue' : 'team.purpose.editValue')}
      onClose={onClose}
      onSave={() => {
        const done =
          id === undefined
            ? directory.run(addValue, now)
            : directory.run(editValue, { id, ...changed(before, now) })
        return done.ok ? undefined : done.error
      }}
    >
      <TextField
        autoFocus
        label={text('team.purpose.value')}
        placeholder={text('team.purpose.valueExample')}
        value={now.words}
        onChange={(words) => setNow({ ...now, words })}
      />
      {team.customers.length > 0 && (
        <CustomerSelect
          team={team}
          value={now.customer}
          onChange={(whose) => setNow({ ...now, customer: whose })}
        />
      )}
    </FormDialog>
  )
}

function ValueSelect({ value, onChange, team }: PointerProps) {
  const values = team.values.flatMap((id) => team.valuesById.get(id) ?? [])
  return (
    <Select
      label={text('team.purpose.goalServes')}
      value={values.some((one) => one.id === value) ? (value ?? '') : ''}
      onChange={(chosen) => onChange(chosen === '' ? null : chosen)}
      choices={[
        { id: '', label: text('team.purpose.notSaid') },
        ...values.map((one) => ({ id: one.id, label: one.words })),
      ]}
    />
  )
}

function GoalDialog({
  directory,
  onClose,
  id,
  value,
}: AskProps & { id?: string | undefined; value?: string | null | undefined }) {
  const team = directory.get()
  const row = id === undefined ? undefined : team.goalsById.get(id)
  const [before] = useState({
    what: row?.what ?? '',
    from: row?.from ?? '',
    to: row?.to ?? '',
    by: row?.by ?? null,
    why: row?.why ?? '',
    value: row ? row.value : (value ?? null),
  })
  const [now, setNow] = useState(before)
  return (
    <FormDialog
      title={text(id === undefined ? 'team.purpose.addGoal' : 'team.purpose.editGoal')}
      onClose={onClose}
      onSave={() => {
        const done =
          id === undefined
            ? directory.run(addGoal, now)
            : directory.run(editGoal, { id, ...changed(before, now) })
        return done.ok ? undefined : done.error
      }}
    >
      <TextField
        autoFocus
        label={text('team.purpose.goalWhat')}
        placeholder={text('team.purpose.goalWhatExample')}
        value={now.what}
        onChange={(what) => setNow({ ...now, what })}
      />
      <div className={styles.two}>
        <TextField
          label={text('team.purpose.from')}
          placeholder={text('team.purpose.fromExample')}
          value={now.from}
          onChange={(from) => setNow({ ...now, from })}
        />
        <TextField
          label={text('team.purpose.to')}
          placeholder={text('team.purpose.toExample')}
          value={now.to}
          onChange={(to) => setNow({ ...now, to })}
        />
      </div>
      <TextField
        label={text('team.purpose.by')}
        type="date"
        value={now.by ?? ''}
        onChange={(by) => setNow({ ...now, by: by === '' ? null : by })}
      />
      <TextArea
        label={text('team.purpose.why')}
        rows={2}
        value={now.why}
        onChange={(why) => setNow({ ...now, why })}
      />
      {team.values.length > 0 && (
        <ValueSelect team={team} value={now.value} onChange={(served) => setNow({ ...now, value: served })} />
      )}
    </FormDialog>
  )
}

export function PurposeAsks({ ask, ...rest }: AskProps & { ask: PurposeAsk }) {
  switch (ask.kind) {
    case 'customer':
      return <CustomerDialog {...rest} id={ask.id} />
    case 'value':
      return <ValueDialog {...rest} id={ask.id} customer={ask.customer} />
    case 'goal':
      return <GoalDialog {...rest} id={ask.id} value={ask.value} />
  }
}
