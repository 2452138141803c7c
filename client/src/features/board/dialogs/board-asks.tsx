// Whatever the board is asking at the moment, one question at a time.
import { lazy, Suspense } from 'react'
import { useBoardUi } from '../ui-store'

const AddDialog = lazy(async () => ({ default: (await import('./add-dialog')).AddDialog }))
const ApartDialog = lazy(async () => ({ default: (await import('./apart-dialog')).ApartDialog }))
const ArchiveDialog = lazy(async () => ({ default: (await import('./archive-dialog')).ArchiveDialog }))
const ColumnDialog = lazy(async () => ({ default: (await import('./column-dialog')).ColumnDialog }))
const MoveDialog = lazy(async () => ({ default: (await import('./move-dialog')).MoveDialog }))
const NewColumnDialog = lazy(async () => ({ default: (await import('./column-dialog')).NewColumnDialog }))
const OverDialog = lazy(async () => ({ default: (await import('./over-dialog')).OverDialog }))
const RaisedSheet = lazy(async () => ({ default: (await import('./raised-sheet')).RaisedSheet }))
const StopSheet = lazy(async () => ({ default: (await import('./stop-sheet')).StopSheet }))
const WhyDialog = lazy(async () => ({ default: (await import('./why-dialog')).WhyDialog }))

function Ask() {
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
      return <StopSheet card={ask.card} onClose={onClose} />
    case 'raised':
      return <RaisedSheet blocker={ask.blocker} onClose={onClose} />
    case 'apart':
      return <ApartDialog card={ask.card} onClose={onClose} />
    case 'over':
      return <OverDialog column={ask.column} onClose={onClose} />
    case 'column':
      return <ColumnDialog column={ask.column} onClose={onClose} />
    case 'new-column':
      return <NewColumnDialog onClose={onClose} />
    case 'archive':
      return <ArchiveDialog onClose={onClose} />
    case 'why':
      return <WhyDialog column={ask.column} again={ask.again} onClose={onClose} />
  }
}

export const BoardAsks = () => (
  <Suspense>
    <Ask />
  </Suspense>
)
