// Decisions are carried out by whoever is there past their time: by the meeting point's clock, when caught up.
import { useEffect, useRef } from 'react'
import { currentVersion, dueToApply } from '@yokoten/shared/playbook'
import type { PlaybookSnapshot } from '@yokoten/shared/playbook'
import { teamTime, useCarryOut } from '../../features/playbook'
import { useNow, useReadable, useSnapshot } from '../../react'
import type { DocumentHandle } from '../../session/api'
import type { AppTeam } from '../device-context'
import { carryOut, finishCarryOut } from './carry-out'

/**
 * Many devices may do so at once, since what they write is the same. What people have to solve is not tried again
 * before the app is started anew; what is not caught up is, when the time is next looked at.
 */
export function useCarryingOut(team: AppTeam, playbook: DocumentHandle<PlaybookSnapshot>): void {
  const offset = useReadable(team.relayOffset)
  const isCaughtUp = useSnapshot(playbook.sharing, (sharing) => sharing.caughtUp)
  const now = useNow()
  const canWrite = team.mode === 'edit'
  const at = canWrite && isCaughtUp && offset !== undefined ? now + offset : undefined
  const fail = useCarryOut((state) => state.fail)
  const failed = useCarryOut((state) => state.failed)
  const due = useSnapshot(playbook, (snapshot) =>
    at === undefined || snapshot.cases.length === 0
      ? ''
      : dueToApply(snapshot, Math.max(at, teamTime(team)))
          .map((one) => one.proposal.id)
          .join('\n'),
  )
  const queue = useRef(Promise.resolve())
  useEffect(() => {
    if (canWrite)
      queue.current = queue.current.then(() => finishCarryOut(team, playbook).catch(() => undefined))
  }, [team, playbook, canWrite])
  useEffect(() => {
    if (due === '' || at === undefined) return
    let isGone = false
    for (const proposal of due.split('\n'))
      queue.current = queue.current.then(async () => {
        const one = playbook.get().casesById.get(proposal)
        if (isGone || !one || failed.has(currentVersion(one).id)) return
        // A document that could not be opened is no answer: it is tried again.
        const result = await carryOut(team, playbook, proposal, teamTime(team)).catch(
          () => 'not-yet' as const,
        )
        if (result === 'ground-changed' || result === 'cannot') fail(currentVersion(one).id, result)
      })
    return () => {
      isGone = true
    }
  }, [team, playbook, due, at, fail, failed])
}
