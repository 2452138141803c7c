// When one person is here: every week, the week looked at, or away from one day to another; for oneself or for somebody.
import { useState } from 'react'
import { isoFromDay } from '@yokoten/shared/kernel'
import { dayOf, HOURS_LIMIT, personWeek, setAway, setDay, setUsualWeek, WEEK } from '@yokoten/shared/team'
import type { TeamSnapshot } from '@yokoten/shared/team'
import { Button } from '../../../design/button'
import { Dialog } from '../../../design/dialog'
import { NumberField } from '../../../design/number-field'
import { Segmented } from '../../../design/segmented'
import { TextField } from '../../../design/text-field'
import { useReadable } from '../../../react'
import type { TeamSession } from '../../../session/api'
import { text } from '../../../text'
import { refusalWords } from '../words'
import type { TeamRefused } from '../words'
import styles from './capacity.module.css'
import { dateWords, enteredWords, fieldDate, weekdayLong, weekdayWord } from './words'

type Part = 'week' | 'usual' | 'away'
type Hours = readonly (number | undefined)[]

interface WeekDialogProps {
  readonly team: TeamSession<TeamSnapshot>
  readonly person: string
  /** The day's number of the week's Monday. */
  readonly monday: number
  readonly onClose: () => void
}

const FULL: Hours = [8, 8, 8, 8, 8, 0, 0]

function HoursFields({
  monday,
  hours,
  withDates,
  onChange,
}: {
  monday: number
  hours: Hours
  withDates: boolean
  onChange: (hours: Hours) => void
}) {
  return (
    <div className={styles.hours}>
      {hours.map((value, index) => (
        <NumberField
          key={index}
          label={
            withDates
              ? text('team.week.dayField', {
                  day: weekdayWord(monday + index),
                  date: dateWords(monday + index),
                })
              : weekdayLong(monday + index)
          }
          minValue={0}
          maxValue={HOURS_LIMIT}
          unit={text('team.week.unit')}
          value={value}
          onChange={(next) => onChange(hours.map((old, at) => (at === index ? next : old)))}
        />
      ))}
    </div>
  )
}

export default function WeekDialog({ team, person, monday, onClose }: WeekDialogProps) {
  const directory = useReadable(team.directory)
  const times = directory.timesById.get(person)
  const days = personWeek(times, person, monday).days
  const [part, setPart] = useState<Part>(times && Object.keys(times.usual).length > 0 ? 'week' : 'usual')
  const usualNow = Array.from({ length: WEEK }, (_, index) => times?.usual[String(index + 1)]?.hours)
  const [usual, setUsual] = useState<Hours>(usualNow)
  const [week, setWeek] = useState<Hours>(days.map((day) => day.hours ?? undefined))
  const [from, setFrom] = useState(fieldDate(monday))
  const [to, setTo] = useState(fieldDate(monday + 4))
  const [error, setError] = useState<string>()
  const name = directory.peopleById.get(person)?.name ?? ''

  const first = (results: readonly { ok: boolean; error?: TeamRefused }[]) =>
    results.find((result) => !result.ok)?.error
  function save(): TeamRefused | undefined {
    const { directory: handle } = team
    if (part === 'away') return first([handle.run(setAway, { person, from, to })])
    if (part === 'usual') {
      const isSaid = usual.some((hours) => hours !== undefined)
      return isSaid
        ? first([handle.run(setUsualWeek, { person, hours: usual.map((hours) => hours ?? 0) })])
        : undefined
    }
    const plain = times && { ...times, days: {} }
    return first(
      days.flatMap((day, index) => {
        const hours = week[index] ?? null
        if (hours === day.hours) return []
        // The usual hours again are no exception any more.
        const isUsual = dayOf(plain, day.day).hours === hours
        return [handle.run(setDay, { person, day: isoFromDay(day.day), hours: isUsual ? null : hours })]
      }),
    )
  }
  const entered = days.flatMap((day) => {
    const other = day.by === null || day.by === person ? undefined : directory.peopleById.get(day.by)
    return other && day.at !== null ? [{ day: day.day, who: other.name, at: day.at }] : []
  })
  return (
    <Dialog
      isOpen
      title={text('team.week.title', { who: name })}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{text('team.cancel')}</Button>
          <Button look="main" type="submit" form="week-dialog">
            {text('team.save')}
          </Button>
        </>
      }
    >
      <form
        id="week-dialog"
        noValidate
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          const refused = save()
          if (refused) setError(refusalWords(refused))
          else onClose()
        }}
      >
        <Segmented<Part>
          label={text('team.week.part')}
          wide
          value={part}
          onChange={(next) => {
            setPart(next)
            setError(undefined)
          }}
          segments={[
            { id: 'usual', label: text('team.week.usual') },
            { id: 'week', label: text('team.week.thisOne', { from: dateWords(monday) }) },
            { id: 'away', label: text('team.week.daysAway') },
          ]}
        />
        {part === 'usual' && (
          <>
            <HoursFields monday={monday} hours={usual} withDates={false} onChange={setUsual} />
            <Button onPress={() => setUsual(FULL)}>{text('team.week.full')}</Button>
          </>
        )}
        {part === 'week' && <HoursFields monday={monday} hours={week} withDates onChange={setWeek} />}
        {part === 'week' &&
          entered.map(({ day, who, at }) => (
            <p key={day} className={styles.note}>
              {text('team.week.entered', { day: weekdayWord(day), who, date: enteredWords(at) })}
            </p>
          ))}
        {part === 'away' && (
          <div className={styles.two}>
            <TextField label={text('team.week.from')} type="date" value={from} onChange={setFrom} />
            <TextField label={text('team.week.to')} type="date" value={to} onChange={setTo} />
          </div>
        )}
        {error !== undefined && (
          <p className={styles.error} role="alert">
            {error}
          </p>
        )}
      </form>
    </Dialog>
  )
}
