// Who a card is for: the value it serves, and the line from there to the customer and the goals.
import { editCard, spokenId } from '@yokoten/shared/board'
import type { CardRow } from '@yokoten/shared/board'
import { Dialog } from '../../../design/dialog'
import { ServesField } from '../../../design/serves-field'
import { useReadable, useSnapshot } from '../../../react'
import { text } from '../../../text'
import { useBoard } from '../board-context'
import styles from './card-sheet.module.css'

interface ServesProps {
  readonly row: CardRow
  readonly isReadOnly: boolean
  readonly hideLabel?: boolean
}

function Serves({ row, isReadOnly, hideLabel = false }: ServesProps) {
  const { team, acts, purposePath } = useBoard()
  const directory = useReadable(team.directory)
  return (
    <ServesField
      purpose={directory}
      value={row.value}
      isReadOnly={isReadOnly}
      hideLabel={hideLabel}
      purposePath={purposePath}
      onChange={(value) => acts.run(editCard, { card: row.id, value })}
    />
  )
}

/** In the opened card, from the time on that the team has written down what somebody values. */
export function CardServes({ row, isArchived }: { row: CardRow; isArchived: boolean }) {
  const { team, canWrite } = useBoard()
  const hasValues = useSnapshot(team.directory, ({ values }) => values.length > 0)
  if (!hasValues && row.value === null) return null
  return (
    <div className={styles.section}>
      <Serves row={row} isReadOnly={!canWrite || isArchived} />
    </div>
  )
}

/** The same by itself: one press from the card. */
export function ServesDialog({ card, onClose }: { card: string; onClose: () => void }) {
  const { handle, canWrite } = useBoard()
  const row = useSnapshot(handle, (board) => board.cards.get(card))
  const spoken = useSnapshot(handle, (board) => spokenId(board, card))
  return (
    <Dialog
      isOpen={row !== undefined}
      title={text('design.serves')}
      note={`${spoken} · ${row?.title ?? ''}`}
      onClose={onClose}
    >
      {row && <Serves row={row} isReadOnly={!canWrite} hideLabel />}
    </Dialog>
  )
}
