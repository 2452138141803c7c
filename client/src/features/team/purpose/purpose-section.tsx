// Whom the team works for, on the team's page: customers, what they value, the goals, and the ways to all of it.
import { valuesOf } from '@yokoten/shared/team'
import type { TeamSnapshot } from '@yokoten/shared/team'
import { Link } from 'wouter'
import { buttonClass } from '../../../design/button'
import { goalPath } from '../../../design/serves-field'
import { useReadable } from '../../../react'
import type { TeamSession } from '../../../session/api'
import { text } from '../../../text'
import section from '../../../design/section.module.css'
import type { TeamPaths } from '../paths'

interface PurposeSectionProps {
  readonly team: TeamSession<TeamSnapshot>
  readonly paths: Pick<TeamPaths, 'purpose' | 'line'>
}

export function PurposeSection({ team, paths }: PurposeSectionProps) {
  const directory = useReadable(team.directory)
  const { customers, values, goals } = directory
  const isEmpty = customers.length === 0 && values.length === 0 && goals.length === 0
  // Who may only look is not asked to write.
  if (isEmpty && team.mode === 'view') return null
  return (
    <section className={section.section} aria-labelledby="team-purpose">
      <div className={section.head}>
        <h2 id="team-purpose">{text('team.purpose')}</h2>
      </div>
      {isEmpty && <p className={section.lead}>{text('team.purpose.lead')}</p>}
      <ul className={section.rows}>
        {[...customers, null].map((id) => {
          const customer = id === null ? undefined : directory.customersById.get(id)
          const valued = valuesOf(directory, id)
          if (!customer && valued.length === 0) return null
          return (
            <li key={id ?? ''} className={section.row}>
              <span className={section.words}>
                {customer ? customer.name : text('team.purpose.nobodys')}
                {valued.map((value) => (
                  <small key={value.id}>{value.words}</small>
                ))}
              </span>
            </li>
          )
        })}
        {goals.map((id) => {
          const goal = directory.goalsById.get(id)
          return (
            goal && (
              <li key={id} className={section.row}>
                <span className={section.words}>
                  {text('team.purpose.goalOf', { goal: goal.what })}
                  <small>{goalPath(goal)}</small>
                </span>
              </li>
            )
          )
        })}
      </ul>
      <div className={section.acts}>
        <Link href={paths.purpose} className={buttonClass()}>
          {text(isEmpty ? 'team.purpose.begin' : 'team.purpose.open')}
        </Link>
        {values.length > 0 && (
          <Link href={paths.line} className={buttonClass()}>
            {text('team.line')}
          </Link>
        )}
      </div>
    </section>
  )
}
