// One setting with its name, a note, and what changes it.
import type { ReactNode } from 'react'
import styles from './settings-page.module.css'

interface SettingsRowProps {
  readonly title: string
  readonly note?: string
  readonly children: ReactNode
}

export const SettingsRow = ({ title, note, children }: SettingsRowProps) => (
  <div className={styles.row}>
    <div className={styles.rowWords}>
      <h3>{title}</h3>
      {note && <p>{note}</p>}
    </div>
    {children}
  </div>
)
