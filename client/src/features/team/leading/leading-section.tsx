// How we lead here, on the team's page: what is said so far, and a calm word when the page wants to be looked at.
import { isoFromDay } from '@yokoten/shared/kernel'
import { isReviewDue } from '@yokoten/shared/team'
import type { TeamSnapshot } from '@yokoten/shared/team'
import { Link } from 'wouter'
import { buttonClass } from '../../../design/button'
import { dayInWords } from '../../../design/serves-field'
import { useReadable } from '../../../react'
import type { TeamSession } from '../../../session/api'
import { text } from '../../../text'
import { useToday } from '../capacity/use-today'
import section from '../../../design/section.module.css'

export function LeadingSection({ team, path }: { team: TeamSession<TeamSnapshot>; path: string }) {
  const { people, leadById, review } = useReadable(team.directory)
  const today = isoFromDay(useToday())
  const said = people.filter((id) => {
    const lead = leadById.get(id)
    return lead?.takesLead != null || lead?.countOn != null
  }).length
  const hasBegun = said > 0 || review.next !== undefined
  // Who may only look is not asked to begin.
  if (!hasBegun && team.mode === 'view') return null
  return (
    <section className={section.section} aria-labelledby="team-leading">
      <div className={section.head}>
        <h2 id="team-leading">{text('team.leading')}</h2>
      </div>
      <p className={section.lead}>
        {hasBegun ? text('team.leading.said', { said, count: people.length }) : text('team.leading.lead')}
      </p>
      {review.next !== undefined && (
        <p className={section.fact}>
          {isReviewDue(review, today)
            ? text('team.leading.due', { day: dayInWords(review.next) })
            : text('team.leading.next', { day: dayInWords(review.next) })}
        </p>
      )}
      <div className={section.acts}>
        <Link href={path} className={buttonClass()}>
          {text(hasBegun ? 'team.leading.open' : 'team.leading.begin')}
        </Link>
      </div>
    </section>
  )
}
