// Undo and redo of one's own acts, and what is said where there is nothing to take back.
import { useMemo } from 'react'
import { toasts } from '../../design/toasts'
import { text } from '../../text'
import type { MapRoom } from './map-context'

/** `flush` writes a move that is still being made, so that undo takes back what is seen. */
export function useHistory({ handle, nameOf }: MapRoom, flush: () => void) {
  return useMemo(() => {
    const say = (outcome: ReturnType<typeof handle.undo>) => {
      if (outcome.done) return
      if (outcome.reason === 'nothing') toasts.show(text('map.undo.nothing'))
      else if (outcome.reason === 'changed') {
        const name = outcome.by === undefined ? undefined : nameOf(outcome.by)
        toasts.show(
          name === undefined ? text('map.undo.changedBySomeone') : text('map.undo.changed', { name }),
        )
      } else if (outcome.reason !== 'not-free') toasts.show(text('map.undo.final'))
    }
    return {
      undo() {
        flush()
        say(handle.undo())
      },
      redo() {
        flush()
        say(handle.redo())
      },
    }
  }, [handle, nameOf, flush])
}
