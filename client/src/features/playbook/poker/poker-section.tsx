// Delegation poker: each lays a card for each act without seeing the others', all are turned over together, the table fills.
import { useState } from 'react'
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup'
import { DELEGATION, endRound, leaveOut } from '@yokoten/shared/playbook'
import type { Hand } from '@yokoten/shared/playbook'
import { Button } from '../../../design/button'
import { Explain } from '../../../design/explain'
import { toasts } from '../../../design/toasts'
import { text } from '../../../text'
import section from '../../../design/section.module.css'
import { usePlaybook, usePlaybookRoom } from '../playbook-context'
import { actName, listWords } from '../rules/rule-words'
import rules from '../rules/rules.module.css'
import { refusalWords } from '../words'
import { cardNamed, cardWords } from './card-words'
import { PokerResults } from './poker-results'
import styles from './poker.module.css'
import { useRounds } from './use-rounds'
import type { Round } from './use-rounds'

function Cards({
  act,
  card,
  onChange,
}: {
  act: string
  card: number | undefined
  onChange: (card: number) => void
}) {
  return (
    <div className={styles.act}>
      <RadioGroup
        aria-label={act}
        orientation="horizontal"
        value={card === undefined ? null : String(card)}
        onChange={(next) => onChange(Number(next))}
        className={styles.cards ?? ''}
      >
        <span className={styles.actName} aria-hidden>
          {act}
        </span>
        <span className={styles.hand}>
          {DELEGATION.map(({ name }, index) => (
            <Radio
              key={name}
              value={String(index + 1)}
              aria-label={cardNamed(index + 1)}
              className={styles.card ?? ''}
            >
              <span aria-hidden>{index + 1}</span>
            </Radio>
          ))}
        </span>
      </RadioGroup>
      <p className={rules.quiet}>{card === undefined ? text('playbook.poker.noCard') : cardWords(card)}</p>
    </div>
  )
}

function MyCards({ round, onLay }: { round: Round; onLay: (hand: Hand) => Promise<string | undefined> }) {
  const acts = usePlaybook((playbook) => playbook.actsById)
  const [hand, setHand] = useState<Hand>({})
  const [error, setError] = useState<string>()
  return (
    <>
      {round.row.acts.map((act) => (
        <Cards
          key={act}
          act={actName(act, acts)}
          card={hand[act]}
          onChange={(card) => setHand((before) => ({ ...before, [act]: card }))}
        />
      ))}
      <div className={styles.lay}>
        <Button
          look="main"
          isDisabled={Object.keys(hand).length === 0}
          onPress={() => void onLay(hand).then(setError)}
        >
          {text('playbook.poker.lay')}
        </Button>
      </div>
      <p className={rules.quiet}>{text('playbook.poker.layNote')}</p>
      {error !== undefined && (
        <p className={rules.error} role="alert">
          {error}
        </p>
      )}
    </>
  )
}

/** Whom the round waits for; who began it may go on without them. */
function Missing({ round, people, words }: { round: Round; people: readonly string[]; words: string }) {
  const { act, me, canWrite, nameOf } = usePlaybookRoom()
  const mayLeaveOut = canWrite && round.row.by === me
  return (
    <>
      <p className={rules.quiet}>{words}</p>
      {mayLeaveOut && (
        <div className={rules.acts}>
          {people
            .filter((person) => person !== me)
            .map((person) => (
              <Button
                key={person}
                onPress={() => {
                  const came = act(leaveOut, { round: round.row.id, person })
                  if (typeof came === 'object') toasts.show(refusalWords(came), { tone: 'stop' })
                }}
              >
                {text('playbook.poker.without', { who: nameOf(person) })}
              </Button>
            ))}
        </div>
      )}
    </>
  )
}

function TurnOver({ onTurn }: { onTurn: () => Promise<string | undefined> }) {
  const [error, setError] = useState<string>()
  return (
    <>
      <p className={rules.quiet}>{text('playbook.poker.allLaid')}</p>
      <div className={rules.acts}>
        <Button look="main" onPress={() => void onTurn().then(setError)}>
          {text('playbook.poker.turn')}
        </Button>
      </div>
      {error !== undefined && (
        <p className={rules.error} role="alert">
          {error}
        </p>
      )}
    </>
  )
}

function Stage({
  round,
  lay,
  turnOver,
}: { round: Round } & Pick<ReturnType<typeof useRounds>, 'lay' | 'turnOver'>) {
  const { me, canWrite, nameOf } = usePlaybookRoom()
  const mine = round.seats.find((seat) => seat.person === me)
  const names = (people: readonly string[]) => listWords(people.map(nameOf))
  if (canWrite && !mine && !round.isSealed) return <MyCards key={round.row.id} round={round} onLay={lay} />
  if (!round.isSealed)
    return (
      <Missing
        round={round}
        people={round.missing}
        words={text('playbook.poker.waiting', {
          laid: round.players.length - round.missing.length,
          of: round.players.length,
          who: names(round.missing),
        })}
      />
    )
  if (canWrite && mine && !mine.hand) return <TurnOver onTurn={turnOver} />
  if (round.closed.length > 0)
    return (
      <Missing
        round={round}
        people={round.closed}
        words={text('playbook.poker.turning', { who: names(round.closed) })}
      />
    )
  return <PokerResults key={round.row.id} round={round} />
}

export function PokerSection() {
  const { act, canWrite, nameOf } = usePlaybookRoom()
  const { round, lay, turnOver } = useRounds()
  if (!round) return null
  const wrong = round.seats.filter((seat) => seat.mismatch).map((seat) => seat.person)
  return (
    <section className={section.section} aria-labelledby="poker">
      <div className={section.head}>
        <h2 id="poker">
          {text('playbook.poker.title')}
          <Explain term={text('playbook.poker.title')}>
            <p>{text('playbook.poker.explain')}</p>
          </Explain>
        </h2>
        {canWrite && (
          <Button look="quiet" onPress={() => act(endRound, { round: round.row.id })}>
            {text('playbook.poker.end')}
          </Button>
        )}
      </div>
      <p className={section.lead}>{text('playbook.poker.lead', { who: nameOf(round.row.by) })}</p>
      {wrong.length > 0 && (
        <p className={rules.notice}>
          {text('playbook.poker.mismatch', { who: listWords(wrong.map(nameOf)) })}
        </p>
      )}
      <Stage round={round} lay={lay} turnOver={turnOver} />
    </section>
  )
}
