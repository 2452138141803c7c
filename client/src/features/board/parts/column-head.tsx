// The head of a column: its name, where work starts or ends, how full it is, its policy, and what is to be talked about.
import { Ellipsis, Flag, Play } from 'lucide-react'
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
function Marks({ column }: { column: string }) {
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
}

/** The conversation that a limit broken by a merge asks for. */
function OverTalk({ column }: { column: string }) {
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
}

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
        {canWrite && (
          <IconButton
            className={styles.menu}
            icon={Ellipsis}
            label={text('board.column.change', { column: column.name })}
            onPress={() => useBoardUi.getState().open({ kind: 'column', column: column.id })}
          />
        )}
        {column.limit !== null && <Slots used={column.used} limit={column.limit} />}
      </header>
      <p className={styles.policy}>{column.policy}</p>
      <UsualTimes column={column} />
      <OverTalk column={column.id} />
    </>
  )
}
