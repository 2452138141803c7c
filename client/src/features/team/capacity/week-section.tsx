// Who is here: the week's hours by person, today in one tap, and the way to say more.
import { ChevronLeft, ChevronRight, Pencil } from 'lucide-react'
import { Suspense, lazy, useState } from 'react'
import { isoFromDay, mondayOf } from '@yokoten/shared/kernel'
import { hereOn, setDay, teamWeek } from '@yokoten/shared/team'
import type { Day, PersonWeek, TeamSnapshot, TeamWeek } from '@yokoten/shared/team'
import { Avatar } from '../../../design/avatar'
import { Button } from '../../../design/button'
import { classNames } from '../../../design/class-names'
import { IconButton } from '../../../design/icon-button'
import { toasts } from '../../../design/toasts'
import { VisuallyHidden } from '../../../design/visually-hidden'
import { useReadable } from '../../../react'
import type { TeamSession } from '../../../session/api'
import { text } from '../../../text'
import section from '../../../design/section.module.css'
import { refusalWords } from '../words'
import styles from './capacity.module.css'
import { useToday } from './use-today'
import { dateWords, dayLong, dayWords, roundHours, weekdayWord } from './words'

const WeekDialog = lazy(() => import('./week-dialog'))

/** Weekdays always stand there; Saturday and Sunday only where they matter. */
function shownDays(week: TeamWeek, today: number): readonly number[] {
  return [0, 1, 2, 3, 4, 5, 6].filter(
    (index) =>
      index < 5 ||
      week.monday + index === today ||
      week.people.some((one) => (one.days[index]?.hours ?? 0) > 0),
  )
}

function summary(week: TeamWeek, today: number): string {
  const said = week.people.filter((one) => one.isSaid).length
  if (said === 0) return text('team.week.none')
  const index = today - week.monday
  const parts = [text('team.week.sum', { hours: roundHours(week.hours) })]
  if (index >= 0 && index < 7) {
    const here = week.people.filter((one) => (one.days[index]?.hours ?? 0) > 0).length
    parts.unshift(text('team.week.hereToday', { count: here, of: week.people.length }))
  }
  if (said < week.people.length) parts.push(text('team.week.notSaid', { count: week.people.length - said }))
  return parts.join(' ')
}

interface RowProps {
  readonly team: TeamSession<TeamSnapshot>
  readonly week: PersonWeek
  readonly shown: readonly number[]
  readonly today: number
  readonly isYou: boolean
  readonly onEdit: () => void
}

function PersonRow({ team, week, shown, today, isYou, onEdit }: RowProps) {
  const directory = useReadable(team.directory)
  const person = directory.peopleById.get(week.person)
  if (!person) return null
  const canEdit = team.mode === 'edit'
  const toggle = ({ hours, day }: Day) => {
    const at = { person: week.person, day: isoFromDay(day) }
    const done =
      (hours ?? 0) > 0 ? team.directory.run(setDay, { ...at, hours: 0 }) : team.directory.run(hereOn, at)
    if (!done.ok) toasts.show(refusalWords(done.error), { tone: 'stop' })
  }
  const enteredBy = ({ by }: Day) => {
    const other = by === null || by === week.person ? undefined : directory.peopleById.get(by)
    return other && text('team.week.enteredBy', { who: other.name })
  }
  return (
    <tr>
      <th scope="row">
        <span className={styles.person}>
          <Avatar person={person} size={28} isDecorative />
          <span>
            {person.name || text('team.person.unnamed')}
            {isYou && <VisuallyHidden> {text('team.week.you')}</VisuallyHidden>}
          </span>
        </span>
      </th>
      {shown.map((index) => {
        const day = week.days[index]
        if (!day) return null
        const isToday = day.day === today
        const look = classNames(
          styles.day,
          isToday && styles.today,
          (day.hours ?? 0) > 0 && styles.here,
          day.isOwn && styles.own,
        )
        if (isToday && canEdit)
          return (
            <td key={index} className={look} title={enteredBy(day)}>
              <Button
                look="quiet"
                className={styles.toggle}
                aria-pressed={(day.hours ?? 0) > 0}
                onPress={() => toggle(day)}
              >
                <VisuallyHidden>
                  {text('team.week.todayOf', { who: person.name, says: dayLong(day) })}
                </VisuallyHidden>
                <span aria-hidden>{dayWords(day) || text('team.week.ask')}</span>
              </Button>
            </td>
          )
        return (
          <td key={index} className={look} title={enteredBy(day)}>
            <span aria-hidden>{dayWords(day)}</span>
            <VisuallyHidden>{dayLong(day)}</VisuallyHidden>
          </td>
        )
      })}
      <td className={styles.sum}>
        {week.isSaid ? text('team.week.hoursShort', { hours: roundHours(week.hours) }) : ''}
      </td>
      {canEdit && (
        <td className={styles.act}>
          <IconButton icon={Pencil} label={text('team.week.change', { who: person.name })} onPress={onEdit} />
        </td>
      )}
    </tr>
  )
}

