// Turns of hats that wait for the person at this device, wherever they are in the app.
import type { PlaybookSnapshot } from '@yokoten/shared/playbook'
import { turnsOffered } from '../../features/playbook'
import { useNow, useReadable, useSnapshot } from '../../react'
import type { DocumentHandle } from '../../session/api'
import type { AppTeam } from '../device-context'

/** How many turns of a hat the person at this device was offered and has not answered. */
export function useOffers(team: AppTeam, playbook: DocumentHandle<PlaybookSnapshot>): number {
  const me = useReadable(team.person)
  const now = useNow() + (useReadable(team.relayOffset) ?? 0)
  const isAsked = team.mode === 'edit' && me !== undefined
  return useSnapshot(playbook, (snapshot) => (isAsked ? turnsOffered(snapshot, me, now).length : 0))
}
