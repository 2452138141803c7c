// Whether a call has reached another device. Once it has, it has: later edits that are still kept here change nothing.
import { useEffect } from 'react'
import { create } from 'zustand'
import { openSince, roundOf } from '@yokoten/shared/board'
import type { BlockerRow } from '@yokoten/shared/board'
import type { Sharing } from '../../../session/api'
import { useReadable, useSnapshot } from '../../../react'
import { useBoard } from '../board-context'

interface Told {
  readonly calls: ReadonlySet<string>
  add(calls: readonly string[]): void
}

const useToldCalls = create<Told>((set) => ({
  calls: new Set(),
  add: (calls) =>
    set((state) =>
      calls.every((call) => state.calls.has(call)) ? state : { calls: new Set([...state.calls, ...calls]) },
    ),
}))

/** A call is a blocker as it was raised or reopened: what stops again is a new call. */
export const callOf = (blocker: BlockerRow): string => `${blocker.id}/${roundOf(blocker) ?? ''}`

/** Everything that this device has written is on another one too. */
export const isAllShared = (sharing: Pick<Sharing, 'changed' | 'kept' | 'otherDevices'>): boolean =>
  sharing.changed + sharing.kept === 0 && sharing.otherDevices > 0

/** Who made the call: the one who raised it, or opened it again. */
export const callerOf = (blocker: BlockerRow): string => {
  const round = roundOf(blocker)
  return (round !== undefined && blocker.turns[round]?.by) || blocker.by
}

/**
 * Whether somebody else's device has the call. One that another person made has come from there; an answer can only
 * come from somebody who was told.
 */
export function isTold(
  blocker: BlockerRow,
  me: string | undefined,
  calls: ReadonlySet<string>,
  sharing: Pick<Sharing, 'changed' | 'kept' | 'otherDevices'>,
): boolean {
  const since = openSince(blocker)
  return (
    callerOf(blocker) !== me ||
    calls.has(callOf(blocker)) ||
    isAllShared(sharing) ||
    Object.values(blocker.answers).some((answer) => answer.by !== me && answer.at >= since)
  )
}

/** Calls of this device's person that have reached nobody yet, by blocker id. */
export function useUntold(): readonly string[] {
  const { handle, me } = useBoard()
  const open = useSnapshot(handle, (board) => board.openBlockers.all)
  const table = useSnapshot(handle, (board) => board.blockers)
  const sharing = useReadable(handle.sharing)
  const calls = useToldCalls((told) => told.calls)
  const isShared = isAllShared(sharing)
  useEffect(() => {
    if (isShared)
      useToldCalls.getState().add(
        open.flatMap((id) => {
          const blocker = table.get(id)
          return blocker ? [callOf(blocker)] : []
        }),
      )
  }, [isShared, open, table])
  return open.filter((id) => {
    const blocker = table.get(id)
    return blocker !== undefined && !isTold(blocker, me, calls, sharing)
  })
}
