// Turns this week, in the right column: whose turn each hat is, until when, and whose it is next.
import { Link } from 'wouter'
import { Button, buttonClass } from '../../../design/button'
import { text } from '../../../text'
import section from '../../../design/section.module.css'
import { usePlaybookRoom } from '../playbook-context'
import { hatName, turnDay } from './hat-words'
import styles from './hats.module.css'
import { PersonDisc } from './person-disc'
import { useHats } from './hats-context'
import type { HatNow } from './hat-turns'

/** "Ann Keller, until Fri, 12 Dec", or why nobody has it. */
function stateWords({ worn, offered }: HatNow, nameOf: (person: string) => string): string {
  const [turn] = worn
  if (turn) return text('hats.whoUntil', { who: nameOf(turn.person), day: turnDay(turn.end) })
  const [asked] = offered
  return asked ? text('hats.waitsFor', { who: nameOf(asked.person) }) : text('hats.nobody')
}

function TurnRow({ one }: { one: HatNow }) {
  const { nameOf } = usePlaybookRoom()
  const { acts } = useHats()
  const { hat, worn, coming, offered } = one
  const after = [...coming, ...offered].find((turn) => !turn.shadow)
  // Whom it was offered to stands on the left already where nobody wears it.
  const next = worn.length === 0 && offered.length > 0 ? undefined : (after?.person ?? one.next)
  const isFree = worn.length === 0 && offered.length === 0
  const act = isFree
    ? acts.find((each) => each.hat === hat.id && each.turn === undefined && each.place === 'main')
    : undefined
  return (
    <li className={section.row}>
      <PersonDisc id={worn[0]?.person} />
      <span className={section.words}>
        {hatName(hat)}
        <small>{stateWords(one, nameOf)}</small>
      </span>
      {act ? (
        <Button onPress={act.run} aria-label={act.label}>
          {act.short}
        </Button>
      ) : (
        next !== undefined && <span className={styles.next}>{text('hats.next', { who: nameOf(next) })}</span>
      )}
    </li>
  )
}

export function TurnsSection() {
  const { paths } = usePlaybookRoom()
  const { hats, acts } = useHats()
  const begin = acts.find((act) => act.usual === 'facilitator')
  return (
    <section className={section.section} aria-labelledby="turns">
      <div className={section.head}>
        <h2 id="turns">{text('hats.title')}</h2>
      </div>
      <p className={section.lead}>{text(hats.length === 0 ? 'hats.empty' : 'hats.lead')}</p>
      <ul className={section.rows}>
        {hats.map((one) => (
          <TurnRow key={one.hat.id} one={one} />
        ))}
      </ul>
      <div className={section.acts}>
        {hats.length === 0 && begin && <Button onPress={begin.run}>{text('hats.begin')}</Button>}
        <Link href={paths.turns} className={buttonClass({ look: 'quiet' })}>
          {text('hats.all')}
        </Link>
      </div>
    </section>
  )
}
