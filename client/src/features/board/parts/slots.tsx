// A limit drawn as slots: taken, free to pull into, and over. The words beside it say the same.
import styles from './slots.module.css'

/** More slots than this are said in words alone. */
const DRAWN = 10

export function Slots({ used, limit }: { used: number; limit: number }) {
  const drawn = Math.max(used, limit)
  if (drawn > DRAWN) return null
  return (
    <span className={styles.slots} aria-hidden>
      {Array.from({ length: drawn }, (_, slot) => (
        <i key={slot} className={slot >= limit ? styles.over : slot >= used ? styles.free : undefined} />
      ))}
    </span>
  )
}
