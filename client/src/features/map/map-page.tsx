// The map's page: opens the document and lays tools, canvas, ladder and figures out for a laptop or a phone.
import { ReactFlowProvider, useReactFlow, type FitViewOptions } from '@xyflow/react'
import { ChartNoAxesColumn, Maximize, PanelRightClose, Redo2, Undo2 } from 'lucide-react'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { mapDocument, type MapSnapshot } from '@yokoten/shared/map'
import type { TeamSnapshot } from '@yokoten/shared/team'
import { AvatarStack } from '../../design/avatar'
import { Button } from '../../design/button'
import { IconButton } from '../../design/icon-button'
import { BarActs, BarPeople } from '../../design/page-bar'
import { Sheet } from '../../design/sheet'
import { toasts } from '../../design/toasts'
import { useCoarsePointer, useNarrow } from '../../design/use-media'
import { useActions } from '../../input'
import { useCommand, useDocument, usePeers, useReadable, useSnapshot } from '../../react'
import type { DocumentHandle, TeamSession } from '../../session/api'
import { text } from '../../text'
import { mapActions } from './actions'
import { Canvas } from './canvas'
import { DemandDialog } from './demand-dialog'
import { EdgeDialog } from './edge-dialog'
import { FirstAct, SchoolQuestion } from './empty-map'
import { figureWords } from './figure-words'
import { Figures } from './figures-panel'
import { MapContext, useMap, useMapRoom, useUi, type MapRoom } from './map-context'
import styles from './map-page.module.css'
import { NodeSheet } from './node-sheet'
import { explainRefusal } from './refusals'
import { SelectionBar } from './selection-bar'
import { Toolbox, ToolHint } from './toolbox'
import { placeAt } from './tools'
import { createMapUi, isPlaceTool } from './ui-store'

interface MapPageProps {
  readonly team: TeamSession<TeamSnapshot>
  /** `map/<id>`. */
  readonly documentId: string
}

export function MapPage({ team, documentId }: MapPageProps) {
  const handle = useDocument(team, mapDocument, documentId)
  if (!handle) return <p className={styles.loading}>{text('map.loading')}</p>
  return (
    <ReactFlowProvider key={documentId}>
      <OpenMap team={team} handle={handle} />
    </ReactFlowProvider>
  )
}

