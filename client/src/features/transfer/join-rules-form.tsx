// What the team's rules say about the cards that would come onto a board, and what can be done about it.
import { Checkbox } from '../../design/checkbox'
import { text } from '../../text'
import styles from './import-dialog.module.css'
import type { JoiningSteps } from './use-joining'

interface JoinRulesFormProps {
  readonly joining: Pick<JoiningSteps, 'rules' | 'isCalm' | 'calm'>
  /** Cards that would come in as a rush. */
  readonly count: number
}

export function JoinRulesForm({ joining: { rules, isCalm, calm }, count }: JoinRulesFormProps) {
  if (!rules?.columns && !rules?.rush) return null
  const { columns, rush } = rules
  return (
    <div role="status" className={styles.words}>
      {columns && <p>{text(`transfer.join.rules.${columns.what}.${columns.why}`)}</p>}
      {rush && (
        <>
          <p>{text(`transfer.join.rules.rush.${rush}`, { count })}</p>
          <Checkbox isSelected={isCalm} onChange={calm}>
            {text('transfer.join.rules.calm', { count })}
          </Checkbox>
        </>
      )}
    </div>
  )
}
