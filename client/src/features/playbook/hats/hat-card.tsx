// One hat: what it looks after, whose turn it is and will be, what was handed over, and what can be done with it.
import { EllipsisVertical } from 'lucide-react'
import { useRef } from 'react'
import type { Turn } from '@yokoten/shared/playbook'
import { workingTimeOf } from '@yokoten/shared/playbook'
import { Button } from '../../../design/button'
import { Menu } from '../../../design/menu'
import { text } from '../../../text'
import section from '../../../design/section.module.css'
import { usePlaybook, usePlaybookRoom } from '../playbook-context'
import type { HatAct } from './hat-acts'
import { saidBy } from './hat-turns'
import type { HatNow } from './hat-turns'
import { hatDoes, hatName, spanWords, turnDay, untilWords } from './hat-words'
import styles from './hats.module.css'
import { PersonDisc } from './person-disc'
import { useHats } from './hats-context'

function Line({ person, words, note }: { person: string | undefined; words: string; note?: string }) {
  return (
    <li className={section.row}>
      <PersonDisc id={person} />
      <span className={section.words}>
        {words}
        {note !== undefined && <small>{note}</small>}
      </span>
    </li>
  )
}

function NowLines({ one }: { one: HatNow }) {
  const room = usePlaybookRoom()
  const { nameOf } = room
  const { now } = useHats()
  const zone = usePlaybook((playbook) => workingTimeOf(playbook, room.zone).zone)
  const { worn, shadows, coming, offered, next, isFirst } = one
  return (
    <ul className={section.rows}>
      {worn.length === 0 && <Line person={undefined} words={text('hats.nobody')} />}
      {worn.map((turn) => (
        <Line
          key={turn.id}
          person={turn.person}
          words={nameOf(turn.person)}
          note={untilWords(turn, now, zone)}
        />
      ))}
      {shadows.map((turn) => (
        <Line
          key={turn.id}
          person={turn.person}
          words={nameOf(turn.person)}
          note={text('hats.shadowing', { day: turnDay(turn.end) })}
        />
      ))}
      {coming.map((turn) => (
        <Line
          key={turn.id}
          person={turn.person}
          words={nameOf(turn.person)}
          note={text('hats.coming', { day: turnDay(turn.from) })}
        />
      ))}
      {offered.map((turn) => (
        <Line
          key={turn.id}
          person={turn.person}
          words={nameOf(turn.person)}
          note={text('hats.notAnswered', { span: spanWords(turn) })}
        />
      ))}
      {next !== undefined && (
        <Line
          person={next}
          words={text('hats.nextIs', { who: nameOf(next) })}
          note={text(isFirst ? 'hats.nextFirst' : 'hats.nextLongest')}
        />
      )}
    </ul>
  )
}

/** `isTold`: what was handed over stands above already. */
function PastTurn({ turn, isTold }: { turn: Turn; isTold: boolean }) {
  const { nameOf } = usePlaybookRoom()
  const by = usePlaybook((playbook) => saidBy(playbook, turn))
  const values = { who: nameOf(turn.person), span: spanWords(turn) }
  return (
    <li>
      {text(turn.shadow ? 'hats.pastShadow' : 'hats.pastTurn', values)}
      {turn.words !== '' && !isTold && (
        <q className={styles.said}>{text('hats.noteFrom', { who: nameOf(by), words: turn.words })}</q>
      )}
    </li>
  )
}

function Note({ turn }: { turn: Turn }) {
  const { nameOf } = usePlaybookRoom()
  const by = usePlaybook((playbook) => saidBy(playbook, turn))
  if (turn.words === '') return null
  return <p className={styles.note}>{text('hats.noteFrom', { who: nameOf(by), words: turn.words })}</p>
}

export function HatCard({ one }: { one: HatNow }) {
  const { hat, before, past } = one
  const name = hatName(hat)
  const { acts } = useHats()
  const card = useRef<HTMLElement>(null)
  const ofHat = acts.filter((act) => act.hat === hat.id)
  /** A button that goes away by being pressed leaves the keyboard where it was, at this hat. */
  const run = (act: HatAct) => {
    act.run()
    requestAnimationFrame(() => {
      if (document.activeElement === document.body) card.current?.focus()
    })
  }
  const menu = ofHat.filter((act) => act.place === 'menu')
  return (
    <article ref={card} tabIndex={-1} className={section.section} aria-label={name}>
      <div className={section.head}>
        <h2>{name}</h2>
        {menu.length > 0 && (
          <Menu
            look="quiet"
            icon={EllipsisVertical}
            label={text('hats.more', { hat: name })}
            placement="bottom end"
            groups={[
              {
                id: 'hat',
                entries: menu.map((act) => ({ id: act.id, label: act.short, run: () => run(act) })),
              },
            ]}
          />
        )}
      </div>
      <p className={section.lead}>{hatDoes(hat)}</p>
      <NowLines one={one} />
      {before && <Note turn={before} />}
      <div className={styles.hatActs}>
        {ofHat
          .filter((act) => act.place === 'main' || act.place === 'calm')
          .map((act) => (
            <Button
              key={act.id}
              look={act.id.startsWith('hats.accept') ? 'main' : 'plain'}
              aria-label={act.label}
              onPress={() => run(act)}
            >
              {act.short}
            </Button>
          ))}
      </div>
      {past.length > 0 && (
        <details className={section.fold}>
          <summary>{text('hats.past', { count: past.length })}</summary>
          <ol className={styles.past}>
            {past.map((turn) => (
              <PastTurn key={turn.id} turn={turn} isTold={turn === before} />
            ))}
          </ol>
        </details>
      )}
    </article>
  )
}
