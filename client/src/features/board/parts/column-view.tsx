// A column: its name, how full it is, its policy, its cards and its free slots.
import { Ellipsis, Plus } from 'lucide-react'
import { memo } from 'react'
import type { Column } from '@yokoten/shared/board'
import { Button } from '../../../design/button'
import { classNames } from '../../../design/class-names'
import { IconButton } from '../../../design/icon-button'
import { useSnapshot } from '../../../react'
import { text } from '../../../text'
import { useBoard } from '../board-context'
import { useFinishedThisWeek } from '../use-finished'
import { useBoardUi } from '../ui-store'
import { CardList } from './card-list'
import { FreeSlots } from './free-slots'
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

/** The conversation that a limit broken by a merge asks for. */
function OverTalk({ column }: { column: string }) {
  const { handle } = useBoard()
  const isBroken = useSnapshot(handle, (board) => board.brokenLimits.some((one) => one.column === column))
  if (!isBroken) return null
  return (
    <Button className={styles.talk} onPress={() => useBoardUi.getState().open({ kind: 'over', column })}>
      {text('board.over.talk')}
    </Button>
  )
}

/** On a phone the first column ends with the way to add to it; a laptop has it in the bar. */
function AddHere({ column }: { column: Column }) {
  const { handle, canWrite, isPhone } = useBoard()
  const isFirst = useSnapshot(handle, (board) => board.columns[0]?.id === column.id)
  if (!isFirst || !canWrite || !isPhone) return null
  return (
    <Button
      wide
      look="quiet"
      icon={Plus}
      onPress={() => useBoardUi.getState().open({ kind: 'add', column: column.id })}
    >
      {text('board.add.title')}
    </Button>
  )
}

function Cards({ column }: { column: Column }) {
  if (!column.split)
    return (
      <CardList column={column.id} half="doing" cards={column.doing} label={column.name}>
        <FreeSlots column={column} />
        <AddHere column={column} />
      </CardList>
    )
  return (
    <div className={styles.halves}>
      <div className={styles.half}>
        <p className={styles.halfName}>{text('board.half.doing', { count: column.doing.length })}</p>
        <CardList
          column={column.id}
          half="doing"
          cards={column.doing}
          label={text('board.half.label', { column: column.name, half: text('board.half.doingName') })}
        >
          <FreeSlots column={column} />
        </CardList>
      </div>
      <div className={styles.half}>
        <p className={styles.halfName}>{text('board.half.done', { count: column.done.length })}</p>
        <CardList
          column={column.id}
          half="done"
          cards={column.done}
          label={text('board.half.label', { column: column.name, half: text('board.half.doneName') })}
        />
      </div>
    </div>
  )
}

export const ColumnView = memo(function ColumnView({ id }: { id: string }) {
  const { handle, canWrite, isPhone } = useBoard()
  const column = useSnapshot(handle, (board) => board.columnsById.get(id))
  if (!column) return null
  const { open } = useBoardUi.getState()
  return (
    <section
      className={classNames(styles.column, column.split && !isPhone && styles.split)}
      aria-label={column.name}
    >
      <header className={styles.head}>
        <h2 className={styles.name} title={column.name}>
          {column.name}
        </h2>
        <Count column={column} />
        {canWrite && (
          <IconButton
            className={styles.menu}
            icon={Ellipsis}
            label={text('board.column.change', { column: column.name })}
            onPress={() => open({ kind: 'column', column: id })}
          />
        )}
        {column.limit !== null && <Slots used={column.used} limit={column.limit} />}
      </header>
      <p className={styles.policy}>{column.policy}</p>
      <OverTalk column={id} />
      <Cards column={column} />
    </section>
  )
})
