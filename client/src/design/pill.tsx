// A state in a few words: the dot's colour and shape repeat what the words say, they never say it alone.
import type { ReactNode } from 'react'
import { classNames } from './class-names'
import styles from './pill.module.css'

export type PillTone = 'flow' | 'neutral' | 'age' | 'stop'

/** For a pill that is pressed: the class of its button. */
export const pillClass = (tone: PillTone = 'flow'): string => classNames(styles.pill, styles[tone])

export const PillDot = () => <i className={styles.dot} aria-hidden />

interface PillProps {
  readonly tone?: PillTone
  readonly withDot?: boolean
  readonly children: ReactNode
}

export const Pill = ({ tone = 'flow', withDot = true, children }: PillProps) => (
  <span className={pillClass(tone)}>
    {withDot && <PillDot />}
    <span>{children}</span>
  </span>
)