export function WeekSection({ team }: { team: TeamSession<TeamSnapshot> }) {
  const directory = useReadable(team.directory)
  const me = useReadable(team.person)
  const today = useToday()
  const [offset, setOffset] = useState(0)
  const [edited, setEdited] = useState<string>()
  const canEdit = team.mode === 'edit'
  const monday = mondayOf(today) + offset * 7
  const week = teamWeek(directory, monday)
  const shown = shownDays(week, today)
  const mine = teamWeek(directory, mondayOf(today)).people.find((one) => one.person === me)
  const amHere = (mine?.days[today - mondayOf(today)]?.hours ?? 0) > 0
  if (directory.people.length === 0 || (!canEdit && week.people.every((one) => !one.isSaid))) return null
  const sayHere = () => {
    if (me === undefined) return
    const done = team.directory.run(hereOn, { person: me, day: isoFromDay(today) })
    if (!done.ok) toasts.show(refusalWords(done.error), { tone: 'stop' })
  }
  return (
    <section className={section.section} aria-labelledby="team-week">
      <div className={section.head}>
        <h2 id="team-week">{text('team.week')}</h2>
        <div className={styles.turn}>
          <IconButton
            icon={ChevronLeft}
            label={text('team.week.before')}
            onPress={() => setOffset(offset - 1)}
          />
          <span aria-live="polite">
            {text('team.week.range', { from: dateWords(monday), to: dateWords(monday + 6) })}
          </span>
          <IconButton
            icon={ChevronRight}
            label={text('team.week.after')}
            onPress={() => setOffset(offset + 1)}
          />
        </div>
      </div>
      <p className={section.lead}>{summary(week, today)}</p>
      {canEdit && mine && !amHere && (
        <p className={styles.first}>
          <Button onPress={sayHere}>{text('team.week.iAmHere')}</Button>
        </p>
      )}
      <div
        className={classNames(styles.wide, styles.week)}
        role="group"
        aria-labelledby="team-week"
        tabIndex={0}
      >
        <table className={styles.table}>
          <thead>
            <tr>
              <td />
              {shown.map((index) => (
                <th key={index} scope="col" className={classNames(monday + index === today && styles.today)}>
                  {weekdayWord(monday + index)}
                  {monday + index === today && <VisuallyHidden> {text('team.week.today')}</VisuallyHidden>}
                </th>
              ))}
              <th scope="col" className={styles.sum}>
                {text('team.week.total')}
              </th>
              {canEdit && <td />}
            </tr>
          </thead>
          <tbody>
            {week.people.map((one) => (
              <PersonRow
                key={one.person}
                team={team}
                week={one}
                shown={shown}
                today={today}
                isYou={one.person === me}
                onEdit={() => setEdited(one.person)}
              />
            ))}
          </tbody>
        </table>
      </div>
      <Suspense>
        {edited !== undefined && (
          <WeekDialog team={team} person={edited} monday={monday} onClose={() => setEdited(undefined)} />
        )}
      </Suspense>
    </section>
  )
}
