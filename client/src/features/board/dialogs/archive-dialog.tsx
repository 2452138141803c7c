// What was put away, all of it in one place: cards, columns, and the rows of every list; found and brought back.
import { useDeferredValue, useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import { putAwayOf, restoreCard, restoreColumn, restoreListed, spokenId } from '@yokoten/shared/board'
import type { BoardSnapshot, PutAway } from '@yokoten/shared/board'
import { Button } from '../../../design/button'
import { Dialog } from '../../../design/dialog'
import { TextField } from '../../../design/text-field'
import { useSnapshot } from '../../../react'
import { text } from '../../../text'
import { announce } from '../announcer'
import { useBoard } from '../board-context'
import styles from './dialogs.module.css'

/** More cards than these are found by searching. */
const SHOWN = 50

const sameRows = (a: readonly PutAway[], b: readonly PutAway[]): boolean =>
  a.length === b.length &&
  a.every((row, index) => row.id === b[index]?.id && row.list === b[index].list && row.name === b[index].name)

interface LineProps {
  readonly name: string
  readonly children: ReactNode
  readonly onBack: () => boolean
}

function Line({ name, children, onBack }: LineProps) {
  const { canWrite } = useBoard()
  return (
    <li>
      <span>{children}</span>
      {canWrite && (
        <Button
          aria-label={text('board.archive.restore', { name })}
          onPress={() => {
            if (onBack()) announce(text('board.archive.back', { name }))
          }}
        >
          {text('board.restore')}
        </Button>
      )}
    </li>
  )
}

/** Cards in the archive that a search finds. */
function useCards(wanted: string) {
  const { handle } = useBoard()
  const archived = useSnapshot(handle, (board) => board.archivedCards)
  return useMemo(() => {
    const board = handle.get()
    return archived
      .map((id) => ({ id, title: board.cards.get(id)?.title ?? '', spoken: spokenId(board, id) }))
      .filter(({ title, spoken }) => `${spoken} ${title}`.toLocaleLowerCase().includes(wanted))
  }, [handle, archived, wanted])
}

const isEmpty = (board: BoardSnapshot): boolean =>
  board.archivedColumns.length + board.archivedCards.length + putAwayOf(board).length === 0

function Lists() {
  const { handle, acts } = useBoard()
  const [query, setQuery] = useState('')
  const wanted = useDeferredValue(query.trim().toLocaleLowerCase())
  const isWanted = ({ name }: { readonly name: string }) => name.toLocaleLowerCase().includes(wanted)
  const columns = useSnapshot(handle, (board) => board.archivedColumns).filter(isWanted)
  const rows = useSnapshot(handle, putAwayOf, sameRows).filter(isWanted)
  const cards = useCards(wanted)
  return (
    <div className={styles.fields}>
      <TextField label={text('board.search')} value={query} onChange={setQuery} />
      {columns.length + rows.length > 0 && (
        <ul className={styles.list}>
          {columns.map(({ id, name }) => (
            <Line key={id} name={name} onBack={() => acts.run(restoreColumn, { column: id })}>
              {text('board.archive.column', { column: name })}
            </Line>
          ))}
          {rows.map(({ list, id, name }) => (
            <Line key={`${list} ${id}`} name={name} onBack={() => acts.run(restoreListed, { list, id })}>
              {text(`board.archive.${list}`, { name })}
            </Line>
          ))}
        </ul>
      )}
      {cards.length > 0 && (
        <section>
          <h3 className={styles.heading}>{text('board.archive.cards')}</h3>
          <ul className={styles.list}>
            {cards.slice(0, SHOWN).map((card) => (
              <Line key={card.id} name={card.spoken} onBack={() => acts.run(restoreCard, { card: card.id })}>
                <b>{card.spoken}</b> {card.title}
              </Line>
            ))}
          </ul>
        </section>
      )}
      {columns.length + rows.length + cards.length === 0 && (
        <p className={styles.small}>{text('board.archive.notFound')}</p>
      )}
      {cards.length > SHOWN && (
        <p className={styles.small}>{text('board.archive.more', { count: cards.length - SHOWN })}</p>
      )}
    </div>
  )
}

export function ArchiveDialog({ onClose }: { onClose: () => void }) {
  const { handle } = useBoard()
  const hasNothing = useSnapshot(handle, isEmpty)
  return (
    <Dialog isOpen title={text('board.archive.title')} onClose={onClose} wide>
      {hasNothing ? <p className={styles.words}>{text('board.archive.empty')}</p> : <Lists />}
    </Dialog>
  )
}
