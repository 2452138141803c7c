// Whom the team works for: customers and what they value, the target condition, and one to three goals.
import { ArrowLeft, Plus, Waypoints } from 'lucide-react'
import { Suspense, lazy, useEffect, useState } from 'react'
import { GOALS_LIMIT, goalsFor, TARGET_TEXT, valuesOf } from '@yokoten/shared/team'
import type { TeamSnapshot } from '@yokoten/shared/team'
import { Link, useSearchParams } from 'wouter'
import { Button, buttonClass } from '../../../design/button'
import { classNames } from '../../../design/class-names'
import { Icon } from '../../../design/icon'
import { goalPath } from '../../../design/serves-field'
import { useReadable, useSnapshot } from '../../../react'
import type { TeamSession } from '../../../session/api'
import { text } from '../../../text'
import section from '../../../design/section.module.css'
import type { TeamPaths } from '../paths'
import page from '../team-page.module.css'
import { PurposeAsks } from './purpose-asks'
import type { PurposeAsk } from './purpose-asks'
import { PurposeMenu, RestoreList } from './purpose-menu'
import styles from './purpose.module.css'

const ProseEditor = lazy(() => import('../../../prose/prose-editor'))

type Team = TeamSession<TeamSnapshot>
interface PartProps {
  readonly team: Team
  readonly onAsk: (ask: PurposeAsk) => void
}

function Values({ team, customer, onAsk }: PartProps & { customer: string | null }) {
  const directory = useReadable(team.directory)
  const values = valuesOf(directory, customer)
  if (values.length === 0) return null
  return (
    <ul className={styles.values}>
      {values.map((value) => (
        <li key={value.id} className={section.row}>
          <span className={section.words}>
            {value.words}
            {goalsFor(directory, value.id).map((goal) => (
              <small key={goal.id}>
                {text('team.purpose.goalOf', { goal: `${goal.what} ${goalPath(goal)}`.trim() })}
              </small>
            ))}
          </span>
          {team.mode === 'edit' && (
            <PurposeMenu
              team={team}
              kind="value"
              id={value.id}
              name={value.words}
              onEdit={() => onAsk({ kind: 'value', id: value.id })}
            />
          )}
        </li>
      ))}
    </ul>
  )
}

function Customers({ team, onAsk }: PartProps) {
  const directory = useReadable(team.directory)
  const canEdit = team.mode === 'edit'
  const isEmpty = directory.customers.length === 0
  return (
    <section className={section.section} aria-labelledby="purpose-customers">
      <div className={section.head}>
        <h2 id="purpose-customers">{text('team.purpose.customers')}</h2>
      </div>
      <p className={section.lead}>
        {text(isEmpty ? 'team.purpose.noCustomer' : 'team.purpose.customersLead')}
      </p>
      {directory.customers.map((id) => {
        const customer = directory.customersById.get(id)
        if (!customer) return null
        return (
          <div key={id} className={styles.customer}>
            <div className={styles.title}>
              <h3>
                {customer.name}
                {customer.demand !== '' && (
                  <small>{text('team.purpose.needs', { demand: customer.demand })}</small>
                )}
              </h3>
              {canEdit && (
                <PurposeMenu
                  team={team}
                  kind="customer"
                  id={id}
                  name={customer.name}
                  onEdit={() => onAsk({ kind: 'customer', id })}
                />
              )}
            </div>
            <Values team={team} customer={id} onAsk={onAsk} />
            {valuesOf(directory, id).length === 0 && (
              <p className={styles.note}>{text('team.purpose.noValue')}</p>
            )}
            {canEdit && (
              <Button
                look="quiet"
                icon={Plus}
                aria-label={text('team.purpose.addValueOf', { customer: customer.name })}
                onPress={() => onAsk({ kind: 'value', customer: id })}
              >
                {text('team.purpose.addValue')}
              </Button>
            )}
          </div>
        )
      })}
      {valuesOf(directory, null).length > 0 && (
        <div className={styles.customer}>
          <h3>{text('team.purpose.nobodys')}</h3>
          <Values team={team} customer={null} onAsk={onAsk} />
        </div>
      )}
      {canEdit && (
        <div className={classNames(section.acts, styles.add)}>
          <Button look={isEmpty ? 'main' : 'plain'} icon={Plus} onPress={() => onAsk({ kind: 'customer' })}>
            {text('team.purpose.addCustomer')}
          </Button>
        </div>
      )}
      <RestoreList team={team} kind="customer" />
      <RestoreList team={team} kind="value" />
    </section>
  )
}

