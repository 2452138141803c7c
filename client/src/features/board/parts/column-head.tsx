// The head of a column: its name, where work starts or ends, how full it is, its policy, and what is to be talked about.
import { Ellipsis, Flag, Play } from 'lucide-react'
import { memo } from 'react'
import { marksOf } from '@yokoten/shared/board'
import type { Column } from '@yokoten/shared/board'
import { Button } from '../../../design/button'
import { classNames } from '../../../design/class-names'
import { Icon } from '../../../design/icon'
import { IconButton } from '../../../design/icon-button'
import { VisuallyHidden } from '../../../design/visually-hidden'
import { useSnapshot } from '../../../react'
import { text } from '../../../text'
import { useBoard } from '../board-context'
import { UsualTimes } from '../usual/usual-times'
import { useFinishedThisWeek } from '../use-finished'
import { useBoardUi } from '../ui-store'
import { Slots } from './slots'
import styles from './column-view.module.css'

function Count({ column }: { column: Column }) {
  const finished = useFinishedThisWeek(column)
  if (column.limit !== null)
    return (
      <span className={classNames(styles.count, column.over > 0 && styles.over)}>
        {text('board.usedOf', { used: column.used, limit: column.limit })}
      </span>
    )
  return (
    <span className={styles.count}>
      {finished === undefined ? column.used : text('board.thisWeek', { count: finished })}
    </span>
  )
}

/** Where work starts or is finished, as a small sign beside the name. */
const Marks = memo(function Marks({ column }: { column: string }) {
  const { handle } = useBoard()
  const mark = useSnapshot(handle, (board) => {
    const { start, finish } = marksOf(board.columns)
    return start === column ? 'start' : finish === column ? 'finish' : undefined
  })
  if (!mark) return null
  const words = text(mark === 'start' ? 'board.mark.startsHere' : 'board.mark.finishedHere')
  return (
    <span className={styles.mark} title={words}>
      <Icon of={mark === 'start' ? Play : Flag} size={12} />
      <VisuallyHidden>{words}</VisuallyHidden>
    </span>
  )
})

/** The conversation that a limit broken by a merge asks for. */
const OverTalk = memo(function OverTalk({ column }: { column: string }) {
  const { handle } = useBoard()
  const isBroken = useSnapshot(handle, (board) => board.brokenLimits.some((one) => one.column === column))
  if (!isBroken) return null
  return (
    <Button
      className={styles.talk}
      onPress={() => useBoardUi.getState().open({ kind: 'over', scope: { kind: 'column', id: column } })}
    >
      {text('board.over.talk')}
    </Button>
  )
})

/** Apart from what is counted, so that a move does not draw it again. */
const Change = memo(function Change({ id, name }: { id: string; name: string }) {
  return (
    <IconButton
      className={styles.menu}
      icon={Ellipsis}
      label={text('board.column.change', { column: name })}
      onPress={() => useBoardUi.getState().open({ kind: 'column', column: id })}
    />
  )
})

export function ColumnHead({ column }: { column: Column }) {
  const { canWrite } = useBoard()
  return (
    <>
      <header className={styles.head}>
        <h2 className={styles.name} title={column.name}>
          {column.name}
        </h2>
        <Count column={column} />
        <Marks column={column.id} />
        {canWrite && <Change id={column.id} name={column.name} />}
        {column.limit !== null && <Slots used={column.used} limit={column.limit} />}
      </header>
      <p className={styles.policy}>{column.policy}</p>
      <UsualTimes column={column.id} />
      <OverTalk column={column.id} />
    </>
  )
}
