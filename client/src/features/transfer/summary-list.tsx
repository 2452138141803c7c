// What an import takes, what it leaves, and what one should know, each a short list.
import { Check, Info, Minus } from 'lucide-react'
import type { BoardSummary } from '@yokoten/shared/transfer'
import { Icon } from '../../design/icon'
import type { LucideIcon } from '../../design/icon'
import { text } from '../../text'
import styles from './import-dialog.module.css'
import { summaryWords } from './words'

const Lines = ({ title, icon, lines }: { title: string; icon: LucideIcon; lines: readonly string[] }) =>
  lines.length === 0 ? null : (
    <section>
      <h3>{title}</h3>
      <ul className={styles.lines}>
        {lines.map((line) => (
          <li key={line}>
            <Icon of={icon} size={16} />
            <span>{line}</span>
          </li>
        ))}
      </ul>
    </section>
  )

export function SummaryList({ summary, isDone }: { summary: BoardSummary; isDone: boolean }) {
  const { taken, left, notes } = summaryWords(summary)
  return (
    <div className={styles.summary}>
      <Lines
        title={text(isDone ? 'transfer.taken' : 'transfer.willTake')}
        icon={Check}
        lines={taken.length > 0 ? taken : [text('transfer.taken.nothing')]}
      />
      <div className={styles.words}>
        <Lines title={text(isDone ? 'transfer.left' : 'transfer.willLeave')} icon={Minus} lines={left} />
        <Lines title={text('transfer.notes')} icon={Info} lines={notes} />
      </div>
    </div>
  )
}
