// The cards of a column's half: only those in sight are drawn, whatever their number.
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useRef } from 'react'
import type { KeyboardEvent } from 'react'
import type { ReactNode } from 'react'
import { classNames } from '../../../design/class-names'
import { focusCard } from '../focus'
import { useBoardUi } from '../ui-store'
import { useShownCards } from '../use-found'
import { useOffsetWithin } from './use-offset-within'
import { CardItem } from './card-item'
import styles from './card-list.module.css'

interface CardListProps {
  readonly column: string
  readonly half: 'doing' | 'done'
  readonly cards: readonly string[]
  readonly label: string
  /** On a board with lanes: the lane whose cards these are. */
  readonly lane?: string
  /** What scrolls around the list, null before it is there; a list that scrolls by itself has none. */
  readonly within?: HTMLElement | null
  /** Free slots and words under the last card. */
  readonly children?: ReactNode
}

/** Height of a card with one line of title, gap included, in px; measured as soon as it is drawn. */
const ESTIMATE = 82

export function CardList({ column, half, cards: all, label, lane, within, children }: CardListProps) {
  const cards = useShownCards(all)
  const scroller = useRef<HTMLDivElement>(null)
  const draggedIndex = useBoardUi((ui) => (ui.dragged === undefined ? -1 : cards.indexOf(ui.dragged)))
  const isOver = useBoardUi(
    (ui) =>
      ui.drop?.column === column && ui.drop.half === half && ui.drop.lane === lane && ui.drop.before === null,
  )
  const list = `${column}:${half}:${lane ?? ''}`
  const held = useBoardUi((ui) => ui.atHand[list])
  const heldIndex = held === undefined ? -1 : cards.indexOf(held)
  /** The one card of the list that Tab leads to. */
  const stop = cards[Math.max(heldIndex, 0)]
  const offset = useOffsetWithin(scroller, within)
  const virtual = useVirtualizer({
    scrollMargin: offset,
    count: cards.length,
    getScrollElement: () => (within === undefined ? scroller.current : within),
    estimateSize: () => ESTIMATE,
    getItemKey: useCallback((index: number) => cards[index] ?? index, [cards]),
    overscan: 6,
    // The carried card stays drawn while its list scrolls away under it.
    rangeExtractor: (range) => {
      const drawn = defaultRangeExtractor(range)
      // So does the one that the keyboard comes back to.
      const kept = [draggedIndex, heldIndex].filter((index) => index >= 0 && !drawn.includes(index))
      return kept.length === 0 ? drawn : [...new Set([...drawn, ...kept])].sort((a, b) => a - b)
    },
  })
  const toEnd = (event: KeyboardEvent) => {
    const index = event.key === 'Home' ? 0 : event.key === 'End' ? cards.length - 1 : -1
    const card = cards[index]
    if (card === undefined || event.target === event.currentTarget) return
    event.preventDefault()
    virtual.scrollToIndex(index)
    focusCard(card)
  }
  return (
    <div
      ref={scroller}
      className={classNames(within === undefined ? styles.scroller : styles.still, isOver && styles.over)}
    >
      {/* The content, not the scroller, takes what is dropped: else the list would not scroll while dragging. */}
      <div className={styles.content} data-list={column} data-half={half} data-lane={lane}>
        <div
          className={styles.sizer}
          role="list"
          data-cards
          aria-label={label}
          onKeyDown={toEnd}
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
              style={{ transform: `translateY(${item.start - offset}px)` }}
            >
              <CardItem card={cards[item.index] as string} list={list} isStop={cards[item.index] === stop} />
            </div>
          ))}
        </div>
        <div className={styles.end}>{children}</div>
      </div>
    </div>
  )
}
