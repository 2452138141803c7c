// How much of a proposal's time is over, with the end in words.
import type { Decision } from '@yokoten/shared/playbook'
import { text } from '../../../text'
import styles from './proposals.module.css'
import { momentWords } from './words'
import type { Saying } from './words'

export function ClockBar({ decision, saying }: { decision: Decision; saying: Saying }) {
  const { at, deadline } = decision.outcome.version
  const share = deadline > at ? Math.min(1, Math.max(0, (saying.now - at) / (deadline - at))) : 1
  const when = momentWords(deadline, saying)
  return (
    <div
      className={styles.clock}
      role="progressbar"
      aria-label={text('proposals.clock')}
      aria-valuenow={Math.round(share * 100)}
      aria-valuetext={text(share < 1 ? 'proposals.clock.until' : 'proposals.clock.over', { when })}
    >
      <i style={{ width: `${share * 100}%` }} />
    </div>
  )
}
