// "Who is this for": which of the team's values something serves, and the line from there to the customer and the goals.
import { lineOf, valueServed } from '@yokoten/shared/team'
import type { GoalRow, Purpose, ValueRow } from '@yokoten/shared/team'
import { Link } from 'wouter'
import { text } from '../text'
import { buttonClass } from './button'
import { Select } from './select'
import styles from './serves-field.module.css'

const dayFormat = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeZone: 'UTC' })

/** "1 Mar 2027" of `YYYY-MM-DD`. */
export const dayInWords = (day: string): string => dayFormat.format(new Date(`${day}T00:00:00Z`))

/** "4 % → 1 % by 1 Mar 2027", as far as it is said. */
export function goalPath({ from, to, by }: Pick<GoalRow, 'from' | 'to' | 'by'>): string {
  const way =
    from !== '' && to !== ''
      ? text('design.goal.fromTo', { from, to })
      : to !== ''
        ? text('design.goal.to', { to })
        : from !== ''
          ? text('design.goal.from', { from })
          : ''
  const until = by === null ? '' : text('design.goal.by', { day: dayInWords(by) })
  return [way, until].filter((part) => part !== '').join(' ')
}

/** "A good part, first time · Press shop" */
export const valueLabel = (purpose: Purpose, value: ValueRow): string => {
  const customer = lineOf(purpose, value.id)?.customer
  return customer
    ? text('design.serves.choice', { value: value.words, customer: customer.name })
    : value.words
}

interface ServesFieldProps {
  readonly purpose: Purpose
  /** The id of the value pointed at, or null. */
  readonly value: string | null
  readonly onChange: (value: string | null) => void
  readonly isReadOnly: boolean
  /** Where a title says already what it is about. */
  readonly hideLabel?: boolean
  /** Leads to the page on whom the team works for; left out, nothing does. */
  readonly purposePath?: string | undefined
}

/** Where the team has written down no value yet and this points at none, it teaches in one sentence. */
export function ServesField({
  purpose,
  value,
  onChange,
  isReadOnly,
  hideLabel = false,
  purposePath,
}: ServesFieldProps) {
  const line = lineOf(purpose, value)
  const isOfToday = value === null || valueServed(purpose, value) !== null
  const values = purpose.values.flatMap((id) => purpose.valuesById.get(id) ?? [])
  const gone = isOfToday
    ? []
    : [{ id: value, label: line ? line.value.words : text('design.serves.notHere') }]
  return (
    <div className={styles.serves}>
      {values.length > 0 || value !== null ? (
        <Select
          label={text('design.serves')}
          hideLabel={hideLabel}
          isDisabled={isReadOnly}
          value={value ?? ''}
          onChange={(chosen) => onChange(chosen === '' ? null : chosen)}
          choices={[
            { id: '', label: text('design.serves.notSaid') },
            ...gone,
            ...values.map((one) => ({ id: one.id, label: valueLabel(purpose, one) })),
          ]}
        />
      ) : (
        <p className={styles.note}>{text('design.serves.none')}</p>
      )}
      {line && (
        <dl className={styles.line}>
          <div>
            <dt>{text('design.serves.customer')}</dt>
            <dd>
              {line.customer ? line.customer.name : text('design.serves.noCustomer')}
              {line.customer && line.customer.demand !== '' && <small>{line.customer.demand}</small>}
            </dd>
          </div>
          <div>
            <dt>{text('design.serves.value')}</dt>
            <dd>
              {line.value.words}
              {!isOfToday && <small>{text('design.serves.valuedNoMore')}</small>}
            </dd>
          </div>
          {line.goals.map((goal) => (
            <div key={goal.id}>
              <dt>{text('design.serves.goal')}</dt>
              <dd>
                {goal.what} <small>{goalPath(goal)}</small>
              </dd>
            </div>
          ))}
        </dl>
      )}
      {purposePath !== undefined && (
        <Link href={purposePath} className={buttonClass({ look: 'quiet' })}>
          {text('design.serves.open')}
        </Link>
      )}
    </div>
  )
}
