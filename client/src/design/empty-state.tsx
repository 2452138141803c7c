// An empty place teaches: one sentence, one act, a sample to try.
import type { ReactNode } from 'react'
import styles from './empty-state.module.css'
import { Icon } from './icon'
import type { LucideIcon } from './icon'

interface EmptyStateProps {
  readonly icon?: LucideIcon
  readonly title: string
  readonly children?: ReactNode
  /** The one act, and at most a sample beside it. */
  readonly acts?: ReactNode
}

export const EmptyState = ({ icon, title, children, acts }: EmptyStateProps) => (
  <div className={styles.empty}>
    {icon && (
      <div className={styles.mark}>
        <Icon of={icon} size={28} />
      </div>
    )}
    <h2>{title}</h2>
    {children && <div className={styles.words}>{children}</div>}
    {acts && <div className={styles.acts}>{acts}</div>}
  </div>
)
