// "What is this?": one press beside a word of the trade tells in a sentence or two what it means.
import { CircleHelp } from 'lucide-react'
import type { ReactNode } from 'react'
import { text } from '../text'
import styles from './explain.module.css'
import { PopoverButton } from './popover'

interface ExplainProps {
  /** The word that is explained, as it stands on the screen. */
  readonly term: string
  readonly children: ReactNode
}

export const Explain = ({ term, children }: ExplainProps) => (
  <PopoverButton
    label={text('design.whatIs', { term })}
    look="quiet"
    icon={CircleHelp}
    iconOnly
    className={styles.ask}
  >
    <p className={styles.term}>{term}</p>
    <div className={styles.words}>{children}</div>
  </PopoverButton>
)
