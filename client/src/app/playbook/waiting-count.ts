// How much waits for the person at this device, for the rail and the tabs.
import { createContext, useContext } from 'react'
import type { PlaybookSnapshot } from '@yokoten/shared/playbook'
import { turnsOffered } from '../../features/playbook/hats/hat-turns'
import { useNow, useReadable, useSnapshot } from '../../react'
import type { DocumentHandle } from '../../session/api'
import type { AppTeam } from '../device-context'

const Count = createContext(0)

export const WaitingCount = Count.Provider

export const useWaitingCount = (): number => useContext(Count)

/** How many turns of a hat the person at this device was offered and has not answered. */
export function useOffers(team: AppTeam, playbook: DocumentHandle<PlaybookSnapshot>): number {
  const me = useReadable(team.person)
  const now = useNow() + (useReadable(team.relayOffset) ?? 0)
  const isAsked = team.mode === 'edit' && me !== undefined
  return useSnapshot(playbook, (snapshot) => (isAsked ? turnsOffered(snapshot, me, now).length : 0))
}
