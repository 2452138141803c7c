// A column: its head, its cards and its free slots; on a phone with the lanes as headings among the cards.
import { Plus } from 'lucide-react'
import { memo, useState } from 'react'
import type { Column, Halves } from '@yokoten/shared/board'
import { Button } from '../../../design/button'
import { classNames } from '../../../design/class-names'
import { useSnapshot } from '../../../react'
import { text } from '../../../text'
import { useBoard } from '../board-context'
import { useBoardUi } from '../ui-store'
import { CardList } from './card-list'
import { ColumnHead } from './column-head'
import { FreeSlots } from './free-slots'
import { LaneName } from './lane-name'
import styles from './column-view.module.css'

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

const NOBODY: Halves = { doing: [], done: [] }

interface CellProps {
  readonly column: Column
  readonly lane: string
  readonly laneName: string
  /** What scrolls around all lanes; null before it is there. */
  readonly within: HTMLElement | null
}

/** The cards of one column in one lane. */
export function Cell({ column, lane, laneName, within }: CellProps) {
  const cards = column.cells?.get(lane) ?? NOBODY
  const named = (half?: 'doing' | 'done') =>
    text('board.lane.cell', {
      lane: laneName,
      column: half
        ? text('board.half.label', {
            column: column.name,
            half: text(half === 'doing' ? 'board.half.doingName' : 'board.half.doneName'),
          })
        : column.name,
    })
  const list = { column: column.id, lane, within }
  if (!column.split) return <CardList {...list} half="doing" cards={cards.doing} label={named()} />
  return (
    <div className={styles.cellHalves}>
      <div>
        <p className={styles.halfName}>{text('board.half.doing', { count: cards.doing.length })}</p>
        <CardList {...list} half="doing" cards={cards.doing} label={named('doing')} />
      </div>
      <div>
        <p className={styles.halfName}>{text('board.half.done', { count: cards.done.length })}</p>
        <CardList {...list} half="done" cards={cards.done} label={named('done')} />
      </div>
    </div>
  )
}

function CardsByLane({ column }: { column: Column }) {
  const { handle } = useBoard()
  const lanes = useSnapshot(handle, (board) => board.lanes)
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null)
  return (
    <div ref={setScroller} className={styles.scroller}>
      <div>
        {lanes.map((lane) => (
          <section key={lane.id} aria-label={lane.name} className={styles.laneOf}>
            <LaneName lane={lane.id} name={lane.name} />
            <Cell column={column} lane={lane.id} laneName={lane.name} within={scroller} />
          </section>
        ))}
        <FreeSlots column={column} />
        <AddHere column={column} />
      </div>
    </div>
  )
}

export const ColumnView = memo(function ColumnView({ id }: { id: string }) {
  const { handle, isPhone } = useBoard()
  const column = useSnapshot(handle, (board) => board.columnsById.get(id))
  if (!column) return null
  return (
    <section
      className={classNames(styles.column, column.split && !isPhone && styles.split)}
      aria-label={column.name}
    >
      <ColumnHead column={column} />
      {column.cells ? <CardsByLane column={column} /> : <Cards column={column} />}
    </section>
  )
})
