// The button that opens the filter: beside it on a laptop, from below on a phone.
import { lazy, Suspense, useRef } from 'react'
import { Button } from '../../../design/button'
import { Popover } from '../../../design/popover'
import { Sheet } from '../../../design/sheet'
import { text } from '../../../text'
import { useBoard } from '../board-context'
import { useBoardUi } from '../ui-store'
import { filterParts } from './filter-parts'
import styles from './finding.module.css'

const FilterPanel = lazy(async () => ({ default: (await import('./filter-panel')).FilterPanel }))

const close = () => useBoardUi.getState().showFilter(false)

export function FilterButton() {
  const { isPhone } = useBoard()
  const anchor = useRef<HTMLButtonElement>(null)
  const isOpen = useBoardUi((ui) => ui.isFiltering)
  const count = useBoardUi((ui) => filterParts(ui.filter, []).length)
  return (
    <>
      <Button
        ref={anchor}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onPress={() => useBoardUi.getState().showFilter(!isOpen)}
      >
        {count === 0 ? text('board.filter.title') : text('board.filter.active', { count })}
      </Button>
      {!isPhone && (
        <Popover isOpen={isOpen} label={text('board.filter.title')} anchor={anchor} onClose={close}>
          <div className={styles.popover}>
            <Suspense>
              <FilterPanel />
            </Suspense>
          </div>
        </Popover>
      )}
    </>
  )
}

/** On a phone the button stands in the menu, and the panel is a sheet. */
export function FilterSheet() {
  const { isPhone } = useBoard()
  const isOpen = useBoardUi((ui) => ui.isFiltering)
  if (!isPhone) return null
  return (
    <Sheet isOpen={isOpen} title={text('board.filter.title')} onClose={close}>
      <Suspense>
        <FilterPanel />
      </Suspense>
    </Sheet>
  )
}
