// Free slots, drawn: the first offers what could be pulled into it, the rest are counted.
import { freeSlotsOf } from '@yokoten/shared/board'
import type { Column } from '@yokoten/shared/board'
import { classNames } from '../../../design/class-names'
import { useSnapshot } from '../../../react'
import { text } from '../../../text'
import { useBoard } from '../board-context'
import { useChoices } from '../use-proposal'
import { unbroken } from '../words'
import styles from './column-view.module.css'

interface FreeSlotsProps {
  readonly column: Column
  /** Under the head of a column whose cards stand in lanes below: one line, and nothing where there is none. */
  readonly isInHead?: boolean
}

export function FreeSlots({ column, isInHead = false }: FreeSlotsProps) {
  const { handle, canWrite, acts, isPhone } = useBoard()
  const free = useSnapshot(handle, (board) => freeSlotsOf(board, column.id))
  const offer = useChoices(column.id)
  if (free === null)
    return column.used === 0 && !isInHead ? <p className={styles.hint}>{text('board.nothingHere')}</p> : null
  if (free === 0) return null
  const first = offer[0]
  const isOffered = canWrite && first !== undefined
  const rest = free - (isOffered ? 1 : 0)
  const names = offer.map((card) => unbroken(card.spoken))
  return (
    <>
      {isOffered && (
        <button
          type="button"
          className={classNames(styles.free, isInHead && styles.line)}
          onClick={() => acts.pull(first.card, column.id)}
        >
          {names.length > 1 && !isInHead
            ? text('board.pullEither', { first: names[0] as string, second: names[1] as string })
            : text('board.pullOne', { card: names[0] as string })}
        </button>
      )}
      {rest > 0 && (
        <div
          className={classNames(styles.free, (isOffered || isPhone) && styles.rest, isInHead && styles.line)}
        >
          {text('board.freeSlots', { count: rest })}
        </div>
      )}
    </>
  )
}
