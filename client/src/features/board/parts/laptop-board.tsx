// All columns side by side, under the headings of their groups; with lanes, as rows across them.
import { useSnapshot } from '../../../react'
import type { Column } from '@yokoten/shared/board'
import { text } from '../../../text'
import { useBoard } from '../board-context'
import { columnRuns, weightOf } from './column-runs'
import { ColumnView } from './column-view'
import { GroupName } from './group-name'
import { LaneBoard } from './lane-board'
import { StrayColumns } from './stray-columns'
import { WideLimits } from './wide-limits'
import styles from './boards.module.css'
import laneStyles from './lanes.module.css'

export function LaptopBoard({ columns }: { columns: readonly Column[] }) {
  const { handle } = useBoard()
  const lanes = useSnapshot(handle, (board) => board.lanes)
  // Where one column has a policy line, the others keep its room, so that cards begin on one height.
  const hasPolicies = columns.some((column) => column.policy !== '')
  const hasGroups = columns.some((column) => column.group !== null)
  if (lanes.length > 0)
    return (
      <>
        <WideLimits />
        <StrayColumns />
        <LaneBoard columns={columns} lanes={lanes} />
      </>
    )
  return (
    <>
      <WideLimits />
      <StrayColumns />
      <div
        className={styles.laptop}
        role="group"
        aria-label={text('board.columns')}
        data-policies={hasPolicies || undefined}
      >
        {!hasGroups && columns.map((column) => <ColumnView key={column.id} id={column.id} />)}
        {hasGroups &&
          columnRuns(columns).map((run) => (
            <div
              key={run.columns[0]?.id}
              className={laneStyles.run}
              style={{ flexGrow: run.columns.reduce((sum, column) => sum + weightOf(column), 0) }}
            >
              {run.group === null ? (
                <div className={laneStyles.groupHead} />
              ) : (
                <GroupName group={run.group} />
              )}
              <div className={laneStyles.runColumns}>
                {run.columns.map((column) => (
                  <ColumnView key={column.id} id={column.id} />
                ))}
              </div>
            </div>
          ))}
      </div>
    </>
  )
}
