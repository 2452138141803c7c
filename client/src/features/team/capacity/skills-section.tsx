// What each can do, said by each of themselves, and where one absence would stop a step.
import { Archive, Ellipsis, Pencil } from 'lucide-react'
import { Suspense, lazy, useState } from 'react'
import type { FormEvent } from 'react'
import { mondayOf } from '@yokoten/shared/kernel'
import {
  addSkill,
  archiveSkill,
  coverOf,
  declareSkill,
  levelOf,
  LEVELS,
  renameSkill,
  restoreSkill,
  riskOf,
  teamWeek,
} from '@yokoten/shared/team'
import type { SkillCover, SkillLevel, TeamSnapshot, TeamWeek } from '@yokoten/shared/team'
import { Avatar } from '../../../design/avatar'
import { Button } from '../../../design/button'
import { classNames } from '../../../design/class-names'
import { Menu } from '../../../design/menu'
import { Select } from '../../../design/select'
import { TextField } from '../../../design/text-field'
import { toasts } from '../../../design/toasts'
import { VisuallyHidden } from '../../../design/visually-hidden'
import { useReadable } from '../../../react'
import type { TeamSession } from '../../../session/api'
import { text } from '../../../text'
import { NameDialog } from '../parts/name-dialog'
import section from '../../../design/section.module.css'
import { refusalWords } from '../words'
import styles from './capacity.module.css'
import { useToday } from './use-today'
import { levelWords, listWords, weekdayLong } from './words'

const StepNames = lazy(() => import('./step-names'))

type Team = TeamSession<TeamSnapshot>

function Level({ level }: { level: SkillLevel | null }) {
  const filled = level === null ? 0 : LEVELS.indexOf(level) + 1
  return (
    <span className={styles.level} aria-hidden>
      {LEVELS.map((one, index) => (
        <i key={one} className={index < filled ? styles.on : undefined} />
      ))}
    </span>
  )
}

/** What is to be known about a skill this week, as sentences; the first is a warning where there is one. */
function coverWords(
  directory: TeamSnapshot,
  week: TeamWeek,
  cover: SkillCover,
  me: string | undefined,
): { readonly risk: string | undefined; readonly more: readonly string[] } {
  const nameOf = (id: string) => directory.peopleById.get(id)?.name ?? ''
  const names = (ids: readonly string[]) => listWords(ids.map(nameOf))
  const more: string[] = []
  const risk = riskOf(cover, week)
  const only = risk === 'one' ? cover.here[0] : undefined
  if (cover.able.length === 0) more.push(text('team.skills.nobodyYet'))
  const others = cover.teachers.filter((id) => id !== only)
  if (risk === 'one' || risk === 'nobody') {
    if (cover.learners.length > 0)
      more.push(text('team.skills.learns', { count: cover.learners.length, who: names(cover.learners) }))
    if (others.length > 0) more.push(text('team.skills.teaches', { who: names(others) }))
    else if (only !== undefined && cover.teachers.includes(only))
      more.push(text('team.skills.teaches', { who: nameOf(only) }))
  } else if (me !== undefined && cover.learners.includes(me) && cover.teachers.length > 0)
    more.push(text('team.skills.teachesYou', { who: names(cover.teachers) }))
  if (risk === 'covered' && cover.bareDays.length > 0)
    more.push(text('team.skills.bareDays', { days: listWords(cover.bareDays.map(weekdayLong)) }))
  return {
    risk:
      only !== undefined
        ? text('team.skills.onlyOne', { who: nameOf(only) })
        : risk === 'nobody'
          ? text('team.skills.nobodyHere')
          : undefined,
    more,
  }
}

interface RowProps {
  readonly team: Team
  readonly skill: string
  readonly week: TeamWeek
  readonly others: readonly string[]
  readonly onRename: () => void
}

