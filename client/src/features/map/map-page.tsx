// The map's page: opens the document, then asks the first question or shows the drawing.
import { ReactFlowProvider } from '@xyflow/react'
import { useEffect, useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import { mapDocument, type MapSnapshot } from '@yokoten/shared/map'
import type { TeamSnapshot } from '@yokoten/shared/team'
import { useSearchParams } from 'wouter'
import { AvatarStack } from '../../design/avatar'
import { BarPeople } from '../../design/page-bar'
import { toasts } from '../../design/toasts'
import { useCoarsePointer } from '../../design/use-media'
import { useCommand, useDocument, useReadable, useSnapshot } from '../../react'
import type { DocumentHandle, TeamSession } from '../../session/api'
import { text } from '../../text'
import { Drawing } from './drawing'
import { SchoolQuestion } from './empty-map'
import { MapContext, useMapRoom, type MapRoom } from './map-context'
import styles from './map-page.module.css'
import { createPeersOnMap } from './peers-on-map'
import { explainRefusal } from './refusals'
import { createMapUi } from './ui-store'

interface MapPageProps {
  readonly team: TeamSession<TeamSnapshot>
  /** `map/<id>`. */
  readonly documentId: string
  /** Where it stands whom the team works for. */
  readonly purposePath?: string
  /** Asks the team about a step, which people call as named; keep it stable. */
  readonly onAsk?: (step: string, named: string) => void
  /** What else belongs to a step, shown with it; keep it stable. */
  readonly notes?: (step: string) => ReactNode
}

export function MapPage({ team, documentId, purposePath, onAsk, notes }: MapPageProps) {
  const handle = useDocument(team, mapDocument, documentId)
  if (!handle) return <p className={styles.loading}>{text('map.loading')}</p>
  return (
    <ReactFlowProvider key={documentId}>
      <OpenMap team={team} handle={handle} purposePath={purposePath} onAsk={onAsk} notes={notes} />
    </ReactFlowProvider>
  )
}

interface OpenMapProps {
  readonly team: TeamSession<TeamSnapshot>
  readonly handle: DocumentHandle<MapSnapshot>
  readonly purposePath: string | undefined
  readonly onAsk: ((step: string, named: string) => void) | undefined
  readonly notes: ((step: string) => ReactNode) | undefined
}

function OpenMap({ team, handle, purposePath, onAsk, notes }: OpenMapProps) {
  const run = useCommand(handle)
  const [ui] = useState(createMapUi)
  const isCoarse = useCoarsePointer()
  const canEdit = handle.writable === true
  const room = useMemo<MapRoom>(
    () => ({
      handle,
      run,
      ui,
      peers: createPeersOnMap(handle.peers),
      canEdit,
      isCoarse,
      act(command, args) {
        const done = run(command, args)
        if (!done.ok) toasts.show(explainRefusal(done.error))
        return done.ok
      },
      nameOf: (person) => team.directory.get().peopleById.get(person)?.name,
      directory: team.directory,
      purposePath,
      askTeam: onAsk,
      notes,
    }),
    [handle, run, ui, canEdit, isCoarse, team, purposePath, onAsk, notes],
  )
  useLooking(room)
  useStepInAddress(room)
  const isBlank = useSnapshot(handle, (map) => map.nodeIds.length === 0)
  const isAsking = useSnapshot(handle, (map) => map.map.school === null)
  return (
    <MapContext value={room}>
      {isBlank && (isAsking || !canEdit) ? <SchoolQuestion /> : <Drawing isBlank={isBlank} />}
      <People />
    </MapContext>
  )
}

/** Tells the others which icon this person has selected. */
function useLooking({ handle, ui }: MapRoom): void {
  useEffect(() => {
    const tell = () => {
      const { nodes } = ui.getState()
      const [item] = nodes
      handle.peers.show({
        looking: { room: 'map', ...(item !== undefined && nodes.size === 1 ? { item } : {}) },
      })
    }
    tell()
    const stop = ui.subscribe((now, before) => now.nodes !== before.nodes && tell())
    return () => {
      stop()
      handle.peers.show({ looking: undefined })
    }
  }, [handle, ui])
}

/** Opens the step that the address names, as a link from what serves what does. */
function useStepInAddress({ ui, handle }: MapRoom): void {
  const [search, setSearch] = useSearchParams()
  const step = search.get('step')
  const isHere = useSnapshot(handle, (map) => step !== null && map.nodes.get(step)?.archived === false)
  useEffect(() => {
    if (step === null || !isHere) return
    ui.select([step])
    ui.setState({ open: 'node' })
    setSearch(
      (params) => {
        params.delete('step')
        return params
      },
      { replace: true },
    )
  }, [step, isHere, ui, setSearch])
}

function People() {
  const people = useReadable(useMapRoom().peers.people)
  return (
    <BarPeople>
      <AvatarStack label={text('map.people')} people={[...people.values()]} />
    </BarPeople>
  )
}
