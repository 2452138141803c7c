// Moving cards by mouse and touch: dnd-kit carries the card, the document sees only where it was let go.
import {
  DndContext,
  DragOverlay,
  MeasuringStrategy,
  MouseSensor,
  TouchSensor,
  pointerWithin,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import type { DragMoveEvent } from '@dnd-kit/core'
import type { ReactNode } from 'react'
import { useBoardUi } from '../ui-store'
import type { DropPlace } from '../ui-store'
import { dropPlace } from './drop-place'
import styles from './drag.module.css'

interface DragBoardProps {
  readonly children: ReactNode
  /** The card as it is carried. */
  readonly carried: (card: string) => ReactNode
  readonly onDrop: (card: string, place: DropPlace) => void
  /** Words for screen readers while a card is carried. */
  readonly announcements: { readonly start: string; readonly end: string; readonly cancel: string }
}

function placeOf(event: DragMoveEvent): DropPlace | undefined {
  const list = event.over?.data.current
  const start = event.activatorEvent
  const y =
    start instanceof MouseEvent
      ? start.clientY
      : typeof TouchEvent !== 'undefined' && start instanceof TouchEvent
        ? start.touches[0]?.clientY
        : undefined
  if (!list || y === undefined) return undefined
  return dropPlace(
    list.element as () => HTMLElement | null,
    list.column as string,
    list.half as DropPlace['half'],
    {
      card: String(event.active.id),
      y: y + event.delta.y,
    },
  )
}

export function DragBoard({ children, carried, onDrop, announcements }: DragBoardProps) {
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 5 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 200, tolerance: 8 } }),
  )
  const dragged = useBoardUi((ui) => ui.dragged)
  const { drag, hover } = useBoardUi.getState()
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={pointerWithin}
      measuring={{ droppable: { strategy: MeasuringStrategy.WhileDragging } }}
      accessibility={{
        announcements: {
          onDragStart: () => announcements.start,
          onDragOver: () => undefined,
          onDragEnd: () => announcements.end,
          onDragCancel: () => announcements.cancel,
        },
        screenReaderInstructions: { draggable: '' },
      }}
      onDragStart={(event) => drag(String(event.active.id))}
      onDragMove={(event) => hover(placeOf(event))}
      onDragEnd={(event) => {
        const place = placeOf(event)
        drag(undefined)
        if (place) onDrop(String(event.active.id), place)
      }}
      onDragCancel={() => drag(undefined)}
    >
      {children}
      <DragOverlay dropAnimation={null} className={styles.carried ?? ''}>
        {dragged !== undefined && carried(dragged)}
      </DragOverlay>
    </DndContext>
  )
}
