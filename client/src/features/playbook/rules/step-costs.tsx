// What waiting for a yes has cost at each map step that proposals were tied to, the dearest first.
import type { Waiting } from '@yokoten/shared/playbook'
import { Link } from 'wouter'
import { text } from '../../../text'
import { useLinked } from '../proposals/use-linked'
import { spanWords } from '../proposals/words'
import styles from './rules.module.css'

function StepCost({ step, cost }: { step: string; cost: Waiting }) {
  const found = useLinked(`step:${step}`)
  const label = found?.label ?? text(found === null ? 'playbook.steps.notHere' : 'playbook.steps.looking')
  return (
    <li>
      {found?.path === undefined ? <span>{label}</span> : <Link href={found.path}>{label}</Link>}
      <span>{text('playbook.steps.cost', { count: cost.yeses, span: spanWords(cost.days) })}</span>
    </li>
  )
}

/** `steps`: by `<map>/<step>`. Where no proposal was tied to one, it says how that is done. */
export function StepCosts({ steps }: { steps: ReadonlyMap<string, Waiting> }) {
  const dearest = [...steps].sort(([, a], [, b]) => b.days - a.days)
  return (
    <section className={styles.steps} aria-labelledby="yeses-by-step">
      <h3 id="yeses-by-step">{text('playbook.steps.title')}</h3>
      {dearest.length === 0 ? (
        <p className={styles.quiet}>{text('playbook.steps.none')}</p>
      ) : (
        <ul className={styles.cost}>
          {dearest.map(([step, cost]) => (
            <StepCost key={step} step={step} cost={cost} />
          ))}
        </ul>
      )}
    </section>
  )
}
