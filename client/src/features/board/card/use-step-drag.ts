// Putting a checklist in order: a handle that is dragged by mouse or finger, or moved by the arrow keys.
import { useEffect, useRef, useState } from 'react'
import type { KeyboardEvent, PointerEvent, RefObject } from 'react'
import { editChecklistItem } from '@yokoten/shared/board'
import type { ChecklistItem } from '@yokoten/shared/board'
import { text } from '../../../text'
import { useBoard } from '../board-context'

export interface StepDrag {
  readonly list: RefObject<HTMLUListElement | null>
  /** The step in hand and the place it would take. */
  readonly held: { readonly item: string; readonly to: number } | undefined
  /** What the last move came to, for screen readers. */
  readonly said: string
  handle(item: string): {
    onPointerDown(event: PointerEvent<HTMLElement>): void
    onKeyDown(event: KeyboardEvent<HTMLElement>): void
  }
}

/** The place of a pointer in a list: the index of the first row whose middle is below it. */
export function placeAt(middles: readonly number[], y: number): number {
  const below = middles.findIndex((middle) => y < middle)
  return below < 0 ? middles.length : below
}

/** The row behind which a step stands when it takes a place, or null for the first; undefined where it stays. */
export function behind(items: readonly string[], item: string, to: number): string | null | undefined {
  const from = items.indexOf(item)
  if (from < 0 || to === from || to === from + 1) return undefined
  return to === 0 ? null : items[to - 1]
}

export function useStepDrag(card: string, items: readonly ChecklistItem[]): StepDrag {
  const { acts } = useBoard()
  const list = useRef<HTMLUListElement>(null)
  const [held, setHeld] = useState<StepDrag['held']>()
  const [said, setSaid] = useState('')
  const stop = useRef<() => void>(undefined)
  useEffect(() => () => stop.current?.(), [])
  const ids = items.map((item) => item.id)

  function put(item: string, to: number): void {
    const after = behind(ids, item, to)
    if (after === undefined || !acts.run(editChecklistItem, { card, item, after })) return
    const place = to > ids.indexOf(item) ? to : to + 1
    setSaid(text('board.checklistDragged', { place, of: ids.length }))
  }

  const pointerOn = (item: string, start: PointerEvent<HTMLElement>) => {
    if (start.button !== 0) return
    start.preventDefault()
    start.currentTarget.focus()
    stop.current?.()
    let to = ids.indexOf(item)
    const move = (event: globalThis.PointerEvent) => {
      if (event.pointerId !== start.pointerId) return
      const middles = [...(list.current?.children ?? [])].map((row) => {
        const { top, height } = row.getBoundingClientRect()
        return top + height / 2
      })
      to = placeAt(middles, event.clientY)
      setHeld({ item, to })
    }
    const end = (event: globalThis.PointerEvent) => {
      if (event.pointerId !== start.pointerId) return
      stop.current?.()
      if (event.type === 'pointerup') put(item, to)
    }
    window.addEventListener('pointermove', move)
    window.addEventListener('pointerup', end)
    window.addEventListener('pointercancel', end)
    stop.current = () => {
      stop.current = undefined
      window.removeEventListener('pointermove', move)
      window.removeEventListener('pointerup', end)
      window.removeEventListener('pointercancel', end)
      setHeld(undefined)
    }
  }

  return {
    list,
    held,
    said,
    handle: (item) => ({
      onPointerDown: (event) => pointerOn(item, event),
      onKeyDown(event) {
        const index = ids.indexOf(item)
        if (event.key === 'ArrowUp' && index > 0) put(item, index - 1)
        else if (event.key === 'ArrowDown' && index < ids.length - 1) put(item, index + 2)
        else return
        event.preventDefault()
        event.stopPropagation()
      },
    }),
  }
}
