// When a special case holds: from which amount, in which column, for which class, and who is touched.
import { NumberField } from '../../../design/number-field'
import { Select } from '../../../design/select'
import { useReadable } from '../../../react'
import { text } from '../../../text'
import { usePlaybookRoom } from '../playbook-context'
import { askable } from './rule-form'
import type { ConditionForm } from './rule-form'
import { classChoices } from './rule-words'
import styles from './rules.module.css'

interface ConditionFieldsProps {
  readonly act: string
  readonly form: ConditionForm
  readonly onChange: (form: ConditionForm) => void
}

export function ConditionFields({ act, form, onChange }: ConditionFieldsProps) {
  const { team, columns } = usePlaybookRoom()
  const { people, peopleById } = useReadable(team.directory)
  const asks = askable(act)
  const set = (part: Partial<ConditionForm>) => onChange({ ...form, ...part })
  const any = { id: '', label: text('playbook.condition.any') }
  return (
    <fieldset>
      <legend>{text('playbook.condition.title')}</legend>
      {asks.amount && (
        <div className={styles.two}>
          <NumberField
            label={text('playbook.condition.moreThanField')}
            note={text('playbook.condition.moneyNote')}
            value={form.moreThan}
            onChange={(moreThan) => set({ moreThan })}
          />
          <NumberField
            label={text('playbook.condition.upToField')}
            value={form.upTo}
            onChange={(upTo) => set({ upTo })}
          />
        </div>
      )}
      {asks.column && columns.size > 0 && (
        <Select
          label={text('playbook.condition.columnField')}
          value={form.column}
          onChange={(column) => set({ column })}
          choices={[any, ...[...columns].map(([id, label]) => ({ id, label }))]}
        />
      )}
      {asks.classOfService && (
        <Select
          label={text('playbook.condition.classField')}
          value={form.classOfService}
          onChange={(classOfService) => set({ classOfService })}
          choices={[any, ...classChoices()]}
        />
      )}
      {asks.touches && (
        <Select
          label={text('playbook.condition.touchesField')}
          value={form.touches}
          onChange={(touches) => set({ touches })}
          choices={[
            any,
            { id: 'others', label: text('playbook.condition.anybodyElse') },
            ...people.map((id) => ({
              id,
              label: peopleById.get(id)?.name || text('playbook.somebody'),
            })),
          ]}
        />
      )}
    </fieldset>
  )
}
