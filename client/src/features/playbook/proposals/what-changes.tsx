// What an act would change: before and after, line by line.
import { ArrowRight } from 'lucide-react'
import { Icon } from '../../../design/icon'
import { VisuallyHidden } from '../../../design/visually-hidden'
import type { DescribedAct } from '../../../input'
import { text } from '../../../text'
import styles from './proposals.module.css'

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