function Goals({ team, onAsk }: PartProps) {
  const directory = useReadable(team.directory)
  const canEdit = team.mode === 'edit'
  const { goals } = directory
  return (
    <section className={section.section} aria-labelledby="purpose-goals">
      <div className={section.head}>
        <h2 id="purpose-goals">{text('team.purpose.goals')}</h2>
      </div>
      <p className={section.lead}>
        {goals.length > GOALS_LIMIT
          ? text('team.purpose.tooManyGoals', { count: goals.length, most: GOALS_LIMIT })
          : text('team.purpose.goalsLead')}
      </p>
      <ul className={section.rows}>
        {goals.map((id) => {
          const goal = directory.goalsById.get(id)
          if (!goal) return null
          const value = goal.value === null ? undefined : directory.valuesById.get(goal.value)
          return (
            <li key={id} className={section.row}>
              <span className={section.words}>
                {goal.what}
                <b className={styles.path}>{goalPath(goal)}</b>
                {goal.why !== '' && <small className={styles.why}>{goal.why}</small>}
                <small>
                  {value?.archived === false
                    ? text('team.purpose.serves', { value: value.words })
                    : text('team.purpose.servesNothing')}
                </small>
              </span>
              {canEdit && (
                <PurposeMenu
                  team={team}
                  kind="goal"
                  id={id}
                  name={goal.what}
                  onEdit={() => onAsk({ kind: 'goal', id })}
                />
              )}
            </li>
          )
        })}
      </ul>
      {canEdit && goals.length < GOALS_LIMIT && (
        <div className={section.acts}>
          <Button icon={Plus} onPress={() => onAsk({ kind: 'goal' })}>
            {text('team.purpose.addGoal')}
          </Button>
        </div>
      )}
      <RestoreList team={team} kind="goal" />
    </section>
  )
}

const KINDS: readonly string[] = ['customer', 'value', 'goal'] satisfies PurposeAsk['kind'][]
const isKind = (word: string | null): word is PurposeAsk['kind'] => word !== null && KINDS.includes(word)

/** What the address asks for: acts of the palette lead here from any page. */
function useAskInAddress(onAsk: (ask: PurposeAsk) => void): void {
  const [search, setSearch] = useSearchParams()
  const asked = search.get('add')
  useEffect(() => {
    if (!isKind(asked)) return
    onAsk({ kind: asked })
    setSearch(
      (params) => {
        params.delete('add')
        return params
      },
      { replace: true },
    )
  }, [asked, onAsk, setSearch])
}

export function PurposePage({ team, paths }: { team: Team; paths: TeamPaths }) {
  const [ask, setAsk] = useState<PurposeAsk>()
  const canEdit = team.mode === 'edit'
  const hasValues = useSnapshot(team.directory, ({ values }) => values.length > 0)
  useAskInAddress(setAsk)
  return (
    <div className={page.page}>
      <nav className={styles.nav} aria-label={text('team.pages')}>
        <Link href={paths.team} className={buttonClass({ look: 'quiet' })}>
          <Icon of={ArrowLeft} size={18} />
          {text('team.pages.team')}
        </Link>
        {hasValues && (
          <Link href={paths.line} className={buttonClass()}>
            <Icon of={Waypoints} size={18} />
            {text('team.line')}
          </Link>
        )}
      </nav>
      <div className={page.column}>
        <Customers team={team} onAsk={setAsk} />
      </div>
      <div className={page.column}>
        <Goals team={team} onAsk={setAsk} />
        <section className={section.section} aria-labelledby="purpose-target">
          <div className={section.head}>
            <h2 id="purpose-target">{text('team.purpose.target')}</h2>
          </div>
          <p className={section.lead}>{text('team.purpose.targetLead')}</p>
          <Suspense fallback={<p>{text('team.loading')}</p>}>
            <ProseEditor prose={team.directory.prose(TARGET_TEXT)} label={text('team.purpose.target')} />
          </Suspense>
        </section>
      </div>
      {ask && canEdit && (
        <PurposeAsks directory={team.directory} ask={ask} onClose={() => setAsk(undefined)} />
      )}
    </div>
  )
}
