// Hats and their turns: leading is a turn, not a title.
import { ArrowLeft, CalendarPlus, HardHat } from 'lucide-react'
import { withoutTurn } from '@yokoten/shared/playbook'
import { Link } from 'wouter'
import { Button, buttonClass } from '../../../design/button'
import { EmptyState } from '../../../design/empty-state'
import { Icon } from '../../../design/icon'
import { text } from '../../../text'
import section from '../../../design/section.module.css'
import page from '../playbook-page.module.css'
import { usePlaybook, usePlaybookRoom, useRoster } from '../playbook-context'
import { HatCard } from './hat-card'
import { hatDoes, hatName, usualHat } from './hat-words'
import styles from './hats.module.css'
import { useHats } from './hats-context'

const listFormat = new Intl.ListFormat(undefined, { type: 'conjunction' })

/** Hats that the team could begin to take turns at. */
function MoreHats() {
  const { hats, acts } = useHats()
  const own = acts.find((act) => act.id === 'hats.add')
  if (!own) return null
  return (
    <section className={section.section} aria-labelledby="more-hats">
      <div className={section.head}>
        <h2 id="more-hats">{text(hats.length === 0 ? 'hats.toBegin' : 'hats.moreHats')}</h2>
      </div>
      <p className={section.lead}>{text('hats.moreHatsLead')}</p>
      <ul className={section.rows}>
        {acts.map(
          (act) =>
            act.usual && (
              <li key={act.id} className={section.row}>
                <span className={section.words}>
                  {hatName(usualHat(act.usual))}
                  <small>{hatDoes(usualHat(act.usual))}</small>
                </span>
                <Button aria-label={act.label} onPress={act.run}>
                  {text('hats.addShort')}
                </Button>
              </li>
            ),
        )}
      </ul>
      <div className={section.acts}>
        <Button onPress={own.run}>{own.label}</Button>
      </div>
    </section>
  )
}

function PutAway() {
  const { acts } = useHats()
  const hatsById = usePlaybook((all) => all.hatsById)
  const away = [...hatsById.values()].filter((hat) => hat.archived)
  if (away.length === 0) return null
  return (
    <section className={section.section} aria-labelledby="hats-away">
      <details className={section.fold}>
        <summary id="hats-away">{text('hats.away', { count: away.length })}</summary>
        <ul className={section.rows}>
          {away.map((hat) => {
            const act = acts.find((one) => one.id === `hats.restore.${hat.id}`)
            return (
              <li key={hat.id} className={section.row}>
                <span className={section.words}>{hatName(hat)}</span>
                {act && (
                  <Button aria-label={act.label} onPress={act.run}>
                    {act.short}
                  </Button>
                )}
              </li>
            )
          })}
        </ul>
      </details>
    </section>
  )
}

/** Who has had no turn of anything yet, and the turns for one's own calendar. */
function Everybody() {
  const { nameOf } = usePlaybookRoom()
  const { people } = useRoster()
  const { hats, acts } = useHats()
  const turns = usePlaybook((all) => all.turns)
  const ids = hats.map(({ hat }) => hat.id)
  const waiting = withoutTurn(turns, ids, people)
  const saves = acts.filter((act) => act.id.startsWith('hats.save'))
  return (
    <section className={section.section} aria-labelledby="hats-everybody">
      <div className={section.head}>
        <h2 id="hats-everybody">{text('hats.everybody')}</h2>
      </div>
      <p className={section.lead}>
        {waiting.length === 0
          ? text('hats.allHad')
          : text('hats.withoutTurn', { names: listFormat.format(waiting.map(nameOf)) })}
      </p>
      {saves.length > 0 && (
        <div className={section.acts}>
          {saves.map((act) => (
            <Button key={act.id} icon={CalendarPlus} onPress={act.run}>
              {act.label}
            </Button>
          ))}
        </div>
      )}
    </section>
  )
}

export function TurnsPage() {
  const { paths, canWrite } = usePlaybookRoom()
  const { hats, acts } = useHats()
  const begin = acts.find((act) => act.usual === 'facilitator')
  return (
    <div className={page.page}>
      <nav className={styles.nav} aria-label={text('hats.pages')}>
        <Link href={paths.rules} className={buttonClass({ look: 'quiet' })}>
          <Icon of={ArrowLeft} size={18} />
          {text('playbook.title')}
        </Link>
      </nav>
      <div className={page.column}>
        {hats.length === 0 ? (
          <EmptyState
            icon={HardHat}
            title={text('hats.emptyTitle')}
            acts={
              begin && (
                <Button look="main" onPress={begin.run}>
                  {text('hats.begin')}
                </Button>
              )
            }
          >
            {text(canWrite ? 'hats.emptyWords' : 'hats.emptyLook')}
          </EmptyState>
        ) : (
          hats.map((one) => <HatCard key={one.hat.id} one={one} />)
        )}
      </div>
      <div className={page.column}>
        {hats.length > 0 && <Everybody />}
        <MoreHats />
        <PutAway />
      </div>
    </div>
  )
}
