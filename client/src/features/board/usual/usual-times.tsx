// How long work usually takes here, under the heading of the column where it is done.
import { memo } from 'react'
import { ENOUGH_FINISHED } from '@yokoten/shared/board'
import { useReadable, useSnapshot } from '../../../react'
import { text } from '../../../text'
import { useBoard } from '../board-context'
import styles from './usual.module.css'

function Times() {
  const { ageing } = useBoard()
  const { cycle } = useReadable(ageing)
  const finished = useSnapshot(ageing.figures, (figures) => figures.finished.length)
  if (cycle)
    return <p className={styles.times}>{text('board.usual.done', { half: cycle.p50, most: cycle.p85 })}</p>
  if (finished === 0) return null
  return (
    <p className={styles.times}>
      {text('board.usual.notEnough', { count: finished, enough: ENOUGH_FINISHED })}
    </p>
  )
}

/** Nothing while nothing is finished; said once, at the first column of what is done. */
export const UsualTimes = memo(function UsualTimes({ column }: { column: string }) {
  const { handle } = useBoard()
  const isFirst = useSnapshot(
    handle,
    (board) => board.columns.find((one) => one.role === 'done')?.id === column,
  )
  return isFirst ? <Times /> : null
})
