// What about the rules needs the team's eye: two that say different things, those set apart, those to be looked at again.
import { contradictionsIn, isHeld } from '@yokoten/shared/playbook'
import type { HeldRule, Rule } from '@yokoten/shared/playbook'
import { Button } from '../../../design/button'
import { text } from '../../../text'
import { usePlaybook } from '../playbook-context'
import type { RuleAsk } from './rule-dialog'
import { dueForReview } from './rule-lines'
import { actName, conditionWords, dayWords, levelWords, listWords } from './rule-words'
import styles from './rules.module.css'
import { useNames } from './use-names'

interface RuleNotesProps {
  /** `YYYY-MM-DD` of the team. */
  readonly today: string
  readonly onAsk: (ask: RuleAsk) => void
}

export function RuleNotes({ today, onAsk }: RuleNotesProps) {
  const names = useNames()
  const acts = usePlaybook((playbook) => playbook.actsById)
  const rules = usePlaybook((playbook) => playbook.rules)
  const clashes = contradictionsIn(rules)
  const due = dueForReview({ rules }, today)
  const nameOf = ({ act, condition }: Rule): string => {
    const when = conditionWords(condition, names)
    const name = actName(act, acts)
    return when === '' ? name : text('playbook.special', { act: name, when })
  }
  const link = (rule: Rule) => (
    <Button key={rule.key} look="quiet" onPress={() => onAsk({ act: rule.act, condition: rule.condition })}>
      {nameOf(rule)}
    </Button>
  )
  if (clashes.length + due.length === 0) return null
  const sides = ([a, b]: readonly [HeldRule, HeldRule]) =>
    listWords(
      [a, b].map((rule) =>
        text('playbook.clash.side', {
          when: conditionWords(rule.condition, names) || text('playbook.clash.always'),
          level: levelWords(rule.value.level),
        }),
      ),
    )
  return (
    <div className={styles.notes}>
      {clashes.map((pair) => (
        <div key={`${pair[0].key} ${pair[1].key}`} className={styles.notice}>
          <p>{text('playbook.clash', { act: actName(pair[0].act, acts), sides: sides(pair) })}</p>
          {pair.map(link)}
        </div>
      ))}
      {due.length > 0 && (
        <div className={styles.notice}>
          <p>
            {text('playbook.due', {
              count: due.length,
              day: dayWords(
                due.map((rule) => (isHeld(rule) ? (rule.value.review ?? today) : today)).sort()[0] ?? today,
              ),
            })}
          </p>
          {due.map(link)}
        </div>
      )}
    </div>
  )
}
