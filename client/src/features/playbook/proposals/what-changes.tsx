// What an act would change, before and after, line by line; of what is done by hand, the facts by which its rule was found.
import { ArrowRight } from 'lucide-react'
import type { Act } from '@yokoten/shared/kernel'
import { Icon } from '../../../design/icon'
import { VisuallyHidden } from '../../../design/visually-hidden'
import type { DescribedAct } from '../../../input'
import { text } from '../../../text'
import styles from './proposals.module.css'
import { namesOf } from './words'
import type { Saying } from './words'

/** Lines shown before the rest is only counted: an act on many cards is no list to read. */
const MOST = 8

export function WhatChanges({ described }: { described: DescribedAct }) {
  const shown = described.lines.slice(0, MOST)
  const rest = described.lines.length - shown.length
  if (shown.length === 0) return null
  return (
    <dl className={styles.changes}>
      {shown.map(({ what, before, after }, index) => (
        <div key={index}>
          <dt>{what}</dt>
          <dd>
            <span>{before || text('proposals.nothing')}</span>
            <Icon of={ArrowRight} size={14} />
            <VisuallyHidden>{text('proposals.becomes')}</VisuallyHidden>
            <strong>{after || text('proposals.nothing')}</strong>
          </dd>
        </div>
      ))}
      {rest > 0 && <p className={styles.note}>{text('proposals.more', { count: rest })}</p>}
    </dl>
  )
}

/** The words of a proposal may be anything; this is what its rule was chosen by. */
export function HandFacts({ act: { amount, touches = [] }, nameOf }: { act: Act; nameOf: Saying['nameOf'] }) {
  if (amount === undefined && touches.length === 0) return null
  return (
    <dl className={styles.changes}>
      {amount !== undefined && (
        <div>
          <dt>{text('proposals.byHand.amount')}</dt>
          <dd>
            <strong>{text('proposals.byHand.amountIs', { amount })}</strong>
          </dd>
        </div>
      )}
      {touches.length > 0 && (
        <div>
          <dt>{text('playbook.condition.touchesField')}</dt>
          <dd>
            <strong>{namesOf(touches, { nameOf })}</strong>
          </dd>
        </div>
      )}
    </dl>
  )
}
