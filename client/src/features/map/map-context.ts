// What every part of the map's screen reaches: the document, its commands, the screen's own state, people's names.
import type { Command } from '@yokoten/shared/kernel'
import type { MapSnapshot } from '@yokoten/shared/map'
import type { TeamSnapshot } from '@yokoten/shared/team'
import { createContext, useContext } from 'react'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import type { RunCommand } from '../../react'
import { useSnapshot } from '../../react'
import type { DocumentHandle, Readable } from '../../session/api'
import type { PeersOnMap } from './peers-on-map'
import type { MapUi, MapUiStore } from './ui-store'

/** What every refusal of a command carries. */
export interface Refusal {
  readonly reason: string
  readonly most?: number
}

export interface MapRoom {
  readonly handle: DocumentHandle<MapSnapshot>
  /** Runs a command and says why where it is refused. True: it was done. */
  readonly act: <A, R extends Refusal>(command: Command<MapSnapshot, A, R>, args: A) => boolean
  readonly run: RunCommand<MapSnapshot>
  readonly ui: MapUiStore
  readonly peers: PeersOnMap
  readonly canEdit: boolean
  /** A finger or a glove: fields are too small to hit in the canvas, a sheet has them large. */
  readonly isCoarse: boolean
  readonly nameOf: (person: string) => string | undefined
  /** The team's directory, which knows what its customers value. */
  readonly directory: Readable<TeamSnapshot>
  /** Leads to the page on whom the team works for; left out where there is none. */
  readonly purposePath?: string | undefined
  /** Asks the team about a step; left out where one cannot. */
  readonly askTeam?: ((step: string, named: string) => void) | undefined
  /** What else belongs to a step, as the app knows it. */
  readonly notes?: ((step: string) => ReactNode) | undefined
}

export const MapContext = createContext<MapRoom | undefined>(undefined)

export function useMapRoom(): MapRoom {
  const room = useContext(MapContext)
  if (!room) throw new Error('No map: MapPage provides one.')
  return room
}

export const useUi = <T>(select: (state: MapUi) => T): T => useStore(useMapRoom().ui, select)

export const useMap = <T>(select: (snapshot: MapSnapshot) => T, isEqual?: (a: T, b: T) => boolean): T =>
  useSnapshot(useMapRoom().handle, select, isEqual)
