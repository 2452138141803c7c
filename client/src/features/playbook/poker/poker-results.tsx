// What a round of delegation poker came to: the cards of all, and the rules that they make unless the team says otherwise.
import { useState } from 'react'
import { PERMIT_LEVELS } from '@yokoten/shared/kernel'
import type { PermitLevel } from '@yokoten/shared/kernel'
import { endRound, resultsOf, ruleKey, setRules } from '@yokoten/shared/playbook'
import type { Who } from '@yokoten/shared/playbook'
import { Button } from '../../../design/button'
import { Select } from '../../../design/select'
import { toasts } from '../../../design/toasts'
import { text } from '../../../text'
import { usePlaybook, usePlaybookRoom, useRoster } from '../playbook-context'
import { isOffered } from '../rules/level-row'
import { formOf, valueOf } from '../rules/rule-form'
import { actName, levelWords, listWords } from '../rules/rule-words'
import rules from '../rules/rules.module.css'
import { YesField } from '../rules/who-field'
import { refusalWords } from '../words'
import { cardNamed } from './card-words'
import styles from './poker.module.css'
import type { Round } from './use-rounds'

/** The strictest level that an act may have, where the cards say a stricter one. */
const bounded = (act: string, level: PermitLevel): PermitLevel => (isOffered(act, level) ? level : 'tell')

export function PokerResults({ round }: { round: Round }) {
  const { act: run, canWrite } = usePlaybookRoom()
  const roster = useRoster()
  const acts = usePlaybook((playbook) => playbook.actsById)
  const held = usePlaybook((playbook) => playbook.rules)
  const [chosen, setChosen] = useState<Readonly<Record<string, PermitLevel>>>({})
  const [whose, setWhose] = useState<Who>()
  const [error, setError] = useState<string>()
  const results = resultsOf(round.row.acts, round.seats)
  const levelOf = (act: string, level: PermitLevel) => chosen[act] ?? bounded(act, level)
  const needsYes = results.some(({ act, level }) => levelOf(act, level) === 'yes')
  const fill = () => {
    const came = run(setRules, {
      roster,
      rules: results.map(({ act, level }) => {
        const before = formOf(held.get(ruleKey(act, {}))?.value, levelOf(act, level))
        return { act, condition: {}, value: valueOf({ ...before, yesFrom: whose ?? before.yesFrom }) }
      }),
    })
    if (typeof came === 'object') return setError(refusalWords(came))
    run(endRound, { round: round.row.id })
    if (came === 'done') toasts.show(text('playbook.poker.filled'))
  }
  return (
    <>
      <p className={rules.quiet}>{text('playbook.poker.results')}</p>
      <ul className={styles.results}>
        {results.map(({ act, cards, isUnanimous, level }) => (
          <li key={act} className={styles.result}>
            <span>
              {actName(act, acts)}
              <small>
                {isUnanimous
                  ? text('playbook.poker.unanimous', { card: cardNamed(cards[0] ?? 1) })
                  : text('playbook.poker.laid', { cards: listWords(cards.map(cardNamed)) })}
              </small>
            </span>
            {canWrite ? (
              <Select<PermitLevel>
                hideLabel
                label={text('playbook.levelOf', { act: actName(act, acts) })}
                value={levelOf(act, level)}
                onChange={(next) => setChosen((before) => ({ ...before, [act]: next }))}
                choices={PERMIT_LEVELS.filter((one) => isOffered(act, one)).map((id) => ({
                  id,
                  label: levelWords(id),
                }))}
              />
            ) : (
              <span>{levelWords(bounded(act, level))}</span>
            )}
          </li>
        ))}
      </ul>
      {canWrite && (
        <div className={rules.form}>
          {needsYes && <YesField value={whose} onChange={setWhose} />}
          {error !== undefined && (
            <p className={rules.error} role="alert">
              {error}
            </p>
          )}
          <div className={rules.acts}>
            <Button look="main" onPress={fill}>
              {text('playbook.poker.fill')}
            </Button>
          </div>
        </div>
      )}
    </>
  )
}
