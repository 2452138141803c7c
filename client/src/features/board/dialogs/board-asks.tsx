// Whatever the board is asking at the moment, one question at a time.
import { lazy, Suspense, useEffect } from 'react'
import { focusCard } from '../focus'
import { useBoardUi } from '../ui-store'

const load = {
  add: async () => ({ default: (await import('./add-dialog')).AddDialog }),
  apart: async () => ({ default: (await import('./apart-dialog')).ApartDialog }),
  archive: async () => ({ default: (await import('./archive-dialog')).ArchiveDialog }),
  card: () => import('../card/card-sheet'),
  column: async () => ({ default: (await import('./column-dialog')).ColumnDialog }),
  group: async () => ({ default: (await import('../structure/group-dialog')).GroupDialog }),
  lane: async () => ({ default: (await import('../structure/lane-dialog')).LaneDialog }),
  structure: async () => ({ default: (await import('../structure/structure-dialog')).StructureDialog }),
  kinds: async () => ({ default: (await import('../kinds/kinds-sheet')).KindsSheet }),
  move: async () => ({ default: (await import('./move-dialog')).MoveDialog }),
  newColumn: async () => ({ default: (await import('../structure/new-column-dialog')).NewColumnDialog }),
  over: async () => ({ default: (await import('./over-dialog')).OverDialog }),
  raised: async () => ({ default: (await import('./raised-sheet')).RaisedSheet }),
  reasons: async () => ({ default: (await import('../blockers/reasons-dialog')).ReasonsDialog }),
  serves: async () => ({ default: (await import('../card/card-serves')).ServesDialog }),
  stations: async () => ({ default: (await import('../blockers/stations-dialog')).StationsDialog }),
  template: async () => ({ default: (await import('../card/save-template')).SaveTemplate }),
  stop: async () => ({ default: (await import('./stop-sheet')).StopSheet }),
  view: async () => ({ default: (await import('../finding/view-dialog')).ViewDialog }),
  why: async () => ({ default: (await import('./why-dialog')).WhyDialog }),
}

const AddDialog = lazy(load.add)
const ApartDialog = lazy(load.apart)
const ArchiveDialog = lazy(load.archive)
const ColumnDialog = lazy(load.column)
const GroupDialog = lazy(load.group)
const LaneDialog = lazy(load.lane)
const StructureDialog = lazy(load.structure)
const KindsSheet = lazy(load.kinds)
const MoveDialog = lazy(load.move)
const NewColumnDialog = lazy(load.newColumn)
const OverDialog = lazy(load.over)
const RaisedSheet = lazy(load.raised)
const ReasonsDialog = lazy(load.reasons)
const ServesDialog = lazy(load.serves)
const StationsDialog = lazy(load.stations)
const SaveTemplate = lazy(load.template)
const StopSheet = lazy(load.stop)
const ViewDialog = lazy(load.view)
const WhyDialog = lazy(load.why)
export const CardSheet = lazy(load.card)

const SOON_MS = 1_500

/**
 * Fetches what the board may ask for while there is nothing else to do: without it a page that loses the network
 * before the app is installed could not open its own dialogs.
 */
export function useDialogsAtHand(): void {
  useEffect(() => {
    const timer = setTimeout(() => {
      // What cannot be had now is fetched again when it is asked for.
      for (const fetch of Object.values(load)) fetch().catch(() => undefined)
    }, SOON_MS)
    return () => clearTimeout(timer)
  }, [])
}

/**
 * One question may lead to the next, and the button that led to the second is gone by then: whoever asked the first
 * one has the keyboard again after the last. Where that button is gone too, what lies beneath has it, or else the card.
 */
function useFocusBack(): void {
  useEffect(() => {
    let opener: Element | null = null
    return useBoardUi.subscribe((now, before) => {
      if (now.ask && !before.ask) opener = document.activeElement
      if (now.ask || !before.ask) return
      const back = opener
      const giveBack = () => {
        const isLost = document.activeElement === null || document.activeElement === document.body
        if (!isLost) return
        const beneath = [...document.querySelectorAll('[role="dialog"]')].at(-1)
        const next = back?.isConnected && back !== document.body ? back : beneath
        const { lastCard } = useBoardUi.getState()
        if (next instanceof HTMLElement) next.focus()
        else if (lastCard !== undefined) focusCard(lastCard)
      }
      // The layer that closes gives the focus back itself first, in a frame of its own.
      requestAnimationFrame(() => requestAnimationFrame(giveBack))
    })
  }, [])
}

function Ask() {
  useFocusBack()
  const ask = useBoardUi((ui) => ui.ask)
  const onClose = () => {
    // What is asked next may have been opened by the answer to this.
    if (useBoardUi.getState().ask === ask) useBoardUi.getState().open(undefined)
  }
  switch (ask?.kind) {
    case undefined:
      return null
    case 'add':
      return <AddDialog column={ask.column} onClose={onClose} />
    case 'move':
      return <MoveDialog card={ask.card} onClose={onClose} />
    case 'stop':
      return <StopSheet card={ask.card} station={ask.station} onClose={onClose} />
    case 'stations':
      return <StationsDialog onClose={onClose} />
    case 'reasons':
      return <ReasonsDialog onClose={onClose} />
    case 'raised':
      return <RaisedSheet blocker={ask.blocker} onClose={onClose} />
    case 'apart':
      return <ApartDialog card={ask.card} onClose={onClose} />
    case 'over':
      return <OverDialog scope={ask.scope} onClose={onClose} />
    case 'column':
      return <ColumnDialog column={ask.column} onClose={onClose} />
    case 'group':
      return <GroupDialog group={ask.group} onClose={onClose} />
    case 'lane':
      return <LaneDialog lane={ask.lane} onClose={onClose} />
    case 'structure':
      return <StructureDialog onClose={onClose} />
    case 'new-column':
      return <NewColumnDialog onClose={onClose} />
    case 'archive':
      return <ArchiveDialog onClose={onClose} />
    case 'kinds':
      return <KindsSheet tab={ask.tab} onClose={onClose} />
    case 'serves':
      return <ServesDialog card={ask.card} onClose={onClose} />
    case 'template':
      return <SaveTemplate card={ask.card} onClose={onClose} />
    case 'view':
      return <ViewDialog view={ask.view} onClose={onClose} />
    case 'why':
      return <WhyDialog scope={ask.scope} again={ask.again} onClose={onClose} />
  }
}

export const BoardAsks = () => (
  <Suspense>
    <Ask />
  </Suspense>
)
