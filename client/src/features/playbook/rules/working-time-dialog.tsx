// When the team works: deadlines of proposals are counted in this time, whatever nights and weekends lie between.
import { useState } from 'react'
import { setWorkingTime, workingTimeOf } from '@yokoten/shared/playbook'
import { Button } from '../../../design/button'
import { Checkbox } from '../../../design/checkbox'
import { Dialog } from '../../../design/dialog'
import { Select } from '../../../design/select'
import { TextField } from '../../../design/text-field'
import { text } from '../../../text'
import { usePlaybook, usePlaybookRoom } from '../playbook-context'
import { refusalWords } from '../words'
import styles from './rules.module.css'

/** A Monday, as weekdays are named from it. */
const MONDAY = Date.UTC(2024, 0, 1)
const DAY = 86_400_000
const weekday = new Intl.DateTimeFormat(undefined, { weekday: 'long', timeZone: 'UTC' })

const pad = (value: number): string => String(value).padStart(2, '0')
/** "08:00" of minutes since midnight; the end of the day is written as its last minute. */
const clockOf = (minutes: number): string => {
  const shown = Math.min(minutes, 24 * 60 - 1)
  return `${pad(Math.floor(shown / 60))}:${pad(shown % 60)}`
}
/** Minutes since midnight; NaN where it is no time. */
const minutesOf = (clock: string): number => {
  const [hours = Number.NaN, minutes = Number.NaN] = clock.split(':').map(Number)
  return hours * 60 + minutes
}

export function WorkingTimeDialog({ onClose }: { onClose: () => void }) {
  const { act, zone } = usePlaybookRoom()
  const hours = usePlaybook((playbook) => playbook.hours)
  const [before] = useState(() => workingTimeOf({ hours }, zone))
  const [days, setDays] = useState(before.days)
  const [from, setFrom] = useState(clockOf(before.from))
  const [to, setTo] = useState(clockOf(before.to))
  const [chosen, setZone] = useState(before.zone)
  const [error, setError] = useState<string>()
  const [zones] = useState(() => [
    ...new Set([before.zone, zone, 'UTC', ...Intl.supportedValuesOf('timeZone')]),
  ])
  return (
    <Dialog
      isOpen
      title={text('playbook.time.title')}
      note={text('playbook.time.note')}
      onClose={onClose}
      footer={
        <Button look="main" type="submit" form="time-form">
          {text('playbook.save')}
        </Button>
      }
    >
      <form
        id="time-form"
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          const came = act(setWorkingTime, {
            days,
            from: minutesOf(from),
            to: minutesOf(to),
            zone: chosen,
          })
          if (typeof came === 'object') setError(refusalWords(came))
          else onClose()
        }}
      >
        {hours?.disputed && <p className={styles.notice}>{text('playbook.time.disputed')}</p>}
        <fieldset>
          <legend>{text('playbook.time.days')}</legend>
          <div className={styles.days}>
            {[0, 1, 2, 3, 4, 5, 6].map((day) => (
              <Checkbox
                key={day}
                isSelected={days.includes(day)}
                onChange={(on) => setDays(on ? [...days, day].sort() : days.filter((one) => one !== day))}
              >
                {weekday.format(MONDAY + day * DAY)}
              </Checkbox>
            ))}
          </div>
        </fieldset>
        <div className={styles.two}>
          <TextField type="time" label={text('playbook.time.from')} value={from} onChange={setFrom} />
          <TextField type="time" label={text('playbook.time.to')} value={to} onChange={setTo} />
        </div>
        <Select
          label={text('playbook.time.zone')}
          value={chosen}
          onChange={setZone}
          choices={zones.map((id) => ({ id, label: id.replaceAll('_', ' ') }))}
        />
        {error !== undefined && (
          <p className={styles.error} role="alert">
            {error}
          </p>
        )}
      </form>
    </Dialog>
  )
}
