// That a description was changed, kept in the card's history: once a sitting, whatever the number of keys.
import { useCallback, useRef } from 'react'
import { noteDescription, SITTING_MS } from '@yokoten/shared/board'
import { useBoard } from '../board-context'

/** To be told of each change that the person at this device makes; all but the first of a sitting cost a comparison. */
export function useNoteDescription(card: string): () => void {
  const { handle, me } = useBoard()
  const noted = useRef(-Infinity)
  return useCallback(() => {
    const at = Date.now()
    if (me === undefined || at - noted.current < SITTING_MS) return
    if (handle.run(noteDescription, { card, person: me, at }).ok) noted.current = at
  }, [handle, me, card])
}
