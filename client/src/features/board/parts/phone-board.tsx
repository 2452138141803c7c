// One column at a time, swiped or chosen; the two acts that matter under the thumb.
import { useEffect, useRef } from 'react'
import type { Column } from '@yokoten/shared/board'
import { Button } from '../../../design/button'
import { classNames } from '../../../design/class-names'
import { ThumbBar } from '../../../design/thumb-bar'
import { useSnapshot } from '../../../react'
import { text } from '../../../text'
import { useBoard } from '../board-context'
import { PullNextThumb } from '../pull/pull-next-button'
import { useBoardUi } from '../ui-store'
import { ColumnView } from './column-view'
import { FirstCard } from './first-card'
import { StrayColumns } from './stray-columns'
import { WideLimits } from './wide-limits'
import styles from './boards.module.css'

const chipWords = (column: Column): string =>
  column.limit === null
    ? text('board.chip', { column: column.name, used: column.used })
    : text('board.chipOf', { column: column.name, used: column.used, limit: column.limit })

function Thumb() {
  return (
    <ThumbBar label={text('board.acts')}>
      <PullNextThumb />
      <Button large look="stop" onPress={() => useBoardUi.getState().open({ kind: 'stop', card: undefined })}>
        {text('board.somethingStops')}
      </Button>
    </ThumbBar>
  )
}

export function PhoneBoard({ columns }: { columns: readonly Column[] }) {
  const { canWrite, handle } = useBoard()
  const shown = useBoardUi((ui) => ui.phoneColumn)
  const pages = useRef<HTMLDivElement>(null)
  const chips = useRef<HTMLDivElement>(null)
  const busy = useSnapshot(handle, (board) => board.columns.find((column) => column.role === 'active')?.id)
  const here =
    columns.find((column) => column.id === shown) ??
    columns.find((column) => column.id === busy) ??
    columns[0]
  const index = here ? columns.indexOf(here) : 0
  useEffect(() => {
    const element = pages.current
    if (element && Math.abs(element.scrollLeft - index * element.clientWidth) > element.clientWidth / 2)
      element.scrollTo({ left: index * element.clientWidth, behavior: 'instant' })
    chips.current?.children[index]?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [index])
  return (
    <div className={styles.phone}>
      <WideLimits />
      <StrayColumns />
      <div className={styles.chips} ref={chips} role="tablist" aria-label={text('board.columns')}>
        {columns.map((column, at) => (
          <button
            key={column.id}
            type="button"
            role="tab"
            aria-selected={at === index}
            className={classNames(styles.chip, column.over > 0 && styles.over)}
            onClick={() => useBoardUi.getState().showColumn(column.id)}
          >
            {chipWords(column)}
          </button>
        ))}
      </div>
      <div className={styles.columns}>
        <div
          className={styles.pages}
          ref={pages}
          onScroll={(event) => {
            const { scrollLeft, clientWidth } = event.currentTarget
            const column = columns[Math.round(scrollLeft / clientWidth)]
            if (column && column.id !== shown) useBoardUi.getState().showColumn(column.id)
          }}
        >
          {columns.map((column, at) => (
            <div key={column.id} className={styles.pageOf} inert={at !== index}>
              <ColumnView id={column.id} />
            </div>
          ))}
        </div>
        <FirstCard />
      </div>
      <div className={styles.dots} aria-hidden>
        {columns.map((column, at) => (
          <i key={column.id} className={at === index ? styles.on : undefined} />
        ))}
      </div>
      {canWrite && <Thumb />}
    </div>
  )
}
