// A board with lanes: the columns' heads stay in sight, the lanes are rows below them, and all of it scrolls as one.
import { memo, useState } from 'react'
import type { Column, LaneRow } from '@yokoten/shared/board'
import { useSnapshot } from '../../../react'
import { text } from '../../../text'
import { useBoard } from '../board-context'
import { columnRuns, weightOf } from './column-runs'
import { ColumnHead } from './column-head'
import { Cell } from './column-view'
import { FreeSlots } from './free-slots'
import { GroupName } from './group-name'
import { LaneName } from './lane-name'
import styles from './lanes.module.css'

/** Px that a part of the board's width never goes below, as in `column-view.module.css`. */
const LEAST = 208
const GAP = 12
const MARGIN = 24

const templateOf = (columns: readonly Column[]): string =>
  columns.map((column) => `minmax(${LEAST * weightOf(column)}px, ${weightOf(column)}fr)`).join(' ')

/** Px below which the board is scrolled sideways: its columns, the gaps between them, the margins. */
const leastWidth = (columns: readonly Column[]): number =>
  columns.reduce((sum, column) => sum + LEAST * weightOf(column) + GAP, 2 * MARGIN - GAP)

const Head = memo(function Head({ id }: { id: string }) {
  const { handle } = useBoard()
  const column = useSnapshot(handle, (board) => board.columnsById.get(id))
  if (!column) return null
  return (
    <div className={styles.columnHead}>
      <ColumnHead column={column} />
      <div className={styles.slots}>
        <FreeSlots column={column} isInHead />
      </div>
    </div>
  )
})

interface LaneCellProps {
  readonly column: string
  readonly lane: string
  readonly laneName: string
  readonly within: HTMLElement | null
}

const LaneCell = memo(function LaneCell({ column: id, ...rest }: LaneCellProps) {
  const { handle } = useBoard()
  const column = useSnapshot(handle, (board) => board.columnsById.get(id))
  return <div className={styles.cell}>{column && <Cell column={column} {...rest} />}</div>
})

export function LaneBoard({ columns, lanes }: { columns: readonly Column[]; lanes: readonly LaneRow[] }) {
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null)
  const style = { gridTemplateColumns: templateOf(columns) }
  const hasPolicies = columns.some((column) => column.policy !== '')
  const hasGroups = columns.some((column) => column.group !== null)
  return (
    <div ref={setScroller} className={styles.board} role="group" aria-label={text('board.columns')}>
      <div className={styles.inner} style={{ minWidth: leastWidth(columns) }}>
        <div className={styles.heads} data-policies={hasPolicies || undefined}>
          {hasGroups && (
            <div className={styles.grid} style={style}>
              {columnRuns(columns).map((run) => (
                <div key={run.columns[0]?.id} style={{ gridColumn: `span ${run.columns.length}` }}>
                  {run.group !== null && <GroupName group={run.group} />}
                </div>
              ))}
            </div>
          )}
          <div className={styles.grid} style={style}>
            {columns.map((column) => (
              <Head key={column.id} id={column.id} />
            ))}
          </div>
        </div>
        {lanes.map((lane) => (
          <section key={lane.id} className={styles.lane} aria-label={lane.name}>
            <LaneName lane={lane.id} name={lane.name} />
            <div className={styles.grid} style={style}>
              {columns.map((column) => (
                <LaneCell
                  key={column.id}
                  column={column.id}
                  lane={lane.id}
                  laneName={lane.name}
                  within={scroller}
                />
              ))}
            </div>
          </section>
        ))}
      </div>
    </div>
  )
}
