// Free slots, drawn: the first offers what could be pulled into it, the rest are counted.
import type { Column } from '@yokoten/shared/board'
import { classNames } from '../../../design/class-names'
import { text } from '../../../text'
import { useBoard } from '../board-context'
import { useChoices } from '../use-proposal'
import styles from './column-view.module.css'

export function FreeSlots({ column }: { column: Column }) {
  const { canWrite, acts, isPhone } = useBoard()
  const offer = useChoices(column.id)
  if (column.free === null)
    return column.used === 0 ? <p className={styles.hint}>{text('board.nothingHere')}</p> : null
  if (column.free === 0) return null
  const first = offer[0]
  const isOffered = canWrite && first !== undefined
  const rest = column.free - (isOffered ? 1 : 0)
  // An id is not broken at its hyphen.
  const names = offer.map((card) => card.spoken.replace('-', '-\u2060'))
  return (
    <>
      {isOffered && (
        <button type="button" className={styles.free} onClick={() => acts.pull(first.card, column.id)}>
          {names.length > 1
            ? text('board.pullEither', { first: names[0] as string, second: names[1] as string })
            : text('board.pullOne', { card: names[0] as string })}
        </button>
      )}
      {rest > 0 && (
        <div className={classNames(styles.free, (isOffered || isPhone) && styles.rest)}>
          {text('board.freeSlots', { count: rest })}
        </div>
      )}
    </>
  )
}
