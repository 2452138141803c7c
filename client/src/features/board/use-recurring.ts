// Cards that come again are written by whoever is there past their time: by the meeting point's clock, when caught up.
import { useEffect } from 'react'
import { bringRecurring, dueToCome } from '@yokoten/shared/board'
import { useNow, useReadable, useSnapshot } from '../../react'
import { useBoard } from './board-context'

/**
 * Without a meeting point's time nothing comes: this device's clock may be wrong. Many devices may do so at once, since
 * what they write is the same.
 */
export function useRecurring(): void {
  const { handle, team, canWrite } = useBoard()
  const offset = useReadable(team.relayOffset)
  const isCaughtUp = useSnapshot(handle.sharing, (sharing) => sharing.caughtUp)
  const now = useNow()
  const at = canWrite && isCaughtUp && offset !== undefined ? now + offset : undefined
  const isDue = useSnapshot(handle, (board) =>
    at !== undefined && board.recurring.length > 0 ? dueToCome(board, at).length > 0 : false,
  )
  useEffect(() => {
    // Where it is refused, by a newer version or another tab's, it comes from another device.
    if (isDue && at !== undefined) handle.run(bringRecurring, { now: at })
  }, [handle, isDue, at])
}
