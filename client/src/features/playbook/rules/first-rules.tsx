// The beginning: three sets of rules to choose from, each with what it means, or a round of delegation poker.
import { useState } from 'react'
import { dayFromIso, isoFromDay } from '@yokoten/shared/kernel'
import { STARTING_SETS, setRules, startingRules } from '@yokoten/shared/playbook'
import type { StartingSet } from '@yokoten/shared/playbook'
import { Button } from '../../../design/button'
import { TextField } from '../../../design/text-field'
import { toasts } from '../../../design/toasts'
import { useReadable } from '../../../react'
import { text } from '../../../text'
import { usePlaybookRoom, useRoster, useRulesAway } from '../playbook-context'
import { refusalWords } from '../words'
import { dayWords } from './rule-words'
import styles from './rules.module.css'

/** A quarter of a year until the team looks at its first rules again. */
const REVIEW_DAYS = 91

interface FirstRulesProps {
  readonly today: string
  readonly onPoker: () => void
  readonly onOneByOne: () => void
}

export function FirstRules({ today, onPoker, onOneByOne }: FirstRulesProps) {
  const { act, canWrite, handle } = usePlaybookRoom()
  const { caughtUp: isCaughtUp } = useReadable(handle.sharing)
  const roster = useRoster()
  const away = useRulesAway()
  const [whose, setWhose] = useState('')
  const review = isoFromDay(dayFromIso(today) + REVIEW_DAYS)
  const isHeld = away === 'newer-version' || (away !== undefined && !isCaughtUp)
  if (isHeld) return <p className={styles.quiet}>{text(`playbook.rulesAway.${away}`)}</p>
  if (!canWrite) return <p className={styles.quiet}>{text('playbook.first.nothingYet')}</p>
  const begin = (set: StartingSet) => {
    const named = whose.trim()
    const yesFrom = named === '' ? undefined : ({ kind: 'outside', id: named } as const)
    const came = act(setRules, { rules: startingRules(set, review, yesFrom), roster })
    if (came === 'done') toasts.show(text('playbook.first.begun', { day: dayWords(review) }))
    else if (came !== 'asked') toasts.show(refusalWords(came), { tone: 'stop' })
  }
  return (
    <>
      <p className={styles.quiet}>{text('playbook.first.lead')}</p>
      <div className={styles.sets}>
        {STARTING_SETS.map((set) => (
          <article key={set} className={styles.set} aria-labelledby={`set-${set}`}>
            <h3 id={`set-${set}`}>{text(`playbook.set.${set}`)}</h3>
            <p className={styles.quiet}>{text(`playbook.set.${set}.means`)}</p>
            {set === 'new-to-it' && (
              <TextField
                label={text('playbook.first.whose')}
                placeholder={text('playbook.first.whoseExample')}
                note={text('playbook.first.whoseNote')}
                value={whose}
                onChange={setWhose}
              />
            )}
            <Button
              aria-label={text('playbook.first.takeNamed', { set: text(`playbook.set.${set}`) })}
              onPress={() => begin(set)}
            >
              {text('playbook.first.take')}
            </Button>
          </article>
        ))}
      </div>
      <p className={styles.quiet}>{text('playbook.first.poker')}</p>
      <div className={styles.acts}>
        <Button onPress={onPoker}>{text('playbook.poker.begin')}</Button>
        <Button look="quiet" onPress={onOneByOne}>
          {text('playbook.first.oneByOne')}
        </Button>
      </div>
    </>
  )
}