function OpenMap({ team, handle }: { team: TeamSession<TeamSnapshot>; handle: DocumentHandle<MapSnapshot> }) {
  const run = useCommand(handle)
  const [ui] = useState(createMapUi)
  const isCoarse = useCoarsePointer()
  const canEdit = handle.writable === true
  const room = useMemo<MapRoom>(
    () => ({
      handle,
      run,
      ui,
      canEdit,
      isCoarse,
      act(command, args) {
        const done = run(command, args)
        if (!done.ok) toasts.show(explainRefusal(done.error))
        return done.ok
      },
      nameOf: (person) => team.directory.get().peopleById.get(person)?.name,
    }),
    [handle, run, ui, canEdit, isCoarse, team],
  )
  useLooking(room)
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

function People() {
  const peers = usePeers(useMapRoom().handle)
  const people = new Map([...peers.values()].map((peer) => [peer.person, { ...peer, id: peer.person }]))
  return (
    <BarPeople>
      <AvatarStack label={text('map.people')} people={[...people.values()]} />
    </BarPeople>
  )
}

function useHistory({ handle, nameOf }: MapRoom, flush: () => void) {
  return useMemo(() => {
    const say = (outcome: ReturnType<typeof handle.undo>) => {
      if (outcome.done) return
      if (outcome.reason === 'nothing') toasts.show(text('map.undo.nothing'))
      else if (outcome.reason === 'changed') {
        const name = outcome.by === undefined ? undefined : nameOf(outcome.by)
        toasts.show(
          name === undefined ? text('map.undo.changedBySomeone') : text('map.undo.changed', { name }),
        )
      } else toasts.show(text('map.undo.final'))
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

const ROOM_FOR_LADDER = 130

function Drawing({ isBlank }: { isBlank: boolean }) {
  const room = useMapRoom()
  const { ui, canEdit, handle } = room
  const isNarrow = useNarrow()
  const isShown = useUi((state) => state.figuresShown) && !isNarrow
  const fitOptions = useMemo<FitViewOptions>(
    () => ({
      maxZoom: 1.15,
      padding: isNarrow
        ? { x: '14px', top: '20px', bottom: '96px' }
        : {
            left: canEdit ? '112px' : '32px',
            right: isShown ? '328px' : '40px',
            top: '32px',
            bottom: `${ROOM_FOR_LADDER}px`,
          },
    }),
    [isNarrow, isShown, canEdit],
  )
  const { fitView, zoomIn, zoomOut, screenToFlowPosition } = useReactFlow()
  const pane = useRef<HTMLDivElement>(null)
  const flush = useRef<() => void>(() => undefined)
  const onReady = useCallback((ready: () => void) => {
    flush.current = ready
  }, [])
  const flushNow = useCallback(() => flush.current(), [])
  const { undo, redo } = useHistory(room, flushNow)
  const fit = useCallback(() => void fitView({ ...fitOptions, duration: 180 }), [fitView, fitOptions])

  // The sample, or somebody's first paste, arrives on an empty canvas: show it whole.
  const count = useMap((map) => map.nodeIds.length)
  const before = useRef(count)
  useEffect(() => {
    if (before.current === 0 && count > 1) requestAnimationFrame(() => fit())
    before.current = count
  }, [count, fit])

  useActions(
    useMemo(
      () =>
        mapActions({
          room,
          undo,
          redo,
          fit,
          zoom: (by) => void (by === 'in' ? zoomIn() : zoomOut()),
          placeInMiddle() {
            const { tool } = ui.getState()
            const box = pane.current?.getBoundingClientRect()
            if (!box || !isPlaceTool(tool)) return
            const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
            placeAt(room, tool, screenToFlowPosition(middle))
          },
        }),
      [room, ui, undo, redo, fit, zoomIn, zoomOut, screenToFlowPosition],
    ),
  )
  const history = useReadable(handle.undoState)
  return (
    <div className={styles.page}>
      <div className={styles.pane} ref={pane}>
        <Canvas fitOptions={fitOptions} onReady={onReady} />
        {isBlank && <FirstAct />}
        <div className={styles.below}>
          <ToolHint />
          {canEdit && <SelectionBar />}
        </div>
        <IconButton
          className={styles.fit}
          look="plain"
          icon={Maximize}
          label={text('map.act.fit')}
          onPress={fit}
        />
        {isShown && (
          <section className={styles.side} aria-labelledby="map-figures">
            <header>
              <h2 id="map-figures">{text('map.figures')}</h2>
              <IconButton
                icon={PanelRightClose}
                label={text('map.act.closeFigures')}
                onPress={() => ui.setState({ figuresShown: false })}
              />
            </header>
            <Figures />
          </section>
        )}
        {!isShown && !isNarrow && (
          <Button
            className={styles.open}
            icon={ChartNoAxesColumn}
            onPress={() => ui.setState({ figuresShown: true })}
          >
            {text('map.act.figures')}
          </Button>
        )}
      </div>
      {isNarrow && <FiguresStrip />}
      {canEdit && (
        <div className={styles.tools}>
          <Toolbox />
        </div>
      )}
      {canEdit && (
        <BarActs>
          <IconButton
            icon={Undo2}
            label={text('map.undo')}
            isDisabled={history.undo === undefined}
            onPress={undo}
          />
          <IconButton
            icon={Redo2}
            label={text('map.redo')}
            isDisabled={history.redo === undefined}
            onPress={redo}
          />
        </BarActs>
      )}
      <DemandDialog />
      <NodeSheet />
      <EdgeDialog />
    </div>
  )
}

/** On a phone: the three figures that matter above the tools; a tap opens all of them as a sheet. */
function FiguresStrip() {
  const { ui } = useMapRoom()
  const isOpen = useUi((state) => state.open === 'figures')
  const words = useMap(
    (map) => figureWords(map).filter(({ id }) => ['leadTime', 'processing', 'takt', 'rolled'].includes(id)),
    sameWords,
  )
  return (
    <>
      <button
        type="button"
        className={styles.strip}
        aria-label={text('map.figures')}
        onClick={() => ui.setState({ open: 'figures' })}
      >
        {words.map(({ id, label, value }) => (
          <span key={id}>
            <small>{label}</small>
            <b>{value}</b>
          </span>
        ))}
      </button>
      <Sheet isOpen={isOpen} title={text('map.figures')} onClose={() => ui.setState({ open: 'none' })}>
        <Figures />
      </Sheet>
    </>
  )
}

const sameWords = (a: readonly { value: string }[], b: readonly { value: string }[]): boolean =>
  a.length === b.length && a.every(({ value }, index) => value === b[index]?.value)
