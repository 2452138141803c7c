// Cards and columns that were put away, to be found and brought back.
import { useDeferredValue, useMemo, useState } from 'react'
import { restoreCard, restoreColumn, spokenId } from '@yokoten/shared/board'
import { Button } from '../../../design/button'
import { Dialog } from '../../../design/dialog'
import { TextField } from '../../../design/text-field'
import { useSnapshot } from '../../../react'
import { text } from '../../../text'
import { useBoard } from '../board-context'
import styles from './dialogs.module.css'

/** More than these are found by searching. */
const SHOWN = 50

export function ArchiveDialog({ onClose }: { onClose: () => void }) {
  const { handle, acts, canWrite } = useBoard()
  const [query, setQuery] = useState('')
  const columns = useSnapshot(handle, (board) => board.archivedColumns)
  const archived = useSnapshot(handle, (board) => board.archivedCards)
  const wanted = useDeferredValue(query.trim().toLocaleLowerCase())
  const cards = useMemo(() => {
    const board = handle.get()
    return archived
      .map((id) => ({ id, title: board.cards.get(id)?.title ?? '', spoken: spokenId(board, id) }))
      .filter(({ title, spoken }) => `${spoken} ${title}`.toLocaleLowerCase().includes(wanted))
  }, [handle, archived, wanted])
  return (
    <Dialog isOpen title={text('board.archive.title')} onClose={onClose} wide>
      {columns.length + archived.length === 0 ? (
        <p className={styles.words}>{text('board.archive.empty')}</p>
      ) : (
        <div className={styles.fields}>
          <TextField label={text('board.search')} value={query} onChange={setQuery} />
          <ul className={styles.list}>
            {columns.map((column) => (
              <li key={column.id}>
                <span>{text('board.archive.column', { column: column.name })}</span>
                {canWrite && (
                  <Button onPress={() => acts.run(restoreColumn, { column: column.id })}>
                    {text('board.restore')}
                  </Button>
                )}
              </li>
            ))}
            {cards.slice(0, SHOWN).map((card) => (
              <li key={card.id}>
                <span>
                  <b>{card.spoken}</b> {card.title}
                </span>
                {canWrite && (
                  <Button onPress={() => acts.run(restoreCard, { card: card.id })}>
                    {text('board.restore')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
          {cards.length > SHOWN && (
            <p className={styles.small}>{text('board.archive.more', { count: cards.length - SHOWN })}</p>
          )}
        </div>
      )}
    </Dialog>
  )
}
