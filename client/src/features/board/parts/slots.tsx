// A limit drawn as slots: taken, free to pull into, and over. The words beside it say the same.
import { classNames } from '../../../design/class-names'
import styles from './slots.module.css'

/** More slots than this are drawn narrow where there is room for them. */
const WIDE = 10
/** More than this are said in words alone. */
const MOST = 30

interface SlotsProps {
  readonly used: number
  readonly limit: number
  /** Whether there is room for more than a column's head has. */
  readonly hasRoom?: boolean
}

export function Slots({ used, limit, hasRoom = false }: SlotsProps) {
  const drawn = Math.max(used, limit)
  if (drawn > (hasRoom ? MOST : WIDE)) return null
  return (
    <span className={classNames(styles.slots, drawn > WIDE && styles.narrow)} aria-hidden>
      {Array.from({ length: drawn }, (_, slot) => (
        <i key={slot} className={slot >= limit ? styles.over : slot >= used ? styles.free : undefined} />
      ))}
    </span>
  )
}
