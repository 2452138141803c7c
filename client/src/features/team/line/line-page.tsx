// The line from the customer to the work and back: what each card and step serves, and what serves nothing.
import { ArrowLeft, KanbanSquare, Waypoints, Workflow } from 'lucide-react'
import { Suspense, lazy, useCallback, useId, useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import { goalsFor, valueServed, valuesOf } from '@yokoten/shared/team'
import type { DocumentEntry, TeamSnapshot, ValueRow } from '@yokoten/shared/team'
import { Link } from 'wouter'
import { Button, buttonClass } from '../../../design/button'
import { EmptyState } from '../../../design/empty-state'
import { Icon } from '../../../design/icon'
import { goalPath } from '../../../design/serves-field'
import { useReadable } from '../../../react'
import type { TeamSession } from '../../../session/api'
import { text } from '../../../text'
import { listWords } from '../capacity/words'
import section from '../../../design/section.module.css'
import type { TeamPaths } from '../paths'
import purpose from '../purpose/purpose.module.css'
import page from '../team-page.module.css'
import styles from './line.module.css'
import { workByValue } from './team-work'
import type { DocumentWork, Served, Work } from './team-work'

// Only this page needs the rooms of boards and maps.
const ReadDocuments = lazy(() => import('./read-documents'))

/** Rows shown of a list before it is unfolded. */
const FIRST = 6

interface ListProps {
  readonly works: readonly Work[]
  readonly kind: Work['kind']
  readonly directory: TeamSnapshot
  readonly paths: TeamPaths
}

/** What a piece of work serves that is valued no more; empty where it points at nothing. */
function formerly(directory: TeamSnapshot, { value }: Work): string {
  if (value === null || valueServed(directory, value) !== null) return ''
  const words = directory.valuesById.get(value)?.words
  return words === undefined ? text('team.line.valueAway') : text('team.line.valuePutAway', { value: words })
}

function WorkList({ works, kind, directory, paths }: ListProps) {
  const [isWhole, setWhole] = useState(false)
  const label = useId()
  if (works.length === 0) return null
  const shown = isWhole ? works : works.slice(0, FIRST)
  return (
    <div className={styles.list}>
      <p id={label}>
        <Icon of={kind === 'card' ? KanbanSquare : Workflow} size={16} />
        {text(kind === 'card' ? 'team.line.cards' : 'team.line.steps', { count: works.length })}
      </p>
      <ul aria-labelledby={label}>
        {shown.map((work) => {
          const path = kind === 'card' ? paths.card : paths.step
          const name = directory.documentsById.get(work.document)?.name ?? ''
          const note = [work.spoken, name, formerly(directory, work)].filter((part) => part !== '')
          return (
            <li key={`${work.document} ${work.id}`}>
              <Link href={path(work.document, work.id)} className={styles.work}>
                {work.title || text('team.line.unnamed')}
                <small>{note.join(' · ')}</small>
              </Link>
            </li>
          )
        })}
      </ul>
      {works.length > shown.length && (
        <Button look="quiet" onPress={() => setWhole(true)}>
          {text('team.line.all', { count: works.length })}
        </Button>
      )}
    </div>
  )
}

interface ServedProps {
  readonly served: Served | undefined
  readonly directory: TeamSnapshot
  readonly paths: TeamPaths
}

const ServedBy = ({ served, ...rest }: ServedProps) =>
  served && (
    <>
      <WorkList {...rest} kind="card" works={served.cards} />
      <WorkList {...rest} kind="step" works={served.steps} />
      {served.finished > 0 && (
        <p className={purpose.note}>{text('team.line.finished', { count: served.finished })}</p>
      )}
    </>
  )

interface ValueProps extends ServedProps {
  readonly value: ValueRow
  /** What was proposed and decided for it. */
  readonly proposed: ReactNode
}

function ValueBlock({ value, served, proposed, directory, paths }: ValueProps) {
  const isBare = served !== undefined && served.cards.length + served.steps.length === 0
  return (
    <article className={styles.value} aria-label={value.words}>
      <h3>{value.words}</h3>
      {goalsFor(directory, value.id).map((goal) => (
        <p key={goal.id} className={purpose.note}>
          {text('team.purpose.goalOf', { goal: `${goal.what} ${goalPath(goal)}`.trim() })}
        </p>
      ))}
      {isBare && <p className={styles.bare}>{text('team.line.nothingServes')}</p>}
      <ServedBy served={served} directory={directory} paths={paths} />
      {proposed}
    </article>
  )
}

interface ReadingProps {
  readonly documents: readonly DocumentEntry[]
  readonly read: ReadonlyMap<string, DocumentWork>
}

/** How far the boards and maps are read: what is counted is what this device has. */
function Reading({ documents, read }: ReadingProps) {
  const count = documents.filter(({ id }) => read.has(id)).length
  const away = documents.filter(({ id }) => read.get(id)?.isHere === false)
  return (
    <p className={purpose.note} role="status">
      {count < documents.length
        ? text('team.line.reading', { read: count, count: documents.length })
        : text('team.line.read', { count: documents.length })}
      {away.length > 0 && ` ${text('team.line.away', { names: listWords(away.map(({ name }) => name)) })}`}
    </p>
  )
}

interface LinePageProps {
  readonly team: TeamSession<TeamSnapshot>
  readonly paths: TeamPaths
  /** What was proposed and decided for a value, by its id. */
  readonly proposedFor: (value: string) => ReactNode
}

export function LinePage({ team, paths, proposedFor }: LinePageProps) {
  const directory = useReadable(team.directory)
  const [read, setRead] = useState<ReadonlyMap<string, DocumentWork>>(new Map())
  const onWork = useCallback(
    (document: string, work: DocumentWork) => setRead((before) => new Map(before).set(document, work)),
    [],
  )
  const documents = useMemo(
    () => directory.documents.flatMap((id) => directory.documentsById.get(id) ?? []),
    [directory.documents, directory.documentsById],
  )
  const works = useMemo(() => documents.flatMap(({ id }) => read.get(id) ?? []), [documents, read])
  const byValue = useMemo(() => workByValue(directory, works), [directory, works])
  const none = byValue.get(null)
  const servesNothing = (none?.cards.length ?? 0) + (none?.steps.length ?? 0)
  const all = works.reduce((sum, work) => sum + work.open.length, 0)
  return (
    <div className={page.page}>
      <Suspense>
        <ReadDocuments team={team} documents={documents} read={read} onWork={onWork} />
      </Suspense>
      <nav className={purpose.nav} aria-label={text('team.pages')}>
        <Link href={paths.team} className={buttonClass({ look: 'quiet' })}>
          <Icon of={ArrowLeft} size={18} />
          {text('team.pages.team')}
        </Link>
        {directory.values.length > 0 && (
          <Link href={paths.purpose} className={buttonClass()}>
            {text('team.purpose')}
          </Link>
        )}
      </nav>
      <div className={page.column}>
        {directory.values.length === 0 ? (
          <section className={section.section}>
            <EmptyState
              icon={Waypoints}
              title={text('team.line.noValues')}
              acts={
                <Link href={paths.purpose} className={buttonClass({ look: 'main' })}>
                  {text('team.purpose.begin')}
                </Link>
              }
            >
              {text('team.line.noValuesWords')}
            </EmptyState>
          </section>
        ) : (
          [...directory.customers, null].map((id) => {
            const customer = id === null ? undefined : directory.customersById.get(id)
            const values = valuesOf(directory, id)
            if (!customer && values.length === 0) return null
            const name = customer ? customer.name : text('team.purpose.nobodys')
            return (
              <section key={id ?? ''} className={section.section} aria-labelledby={`line-${id ?? 'nobody'}`}>
                <div className={section.head}>
                  <h2 id={`line-${id ?? 'nobody'}`}>{name}</h2>
                </div>
                {values.length === 0 && <p className={purpose.note}>{text('team.purpose.noValue')}</p>}
                {values.map((value) => (
                  <ValueBlock
                    key={value.id}
                    value={value}
                    served={byValue.get(value.id)}
                    proposed={proposedFor(value.id)}
                    directory={directory}
                    paths={paths}
                  />
                ))}
              </section>
            )
          })
        )}
      </div>
      <div className={page.column}>
        <section className={section.section} aria-labelledby="line-nothing">
          <div className={section.head}>
            <h2 id="line-nothing">{text('team.line.nothing', { count: servesNothing })}</h2>
          </div>
          <p className={section.lead}>
            {text('team.line.share', { serves: all - servesNothing, count: all })}
          </p>
          <Reading documents={documents} read={read} />
          <ServedBy served={none} directory={directory} paths={paths} />
        </section>
      </div>
    </div>
  )
}
