// On a phone, the two acts that matter, under the thumb: large buttons above the tabs.
import type { ReactNode } from 'react'
import styles from './thumb-bar.module.css'

/** Give it one or two `<Button large>`. */
export const ThumbBar = ({ label, children }: { label: string; children: ReactNode }) => (
  <div className={styles.bar} role="group" aria-label={label} data-thumb-bar>
    {children}
  </div>
)
