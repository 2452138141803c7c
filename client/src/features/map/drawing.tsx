// The drawing and what lies around it: tools, figures, what is selected, and the dialogs they open.
import { useReactFlow } from '@xyflow/react'
import { ChartNoAxesColumn, Maximize, PanelRightClose, Redo2, Undo2 } from 'lucide-react'
import { useCallback, useEffect, useMemo, useRef } from 'react'
import { Button } from '../../design/button'
import { IconButton } from '../../design/icon-button'
import { BarActs } from '../../design/page-bar'
import { useNarrow } from '../../design/use-media'
import { useActions } from '../../input'
import { useReadable } from '../../react'
import { text } from '../../text'
import { mapActions } from './actions'
import { Canvas } from './canvas'
import { DemandDialog } from './demand-dialog'
import { EdgeDialog } from './edge-dialog'
import { FirstAct } from './empty-map'
import { Figures } from './figures-panel'
import { FiguresStrip } from './figures-strip'
import { useMap, useMapRoom, useUi } from './map-context'
import styles from './map-page.module.css'
import { NodeSheet } from './node-sheet'
import { SelectionBar } from './selection-bar'
import { Toolbox, ToolHint } from './toolbox'
import { placeAt } from './tools'
import { isPlaceTool } from './ui-store'
import { useHistory } from './use-history'
import { useView } from './use-view'

function HistoryActs({ undo, redo }: { undo: () => void; redo: () => void }) {
  const { handle } = useMapRoom()
  const isNarrow = useNarrow()
  const history = useReadable(handle.undoState)
  return (
    <BarActs>
      <IconButton
        icon={Undo2}
        label={text('map.undo')}
        isDisabled={history.undo === undefined}
        onPress={undo}
      />
      {!isNarrow && (
        <IconButton
          icon={Redo2}
          label={text('map.redo')}
          isDisabled={history.redo === undefined}
          onPress={redo}
        />
      )}
    </BarActs>
  )
}

function FiguresPanel() {
  const { ui } = useMapRoom()
  const isShown = useUi((state) => state.figuresShown)
  if (!isShown)
    return (
      <Button
        className={styles.open}
        icon={ChartNoAxesColumn}
        onPress={() => ui.setState({ figuresShown: true })}
      >
        {text('map.act.figures')}
      </Button>
    )
  return (
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
  )
}

export function Drawing({ isBlank }: { isBlank: boolean }) {
  const room = useMapRoom()
  const { ui, canEdit } = room
  const isNarrow = useNarrow()
  const hasFigures = useUi((state) => state.figuresShown) && !isNarrow
  const { fit, showFirst } = useView({ isNarrow, hasTools: canEdit, hasFigures })
  const { zoomIn, zoomOut, screenToFlowPosition } = useReactFlow()
  const pane = useRef<HTMLDivElement>(null)
  const flush = useRef<() => void>(() => undefined)
  const onReady = useCallback((ready: () => void) => {
    flush.current = ready
  }, [])
  const flushNow = useCallback(() => flush.current(), [])
  const { undo, redo } = useHistory(room, flushNow)

  // The sample, or somebody's first paste, arrives on an empty canvas: show it.
  const count = useMap((map) => map.nodeIds.length)
  const before = useRef(count)
  useEffect(() => {
    if (before.current === 0 && count > 1) requestAnimationFrame(showFirst)
    before.current = count
  }, [count, showFirst])

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
  return (
    <div className={styles.page}>
      <div className={styles.pane} ref={pane}>
        <Canvas onInit={showFirst} onReady={onReady} />
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
        {!isNarrow && <FiguresPanel />}
      </div>
      {isNarrow && <FiguresStrip />}
      {canEdit && (
        <>
          <div className={styles.tools}>
            <Toolbox />
          </div>
          <HistoryActs undo={undo} redo={redo} />
        </>
      )}
      <DemandDialog />
      <NodeSheet />
      <EdgeDialog />
    </div>
  )
}
