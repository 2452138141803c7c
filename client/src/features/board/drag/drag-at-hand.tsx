// The drag layer, loaded when the board is idle or a card is first pressed, whichever comes first.
import { lazy, Suspense, useEffect, useState } from 'react'
import { useBoardUi } from '../ui-store'
import { usePress } from './press'

const load = () => import('./drag-layer')
const DragLayer = lazy(load)

const SOON_MS = 800

export function DragAtHand() {
  const isPressed = usePress((store) => store.press !== undefined)
  const [isWanted, setWanted] = useState(false)
  if (isPressed && !isWanted) setWanted(true)
  useEffect(() => {
    // Mounted before the first press: on some phones a sensor that listens only then cannot keep the page from scrolling.
    const timer = setTimeout(() => setWanted(true), SOON_MS)
    const end = () => {
      // While a card is in hand dnd-kit says when it is let go.
      if (usePress.getState().press && useBoardUi.getState().dragged === undefined) usePress.getState().end()
    }
    const ends = ['mouseup', 'touchend', 'touchcancel'] as const
    for (const kind of ends) window.addEventListener(kind, end)
    return () => {
      clearTimeout(timer)
      for (const kind of ends) window.removeEventListener(kind, end)
    }
  }, [])
  return <Suspense>{isWanted && <DragLayer />}</Suspense>
}
