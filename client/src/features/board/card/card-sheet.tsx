// A card opened: everything it says, and everything one can do with it.
import { Archive, ArrowRightLeft, OctagonAlert } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { descriptionOf, isPutAway, placeOf, restoreCard, spokenId } from '@yokoten/shared/board'
import type { CardRow } from '@yokoten/shared/board'
import { Button } from '../../../design/button'
import { IconButton } from '../../../design/icon-button'
import { Sheet } from '../../../design/sheet'
import { useSnapshot } from '../../../react'
import { text } from '../../../text'
import { useBoard } from '../board-context'
import { CardFiles } from '../files/card-files'
import { useBoardUi } from '../ui-store'
import { CardAge } from '../usual/card-age'
import { AddParts } from './add-parts'
import type { CardPart } from './add-parts'
import { CardBlockers } from './card-blockers'
import { CardCalls, CardComments } from './card-comments'
import { CardFacts } from './card-facts'
import { CardFields } from './card-fields'
import { CardHistory } from './card-history'
import { CardLinks } from './card-links'
import { CardPeople } from './card-people'
import { CardServes } from './card-serves'
import { CardTags } from './card-tags'
import { CardTitle } from './card-title'
import { CardWeb } from './card-web'
import { Checklist } from './checklist'
import { useNoteDescription } from './use-note-description'
import styles from './card-sheet.module.css'

const ProseEditor = lazy(() => import('../../../prose/prose-editor'))

/** Everything the card says. Built anew for another card: what was begun on one is not finished on the next. */
function Sections({ card, row, isArchived }: { card: string; row: CardRow; isArchived: boolean }) {
  const { handle, canWrite, notes } = useBoard()
  const isApart = useSnapshot(handle, (board) => board.journeys.get(card)?.conflict != null)
  const [adding, setAdding] = useState<CardPart>()
  const onAdded = () => setAdding(undefined)
  const onEdit = useNoteDescription(card)
  return (
    <div className={styles.sections}>
      <CardTitle card={card} title={row.title} />
      {isApart && (
        <Button wide onPress={() => useBoardUi.getState().open({ kind: 'apart', card })}>
          {text('board.apart.talk')}
        </Button>
      )}
      <CardCalls card={card} />
      <CardBlockers card={card} />
      <section className={styles.section}>
        <h3>{text('board.description')}</h3>
        {row.brief !== '' && (
          <p className={styles.brief} aria-label={text('board.brief')}>
            {row.brief}
          </p>
        )}
        <Suspense fallback={<p>{text('board.loading')}</p>}>
          <ProseEditor
            prose={handle.prose(descriptionOf(card))}
            label={text('board.description')}
            onEdit={onEdit}
          />
        </Suspense>
      </section>
      <CardAge card={card} />
      <CardFacts row={row} withSize={adding === 'size'} />
      {canWrite && !isArchived && (
        <AddParts card={card} hasSize={row.size !== null || adding === 'size'} onAdd={setAdding} />
      )}
      <CardServes row={row} isArchived={isArchived} />
      {notes?.(card)}
      <CardFields row={row} />
      <CardLinks card={card} isAdding={adding === 'link'} onAdded={onAdded} />
      <CardWeb row={row} isAdding={adding === 'web'} onAdded={onAdded} />
      <Checklist row={row} />
      <CardFiles row={row} />
      <CardPeople row={row} />
      <CardTags row={row} />
      <CardComments card={card} />
      <CardHistory card={card} />
    </div>
  )
}

export default function CardSheet({ card, onClose }: { card: string; onClose: () => void }) {
  const { handle, acts, canWrite } = useBoard()
  const row = useSnapshot(handle, (board) => board.cards.get(card))
  const spoken = useSnapshot(handle, (board) => spokenId(board, card))
  const column = useSnapshot(handle, (board) => placeOf(board, card)?.column.name ?? '')
  const isArchived = useSnapshot(handle, (board) => isPutAway(board, card))
  const { open } = useBoardUi.getState()
  if (!row)
    return (
      <Sheet isOpen title={text('board.cardGone')} onClose={onClose}>
        <p>{text('board.cardGoneWords')}</p>
      </Sheet>
    )
  return (
    <Sheet
      isOpen
      title={spoken}
      note={isArchived ? text('board.inArchive') : column}
      onClose={onClose}
      footer={
        canWrite &&
        (isArchived ? (
          <Button look="main" onPress={() => acts.run(restoreCard, { card })}>
            {text('board.restore')}
          </Button>
        ) : (
          <>
            <IconButton
              icon={Archive}
              look="plain"
              label={text('board.archiveIt')}
              onPress={() => {
                onClose()
                acts.archive(card)
              }}
            />
            <Button icon={OctagonAlert} onPress={() => open({ kind: 'stop', card })}>
              {text('board.stopIt')}
            </Button>
            <Button look="main" icon={ArrowRightLeft} onPress={() => open({ kind: 'move', card })}>
              {text('board.moveTo')}
            </Button>
          </>
        ))
      }
    >
      <Sections key={card} card={card} row={row} isArchived={isArchived} />
    </Sheet>
  )
}
