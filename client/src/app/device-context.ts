// The device for every screen of the app.
import type { TeamSnapshot } from '@yokoten/shared/team'
import { createContext, useContext } from 'react'
import type { Device, TeamSession } from '../session/api'
import type { TeamKeeper } from './team-keeper'

export type AppDevice = Device<TeamSnapshot>
export type AppTeam = TeamSession<TeamSnapshot>

export const DeviceContext = createContext<
  { readonly device: AppDevice; readonly keeper: TeamKeeper } | undefined
>(undefined)

function useProvided() {
  const provided = useContext(DeviceContext)
  if (!provided) throw new Error('No device: the composition root provides one.')
  return provided
}

export const useDevice = (): AppDevice => useProvided().device
export const useTeamKeeper = (): TeamKeeper => useProvided().keeper
