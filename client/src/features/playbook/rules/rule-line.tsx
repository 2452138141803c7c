// One kind of act in the table, or one sentence of it on a phone.
import type { PermitLevel } from '@yokoten/shared/kernel'
import { peopleFor, setRule } from '@yokoten/shared/playbook'
import { classNames } from '../../../design/class-names'
import { toasts } from '../../../design/toasts'
import { text } from '../../../text'
import { usePlaybook, usePlaybookRoom, useRoster, useTeamNow } from '../playbook-context'
import { spanWords } from '../proposals/words'
import { refusalWords } from '../words'
import { LevelRow } from './level-row'
import type { RuleAsk } from './rule-dialog'
import { formOf, valueOf } from './rule-form'
import type { Lately, RuleLine } from './rule-lines'
import { actName, conditionWords } from './rule-words'
import styles from './rules.module.css'
import { useNames, useRuleWords } from './use-names'

export interface LineProps {
  readonly line: RuleLine
  readonly lately: Lately | undefined
  /** Somebody has proposed another rule for the act, and it is still open. */
  readonly isProposed: boolean
  readonly onAsk: (ask: RuleAsk) => void
}

/** What the line is about: "Spend money, more than 200". */
export function useLineName({ act, condition, isSpecial }: RuleLine): string {
  const names = useNames()
  const acts = usePlaybook((playbook) => playbook.actsById)
  const name = actName(act, acts)
  return isSpecial ? text('playbook.special', { act: name, when: conditionWords(condition, names) }) : name
}

/** What is to be said of a rule besides what it means. */
function Marks({ line: { rule, isSpecial }, isProposed }: Pick<LineProps, 'line' | 'isProposed'>) {
  const roster = useRoster()
  const { at } = useTeamNow()
  const turns = usePlaybook((playbook) => playbook.turns)
  const yesFrom = rule?.value?.level === 'yes' ? rule.value.yesFrom : undefined
  const isStuck = yesFrom && yesFrom.kind !== 'outside' && peopleFor(yesFrom, turns, roster, at).length === 0
  return (
    <>
      {rule?.disputed && <small className={styles.mark}>{text('playbook.disputed')}</small>}
      {isStuck && <small className={styles.mark}>{text('playbook.nobodyNow')}</small>}
      {isProposed && !isSpecial && <small>{text('playbook.proposed')}</small>}
    </>
  )
}

/** Nobody counts what is simply done. */
function timesWords(lately: Lately | undefined, level: PermitLevel): string {
  if (lately) return text('playbook.lately.times', { count: lately.times })
  return text(level === 'free' ? 'playbook.lately.uncounted' : 'playbook.lately.none')
}

const latelyWords = ({ times, median }: Lately): string =>
  median === null
    ? text('playbook.lately.times', { count: times })
    : text('playbook.lately.timesIn', { count: times, span: spanWords(median) })

export function RuleRow({ line, lately, isProposed, onAsk }: LineProps) {
  const { act: run, canWrite } = usePlaybookRoom()
  const roster = useRoster()
  const name = useLineName(line)
  const { act, condition, rule } = line
  const wordsOf = useRuleWords(act)
  const value = rule?.value ?? null
  const change = (level: PermitLevel) => {
    // Whose yes it needs is not said by the press alone.
    if (level === 'yes' && !value?.yesFrom) return onAsk({ act, condition, level })
    const came = run(setRule, { act, condition, value: valueOf(formOf(value, level)), roster })
    if (typeof came === 'object') toasts.show(refusalWords(came), { tone: 'stop' })
  }
  return (
    <li className={classNames(styles.grid, styles.line)}>
      <button
        type="button"
        className={classNames(styles.name, line.isSpecial && styles.special)}
        onClick={() => onAsk({ act, condition })}
      >
        {name}
        <small>{wordsOf(value)}</small>
        <Marks line={line} isProposed={isProposed} />
      </button>
      <LevelRow act={act} label={name} level={value?.level ?? 'free'} canWrite={canWrite} onChange={change} />
      <span className={styles.lately}>
        {!line.isSpecial && timesWords(lately, value?.level ?? 'free')}
        {!line.isSpecial && typeof lately?.median === 'number' && <small>{spanWords(lately.median)}</small>}
      </span>
    </li>
  )
}

export function RuleSentence({ line, lately, isProposed, onAsk }: LineProps) {
  const name = useLineName(line)
  const { act, condition, rule } = line
  const wordsOf = useRuleWords(act)
  return (
    <li>
      <button type="button" className={styles.sentence} onClick={() => onAsk({ act, condition })}>
        {name}
        <small>
          {wordsOf(rule?.value ?? null)}
          {lately &&
            !line.isSpecial &&
            ` ${text('playbook.lately.sentence', { times: latelyWords(lately) })}`}
        </small>
        <Marks line={line} isProposed={isProposed} />
      </button>
    </li>
  )
}
