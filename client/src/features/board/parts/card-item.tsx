// A card in a list: reads its own row by id, opens on press, can be carried.
import { useDraggable } from '@dnd-kit/core'
import { memo, useMemo } from 'react'
import { useSearchParams } from 'wouter'
import { classNames } from '../../../design/class-names'
import { useCoarsePointer } from '../../../design/use-media'
import { useSnapshot } from '../../../react'
import { text } from '../../../text'
import { useBoard } from '../board-context'
import { focusNeighbour } from '../focus'
import { spokenLook } from '../card-look'
import { useCardLook } from '../use-card-look'
import { useBoardUi } from '../ui-store'
import { CardFace } from './card-face'
import styles from './card-list.module.css'

/** Whoever else has this card open or in hand, one at most. */
function useLooker(card: string): { name: string; colour: string } | undefined {
  const { handle } = useBoard()
  const looker = useSnapshot(
    handle.peers,
    (peers) => {
      for (const peer of peers.values())
        if (peer.looking?.item === card || peer.dragging?.item === card) return peer
      return undefined
    },
    (a, b) => a?.name === b?.name && a?.colour === b?.colour,
  )
  return useMemo(() => looker && { name: looker.name, colour: looker.colour }, [looker])
}

interface CardItemProps {
  readonly card: string
}

export const CardItem = memo(function CardItem({ card }: CardItemProps) {
  const { canWrite, isPhone } = useBoard()
  const [, setSearch] = useSearchParams()
  const look = useCardLook(card)
  const looker = useLooker(card)
  const isDragged = useBoardUi((ui) => ui.dragged === card)
  const isMarked = useBoardUi((ui) => ui.drop?.before === card)
  const coarse = useCoarsePointer()
  const { setNodeRef, listeners } = useDraggable({ id: card, disabled: !canWrite })
  if (!look) return null
  const open = () =>
    setSearch((search) => {
      search.set('card', card)
      return search
    })
  return (
    <div
      ref={setNodeRef}
      {...listeners}
      data-card={card}
      role="button"
      tabIndex={0}
      aria-label={spokenLook(look)}
      aria-roledescription={text('board.card')}
      className={classNames(styles.item, isDragged && styles.taken, isMarked && styles.line)}
      style={coarse ? { touchAction: 'pan-y' } : undefined}
      onClick={open}
      onKeyDown={(event) => {
        if (event.target !== event.currentTarget) return
        const isHandled = event.key === 'Enter' || event.key === ' '
        if (isHandled) open()
        else if (event.altKey || !focusNeighbour(event.currentTarget, event.key)) return
        event.preventDefault()
      }}
    >
      <CardFace look={look} looker={looker} isPhone={isPhone} />
    </div>
  )
})
