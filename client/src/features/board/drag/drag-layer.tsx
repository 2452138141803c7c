// Moving cards by mouse and touch: dnd-kit carries the card, the document sees only where it was let go.
// It stands beside the columns, not around them, so that it can be loaded when a card is first pressed, and so that no
// card is drawn again while another is carried over it.
import {
  DndContext,
  DragOverlay,
  MeasuringStrategy,
  MouseSensor,
  TouchSensor,
  pointerWithin,
  useDraggable,
  useDroppable,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import type { CollisionDetection } from '@dnd-kit/core'
import { useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import { text } from '../../../text'
import { useBoard } from '../board-context'
import { CarriedCard } from '../parts/carried-card'
import { toggleChosen } from '../finding/choose'
import { useBoardUi } from '../ui-store'
import type { DropPlace } from '../ui-store'
import { dropPlace, isWhereItWas } from './drop-place'
import styles from './drag.module.css'
import { usePress } from './press'
import type { Press } from './press'

/** A finger that holds still moves by less than this. */
const HELD_PX = 10

const targetKey = ({ dataset }: HTMLElement): string =>
  `${dataset.list}:${dataset.half}:${dataset.lane ?? ''}`

/** A list that takes cards: `data-list` names its column, half and lane, see `CardList`. */
function Target({ element }: { element: HTMLElement }) {
  const { setNodeRef } = useDroppable({ id: targetKey(element), data: { element } })
  useLayoutEffect(() => {
    setNodeRef(element)
    return () => setNodeRef(null)
  }, [setNodeRef, element])
  return null
}

/** Hands a press over to dnd-kit's sensors as if they had heard it themselves. */
function Taken({ press }: { press: Press }) {
  const { setNodeRef, listeners } = useDraggable({ id: press.card })
  useLayoutEffect(() => {
    setNodeRef(press.element)
    return () => setNodeRef(null)
  }, [setNodeRef, press])
  const first = useRef(listeners)
  useEffect(() => {
    const hear = press.event instanceof MouseEvent ? first.current?.onMouseDown : first.current?.onTouchStart
    hear?.({ nativeEvent: press.event })
  }, [press])
  return null
}

const targetsNow = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-list]')]

export default function DragLayer() {
  const { handle, acts } = useBoard()
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 5 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 200, tolerance: 8 } }),
  )
  const press = usePress((store) => store.press)
  const dragged = useBoardUi((ui) => ui.dragged)
  const targets = useMemo(() => (press ? targetsNow() : []), [press])
  const { drag, hover } = useBoardUi.getState()
  const pointer = useRef(0)
  // The event's own delta counts in how far lists have scrolled meanwhile; the pointer itself is what is asked for.
  const detect: CollisionDetection = (asked) => {
    pointer.current = asked.pointerCoordinates?.y ?? pointer.current
    return pointerWithin(asked)
  }
  const placeUnder = (over: { data: { current: unknown } } | null, card: string): DropPlace | undefined => {
    const element = (over?.data.current as { element: HTMLElement } | undefined)?.element
    if (element?.dataset.list === undefined) return undefined
    const half = element.dataset.half === 'done' ? 'done' : 'doing'
    return dropPlace(element, element.dataset.list, half, { card, y: pointer.current }, element.dataset.lane)
  }
  const letGo = () => {
    drag(undefined)
    usePress.getState().end()
    handle.peers.show({ dragging: undefined })
  }
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={detect}
      measuring={{ droppable: { strategy: MeasuringStrategy.WhileDragging } }}
      accessibility={{
        announcements: {
          onDragStart: () => text('board.drag.start'),
          onDragOver: () => undefined,
          onDragEnd: () => text('board.drag.end'),
          onDragCancel: () => text('board.drag.cancel'),
        },
        screenReaderInstructions: { draggable: '' },
      }}
      onDragStart={({ active }) => {
        const item = String(active.id)
        drag(item)
        // Others see that it is in hand; where it hovers would be a message a frame.
        handle.peers.show({ dragging: { item, x: 0, y: 0 } })
      }}
      onDragMove={({ active, over }) => hover(placeUnder(over, String(active.id)))}
      onDragEnd={({ active, over, delta }) => {
        const card = String(active.id)
        const place = placeUnder(over, card)
        const isTouch = 'touches' in (usePress.getState().press?.event ?? {})
        letGo()
        // A finger that holds a card and lets it go without carrying it chooses it.
        if (isTouch && Math.hypot(delta.x, delta.y) < HELD_PX) return toggleChosen(handle.get(), card)
        if (!place || isWhereItWas(handle.get(), card, place)) return
        const at = place.before === null ? ('bottom' as const) : { before: place.before }
        const { lane } = place
        acts.move({ card, to: place.column, half: place.half, at, ...(lane !== undefined && { lane }) })
      }}
      onDragCancel={letGo}
    >
      {targets.map((element) => (
        <Target key={targetKey(element)} element={element} />
      ))}
      {press && <Taken key={`${press.card} ${press.event.timeStamp}`} press={press} />}
      <DragOverlay dropAnimation={null} className={styles.carried ?? ''}>
        {dragged !== undefined && <CarriedCard card={dragged} />}
      </DragOverlay>
    </DndContext>
  )
}
