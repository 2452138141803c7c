// A card in a list: reads its own row by id, opens on press, can be carried.
import { memo } from 'react'
import type { MouseEvent, TouchEvent } from 'react'
import { classNames } from '../../../design/class-names'
import { text } from '../../../text'
import { useBoard } from '../board-context'
import { usePress } from '../drag/press'
import { focusNeighbour } from '../focus'
import { useBoardUi } from '../ui-store'
import { useCardLook } from '../use-card-look'
import { useLooker } from '../use-looker'
import { CardFace } from './card-face'
import styles from './card-list.module.css'

export const CardItem = memo(function CardItem({ card }: { card: string }) {
  const { canWrite, isPhone, openCard } = useBoard()
  const look = useCardLook(card)
  const looker = useLooker(card)
  const isDragged = useBoardUi((ui) => ui.dragged === card)
  const isMarked = useBoardUi((ui) => ui.drop?.before === card)
  if (!look) return null
  const press = (event: MouseEvent<HTMLElement> | TouchEvent<HTMLElement>) => {
    // A second finger is none that carries.
    if (!canWrite || useBoardUi.getState().dragged !== undefined) return
    usePress.getState().start({ card, element: event.currentTarget, event: event.nativeEvent })
  }
  return (
    <div
      data-card={card}
      role="button"
      tabIndex={0}
      aria-roledescription={text('board.card')}
      className={classNames(styles.item, isDragged && styles.taken, isMarked && styles.line)}
      onClick={() => openCard(card)}
      onMouseDown={press}
      onTouchStart={press}
      onKeyDown={(event) => {
        if (event.target !== event.currentTarget) return
        const isHandled = event.key === 'Enter' || event.key === ' '
        if (isHandled) openCard(card)
        else if (event.altKey || !focusNeighbour(event.currentTarget, event.key)) return
        event.preventDefault()
      }}
    >
      <CardFace look={look} looker={looker} isPhone={isPhone} />
    </div>
  )
})
