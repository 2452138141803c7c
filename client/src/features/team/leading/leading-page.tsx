// How we lead here: what the team agreed, what each says of themselves, and when it looks at the page again.
import { ArrowLeft, CalendarClock } from 'lucide-react'
import { Suspense, lazy, useMemo, useState } from 'react'
import { isoFromDay } from '@yokoten/shared/kernel'
import { isReviewDue, LEADING_TEXT, lookAtLeading, moveReview, sayHowILead } from '@yokoten/shared/team'
import type { ReviewEntry, Said, TeamSnapshot } from '@yokoten/shared/team'
import { Link } from 'wouter'
import { Avatar } from '../../../design/avatar'
import { Button, buttonClass } from '../../../design/button'
import { classNames } from '../../../design/class-names'
import { Icon } from '../../../design/icon'
import { dayInWords } from '../../../design/serves-field'
import { TextArea } from '../../../design/text-area'
import { TextField } from '../../../design/text-field'
import { toasts } from '../../../design/toasts'
import { useActions } from '../../../input'
import { useReadable } from '../../../react'
import type { TeamSession } from '../../../session/api'
import { text } from '../../../text'
import { useToday } from '../capacity/use-today'
import { enteredWords } from '../capacity/words'
import notice from '../parts/notice.module.css'
import section from '../../../design/section.module.css'
import type { TeamPaths } from '../paths'
import styles from '../purpose/purpose.module.css'
import page from '../team-page.module.css'
import { refusalWords } from '../words'
import leading from './leading.module.css'

const ProseEditor = lazy(() => import('../../../prose/prose-editor'))

type Team = TeamSession<TeamSnapshot>
type Saying = 'takesLead' | 'countOn'
const SAYINGS: readonly Saying[] = ['takesLead', 'countOn']

/** One's own words: written when one leaves the field, so that half a sentence is nobody's news. */
function MySaying({ team, saying, said }: { team: Team; saying: Saying; said: Said | null }) {
  const [draft, setDraft] = useState<string>()
  const [error, setError] = useState<string>()
  const keep = () => {
    if (draft === undefined) return
    const done = team.directory.run(sayHowILead, { [saying]: draft })
    setError(done.ok ? undefined : refusalWords(done.error))
    if (done.ok) setDraft(undefined)
  }
  return (
    <TextArea
      label={text(`team.leading.${saying}`)}
      placeholder={text(`team.leading.${saying}Example`)}
      rows={2}
      value={draft ?? said?.words ?? ''}
      onChange={setDraft}
      onBlur={keep}
      error={error}
    />
  )
}

function TheirSaying({ saying, said }: { saying: Saying; said: Said | null }) {
  if (!said) return null
  return (
    <p className={leading.saying}>
      <small>{text(`team.leading.${saying}`)}</small>
      {said.words}
    </p>
  )
}

function Each({ team }: { team: Team }) {
  const directory = useReadable(team.directory)
  const me = useReadable(team.person)
  const canEdit = team.mode === 'edit'
  const mine = me !== undefined && canEdit && directory.people.includes(me) ? [me] : []
  const others = directory.people.filter((id) => !mine.includes(id))
  return (
    <section className={section.section} aria-labelledby="leading-each">
      <div className={section.head}>
        <h2 id="leading-each">{text('team.leading.each')}</h2>
      </div>
      <p className={section.lead}>{text('team.leading.eachLead')}</p>
      {[...mine, ...others].map((id) => {
        const person = directory.peopleById.get(id)
        const lead = directory.leadById.get(id)
        if (!person || !lead) return null
        const isMe = mine.includes(id)
        const at = Math.max(lead.takesLead?.at ?? 0, lead.countOn?.at ?? 0)
        return (
          <article key={id} className={leading.person} aria-label={person.name}>
            <Avatar person={person} size={34} isDecorative />
            <div className={leading.words}>
              <h3>
                {person.name || text('team.person.unnamed')}
                {at > 0 && <small>{text('team.leading.saidOn', { day: enteredWords(at) })}</small>}
              </h3>
              {SAYINGS.map((saying) =>
                isMe ? (
                  <MySaying key={saying} team={team} saying={saying} said={lead[saying]} />
                ) : (
                  <TheirSaying key={saying} saying={saying} said={lead[saying]} />
                ),
              )}
              {at === 0 && !isMe && <p className={styles.note}>{text('team.leading.notSaid')}</p>}
            </div>
          </article>
        )
      })}
    </section>
  )
}

