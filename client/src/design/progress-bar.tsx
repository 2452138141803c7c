// How far something long has got, with the number in words.
import { ProgressBar as AriaProgressBar } from 'react-aria-components/ProgressBar'
import { classNames } from './class-names'
import styles from './progress-bar.module.css'

interface ProgressBarProps {
  readonly label: string
  /** 0 to 1; undefined while nobody knows. */
  readonly value: number | undefined
  /** Said instead of the percentage, e.g. "400 of 2,000 cards". */
  readonly words?: string
}

export const ProgressBar = ({ label, value, words }: ProgressBarProps) => (
  <AriaProgressBar
    aria-label={label}
    value={(value ?? 0) * 100}
    isIndeterminate={value === undefined}
    {...(words !== undefined && { valueLabel: words })}
    className={styles.progress ?? ''}
  >
    {({ percentage, valueText }) => (
      <>
        <span aria-hidden>{label}</span>
        {value !== undefined && <span aria-hidden>{valueText}</span>}
        <div className={styles.track}>
          <div
            className={classNames(styles.fill, value === undefined && styles.unknown)}
            style={value === undefined ? undefined : { width: `${percentage ?? 0}%` }}
          />
        </div>
      </>
    )}
  </AriaProgressBar>
)