function SkillRow({ team, skill, week, others, onRename }: RowProps) {
  const directory = useReadable(team.directory)
  const me = useReadable(team.person)
  const name = directory.skillsById.get(skill)?.name ?? ''
  const cover = coverOf(directory, week, skill)
  const { risk, more } = coverWords(directory, week, cover, me)
  const mine = me === undefined ? null : levelOf(directory.timesById.get(me), skill)
  const putAway = () => {
    const done = team.directory.run(archiveSkill, { id: skill })
    if (!done.ok) toasts.show(refusalWords(done.error), { tone: 'stop' })
    else
      toasts.show(text('team.skills.archived', { name }), {
        action: { label: text('team.undo'), run: () => team.directory.run(restoreSkill, { id: skill }) },
      })
  }
  return (
    <tr>
      <th scope="row">
        <span className={styles.skill}>
          {name}
          {risk !== undefined && <small className={styles.risk}>{risk}</small>}
          {cover.steps.length > 0 && (
            <Suspense>
              <StepNames team={team} steps={cover.steps} isAtRisk={risk !== undefined} />
            </Suspense>
          )}
          {more.map((sentence) => (
            <small key={sentence}>{sentence}</small>
          ))}
        </span>
      </th>
      {me !== undefined && (
        <td className={styles.mine}>
          <Select<SkillLevel | 'none'>
            label={text('team.skills.mine', { skill: name })}
            hideLabel
            value={mine ?? 'none'}
            onChange={(level) => {
              const done = team.directory.run(declareSkill, { skill, level: level === 'none' ? null : level })
              if (!done.ok) toasts.show(refusalWords(done.error), { tone: 'stop' })
            }}
            choices={[
              { id: 'none', label: levelWords(null) },
              ...LEVELS.map((level) => ({ id: level, label: levelWords(level) })),
            ]}
          />
        </td>
      )}
      {others.map((id) => {
        const level = levelOf(directory.timesById.get(id), skill)
        return (
          <td key={id} title={level === null ? undefined : levelWords(level)}>
            {level !== null && <Level level={level} />}
            <VisuallyHidden>{levelWords(level)}</VisuallyHidden>
          </td>
        )
      })}
      <td className={styles.act}>
        <Menu
          label={text('team.skills.acts', { name })}
          look="quiet"
          icon={Ellipsis}
          placement="bottom end"
          groups={[
            {
              id: 'skill',
              entries: [
                { id: 'rename', label: text('team.skills.rename'), icon: Pencil, run: onRename },
                {
                  id: 'archive',
                  label: text('team.skills.archive'),
                  note: text('team.skills.archiveNote'),
                  icon: Archive,
                  run: putAway,
                },
              ],
            },
          ]}
        />
      </td>
    </tr>
  )
}

function AddSkill({ team }: { team: Team }) {
  const [name, setName] = useState('')
  const [error, setError] = useState<string>()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const done = team.directory.run(addSkill, { name })
    if (done.ok) setName('')
    setError(done.ok ? undefined : refusalWords(done.error))
  }
  return (
    <form className={styles.add} noValidate onSubmit={submit}>
      <TextField
        label={text('team.skills.new')}
        placeholder={text('team.skills.example')}
        value={name}
        error={error}
        onChange={(next) => {
          setName(next)
          setError(undefined)
        }}
      />
      <Button type="submit">{text('team.skills.add')}</Button>
    </form>
  )
}

/** Only for members: what people can do is nothing for a wall or a visitor. */
export function SkillsSection({ team }: { team: Team }) {
  const directory = useReadable(team.directory)
  const me = useReadable(team.person)
  const today = useToday()
  const [renamed, setRenamed] = useState<string>()
  if (team.mode !== 'edit' || directory.people.length === 0) return null
  const week = teamWeek(directory, mondayOf(today))
  const others = directory.people.filter((id) => id !== me)
  return (
    <section className={section.section} aria-labelledby="team-skills">
      <div className={section.head}>
        <h2 id="team-skills">{text('team.skills')}</h2>
      </div>
      <p className={section.lead}>{text('team.skills.lead')}</p>
      {directory.skills.length > 0 && (
        <>
          <div className={styles.wide} role="group" aria-labelledby="team-skills" tabIndex={0}>
            <table className={styles.table}>
              <thead>
                <tr>
                  <td />
                  {me !== undefined && <th scope="col">{text('team.skills.you')}</th>}
                  {others.map((id) => {
                    const person = directory.peopleById.get(id)
                    return (
                      <th key={id} scope="col">
                        {person && <Avatar person={person} size={28} />}
                      </th>
                    )
                  })}
                  <td />
                </tr>
              </thead>
              <tbody>
                {directory.skills.map((id) => (
                  <SkillRow
                    key={id}
                    team={team}
                    skill={id}
                    week={week}
                    others={others}
                    onRename={() => setRenamed(id)}
                  />
                ))}
              </tbody>
            </table>
          </div>
          <p className={classNames(styles.legend)} aria-hidden>
            {LEVELS.map((level) => (
              <span key={level}>
                <Level level={level} />
                {levelWords(level)}
              </span>
            ))}
          </p>
        </>
      )}
      <AddSkill team={team} />
      {renamed !== undefined && (
        <NameDialog
          title={text('team.skills.rename')}
          label={text('team.skills.new')}
          name={directory.skillsById.get(renamed)?.name ?? ''}
          onSave={(name) => {
            const done = team.directory.run(renameSkill, { id: renamed, name })
            return done.ok ? undefined : refusalWords(done.error)
          }}
          onClose={() => setRenamed(undefined)}
        />
      )}
    </section>
  )
}
