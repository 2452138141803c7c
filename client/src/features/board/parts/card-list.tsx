// The cards of a column's half: only those in sight are drawn, whatever their number.
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useRef } from 'react'
import type { ReactNode } from 'react'
import { classNames } from '../../../design/class-names'
import { useBoardUi } from '../ui-store'
import { useShownCards } from '../use-found'
import { CardItem } from './card-item'
import styles from './card-list.module.css'

interface CardListProps {
  readonly column: string
  readonly half: 'doing' | 'done'
  readonly cards: readonly string[]
  readonly label: string
  /** Free slots and words under the last card. */
  readonly children?: ReactNode
}

/** Height of a card with one line of title, gap included, in px; measured as soon as it is drawn. */
const ESTIMATE = 82

export function CardList({ column, half, cards: all, label, children }: CardListProps) {
  const cards = useShownCards(all)
  const scroller = useRef<HTMLDivElement>(null)
  const draggedIndex = useBoardUi((ui) => (ui.dragged === undefined ? -1 : cards.indexOf(ui.dragged)))
  const isOver = useBoardUi(
    (ui) => ui.drop?.column === column && ui.drop.half === half && ui.drop.before === null,
  )
  const virtual = useVirtualizer({
    count: cards.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ESTIMATE,
    getItemKey: useCallback((index: number) => cards[index] ?? index, [cards]),
    overscan: 6,
    // The carried card stays drawn while its list scrolls away under it.
    rangeExtractor: (range) => {
      const drawn = defaultRangeExtractor(range)
      return draggedIndex < 0 || drawn.includes(draggedIndex)
        ? drawn
        : [...drawn, draggedIndex].sort((a, b) => a - b)
    },
  })
  return (
    <div ref={scroller} className={classNames(styles.scroller, isOver && styles.over)}>
      {/* The content, not the scroller, takes what is dropped: else the list would not scroll while dragging. */}
      <div className={styles.content} data-list={column} data-half={half}>
        <div
          className={styles.sizer}
          role="list"
          data-cards
          aria-label={label}
          style={{ height: virtual.getTotalSize() }}
        >
          {virtual.getVirtualItems().map((item) => (
            <div
              key={item.key}
              ref={virtual.measureElement}
              data-index={item.index}
              role="listitem"
              aria-setsize={cards.length}
              aria-posinset={item.index + 1}
              className={styles.row}
              style={{ transform: `translateY(${item.start}px)` }}
            >
              <CardItem card={cards[item.index] as string} />
            </div>
          ))}
        </div>
        <div className={styles.end}>{children}</div>
      </div>
    </div>
  )
}