function entryWords(entry: ReviewEntry, who: string): string {
  const values = { who, day: dayInWords(entry.on), next: dayInWords(entry.next) }
  return text(entry.kind === 'looked' ? 'team.leading.lookedEntry' : 'team.leading.movedEntry', values)
}

function Review({ team }: { team: Team }) {
  const { review, peopleById } = useReadable(team.directory)
  const today = isoFromDay(useToday())
  const canEdit = team.mode === 'edit'
  const isDue = isReviewDue(review, today)
  const [draft, setDraft] = useState<string>()
  const [error, setError] = useState<string>()
  const look = useMemo(
    () => () => {
      const done = team.directory.run(lookAtLeading, { today })
      toasts.show(
        done.ok ? text('team.leading.looked') : refusalWords(done.error),
        done.ok ? {} : { tone: 'stop' },
      )
    },
    [team, today],
  )
  useActions(
    useMemo(
      () =>
        canEdit
          ? [{ id: 'team.looked', label: text('team.leading.look'), group: text('team.leading'), run: look }]
          : [],
      [canEdit, look],
    ),
  )
  const move = () => {
    // An emptied field is a day half typed, and no wish.
    if (draft === undefined || draft === '') return setDraft(undefined)
    const done = team.directory.run(moveReview, { today, next: draft })
    setError(done.ok ? undefined : refusalWords(done.error))
    if (done.ok) setDraft(undefined)
  }
  const { next } = review
  return (
    <section className={section.section} aria-labelledby="leading-review">
      <div className={section.head}>
        <h2 id="leading-review">{text('team.leading.review')}</h2>
      </div>
      <p className={section.lead}>
        {next === undefined
          ? text('team.leading.never')
          : text(isDue ? 'team.leading.isDue' : 'team.leading.next', { day: dayInWords(next) })}
      </p>
      {review.isDisputed && <p className={styles.note}>{text('team.leading.disputed')}</p>}
      {canEdit && (
        <>
          <div className={section.acts}>
            <Button look={isDue || next === undefined ? 'main' : 'plain'} onPress={look}>
              {text(next === undefined ? 'team.leading.agree' : 'team.leading.look')}
            </Button>
          </div>
          {next !== undefined && (
            <div className={leading.move}>
              <TextField
                type="date"
                label={text('team.leading.nextDay')}
                value={draft ?? next}
                onChange={setDraft}
                onBlur={move}
                error={error}
              />
            </div>
          )}
        </>
      )}
      {review.history.length > 0 && (
        <details className={section.fold}>
          <summary>{text('team.leading.history', { count: review.history.length })}</summary>
          <ol className={leading.history} reversed>
            {[...review.history].reverse().map((entry) => (
              <li key={entry.id}>
                {entryWords(entry, peopleById.get(entry.by)?.name ?? text('team.leading.somebody'))}
              </li>
            ))}
          </ol>
        </details>
      )}
    </section>
  )
}

/** Before all else on the page, since on a phone the rest is long. */
function Reminder({ team }: { team: Team }) {
  const { review } = useReadable(team.directory)
  const today = isoFromDay(useToday())
  if (review.next === undefined || !isReviewDue(review, today)) return null
  return (
    <p className={classNames(notice.notice, notice.plain, leading.reminder)}>
      <Icon of={CalendarClock} size={18} />
      {text('team.leading.due', { day: dayInWords(review.next) })}
    </p>
  )
}

export function LeadingPage({ team, paths }: { team: Team; paths: TeamPaths }) {
  return (
    <div className={page.page}>
      <nav className={styles.nav} aria-label={text('team.pages')}>
        <Link href={paths.team} className={buttonClass({ look: 'quiet' })}>
          <Icon of={ArrowLeft} size={18} />
          {text('team.pages.team')}
        </Link>
      </nav>
      <Reminder team={team} />
      <div className={page.column}>
        <Each team={team} />
      </div>
      <div className={page.column}>
        <Review team={team} />
        <section className={section.section} aria-labelledby="leading-agreed">
          <div className={section.head}>
            <h2 id="leading-agreed">{text('team.leading.agreed')}</h2>
          </div>
          <p className={section.lead}>{text('team.leading.agreedLead')}</p>
          <Suspense fallback={<p>{text('team.loading')}</p>}>
            <ProseEditor prose={team.directory.prose(LEADING_TEXT)} label={text('team.leading.agreed')} />
          </Suspense>
        </section>
      </div>
    </div>
  )
}
