// A card in a list: reads its own row by id, opens on press, can be carried.
import { memo } from 'react'
import type { MouseEvent, TouchEvent } from 'react'
import { classNames } from '../../../design/class-names'
import { useSnapshot } from '../../../react'
import { text } from '../../../text'
import { useBoard } from '../board-context'
import { usePress } from '../drag/press'
import { toggleChosen } from '../finding/choose'
import { focusNeighbour } from '../focus'
import { useBoardUi } from '../ui-store'
import { useCardLook } from '../use-card-look'
import { useLooker } from '../use-looker'
import { CardFace } from './card-face'
import styles from './card-list.module.css'

/** Apart from what is around it, so that a change of focus or choice draws no card again. */
const Face = memo(function Face({ card }: { card: string }) {
  const { isPhone } = useBoard()
  const look = useCardLook(card)
  const looker = useLooker(card)
  return look ? <CardFace look={look} looker={looker} isPhone={isPhone} /> : null
})

interface CardItemProps {
  readonly card: string
  /** The list it stands in, and whether it is the one in it that Tab leads to. */
  readonly list: string
  readonly isStop: boolean
}

export const CardItem = memo(function CardItem({ card, list, isStop }: CardItemProps) {
  const { handle, canWrite, isPhone, openCard } = useBoard()
  const isDragged = useBoardUi((ui) => ui.dragged === card)
  const isMarked = useBoardUi((ui) => ui.drop?.before === card)
  const isChosen = useBoardUi((ui) => ui.chosen.has(card))
  const isChoosing = useBoardUi((ui) => ui.isChoosing)
  const isThere = useSnapshot(handle, (board) => board.cards.has(card))
  if (!isThere) return null
  const press = (event: MouseEvent<HTMLElement> | TouchEvent<HTMLElement>) => {
    // A second finger is none that carries.
    if (!canWrite || useBoardUi.getState().dragged !== undefined) return
    usePress.getState().start({ card, element: event.currentTarget, event: event.nativeEvent })
  }
  return (
    <div
      data-card={card}
      role="button"
      tabIndex={isStop ? 0 : -1}
      aria-pressed={isChoosing ? isChosen : undefined}
      data-chosen={isChosen || undefined}
      aria-roledescription={text('board.card')}
      className={classNames(styles.item, isDragged && styles.taken, isMarked && styles.line)}
      onFocus={() => useBoardUi.getState().hold(list, card)}
      onClick={(event) => {
        const isMany = event.shiftKey || event.ctrlKey || event.metaKey
        if (canWrite && (isMany || isChoosing)) toggleChosen(handle.get(), card, event.shiftKey)
        else openCard(card)
      }}
      onContextMenu={(event) => {
        // Touch has its long press already: it carries the card, or chooses it.
        if (isPhone) return
        event.preventDefault()
        event.currentTarget.focus()
        useBoardUi.getState().openMenu(card)
      }}
      onMouseDown={press}
      onTouchStart={press}
      onKeyDown={(event) => {
        if (event.target !== event.currentTarget) return
        if (event.key === 'Enter') openCard(card)
        else if (event.key === ' ') {
          if (canWrite) toggleChosen(handle.get(), card, event.shiftKey)
          else openCard(card)
        } else if (event.altKey || !focusNeighbour(event.currentTarget, event.key)) return
        event.preventDefault()
      }}
    >
      <Face card={card} />
    </div>
  )
})
