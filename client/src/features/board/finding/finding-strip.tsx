// The line above the cards while something is searched or filtered: what is asked, how much was found, and the way back.
import { isEmptyFilter, spokenId } from '@yokoten/shared/board'
import { X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Button } from '../../../design/button'
import { Dialog } from '../../../design/dialog'
import { Icon } from '../../../design/icon'
import { IconButton } from '../../../design/icon-button'
import { TextField } from '../../../design/text-field'
import { text } from '../../../text'
import { useBoard } from '../board-context'
import { useBoardUi } from '../ui-store'
import { useFound } from '../use-found'
import { filterParts } from './filter-parts'
import styles from './finding.module.css'
import { changeFilter, clearFilter } from './use-filter'
import { useFilterKinds } from './use-filter-kinds'

/** More than these are found by asking more exactly. */
const SHOWN = 100

function Search() {
  const words = useBoardUi((ui) => ui.filter.words)
  const isSearching = useBoardUi((ui) => ui.isSearching)
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (isSearching) input.current?.focus()
  }, [isSearching])
  if (!isSearching && words === '') return null
  const close = () => {
    changeFilter({ words: '' })
    useBoardUi.getState().showSearch(false)
  }
  return (
    <>
      <div className={styles.search}>
        <TextField
          label={text('board.search')}
          hideLabel
          type="search"
          placeholder={text('board.searchFor')}
          inputRef={input}
          value={words}
          onChange={(next) => changeFilter({ words: next })}
          onKeyDown={(event) => {
            if (event.key === 'Escape') close()
            else event.continuePropagation()
          }}
        />
      </div>
      <IconButton icon={X} label={text('board.searchClose')} onPress={close} />
    </>
  )
}

/** What was found in the archive, each to be opened. */
function ArchivedFound({ onClose }: { onClose: () => void }) {
  const { handle, openCard } = useBoard()
  const { archived } = useFound()
  const board = handle.get()
  return (
    <Dialog isOpen title={text('board.filter.archiveTitle')} onClose={onClose} wide>
      <ul className={styles.found}>
        {archived.slice(0, SHOWN).map(({ card }) => (
          <li key={card}>
            <button
              type="button"
              onClick={() => {
                onClose()
                openCard(card)
              }}
            >
              <span className={styles.id}>{spokenId(board, card)}</span>
              {board.cards.get(card)?.title}
            </button>
          </li>
        ))}
      </ul>
      {archived.length > SHOWN && (
        <p className={styles.note}>{text('board.archive.more', { count: archived.length - SHOWN })}</p>
      )}
    </Dialog>
  )
}

function Parts() {
  const filter = useBoardUi((ui) => ui.filter)
  const kinds = useFilterKinds()
  return filterParts(filter, kinds).map(({ id, name, without }) => (
    <Button
      key={id}
      look="quiet"
      aria-label={text('board.filter.remove', { what: name })}
      onPress={() => useBoardUi.getState().setFilter(without)}
    >
      {name}
      <Icon of={X} size={14} />
    </Button>
  ))
}

export function FindingStrip() {
  const isSearching = useBoardUi((ui) => ui.isSearching)
  const isEmpty = useBoardUi((ui) => isEmptyFilter(ui.filter))
  const hasParts = useBoardUi((ui) => filterParts(ui.filter, []).length > 0)
  const { shown, archived, isLooking } = useFound()
  const [isListing, setListing] = useState(false)
  if (!isSearching && isEmpty) return null
  return (
    <div className={styles.strip} role="search" aria-label={text('board.filter.title')}>
      <Search />
      {hasParts && <Parts />}
      {shown && (
        <span className={styles.count} role="status">
          {isLooking ? text('board.filter.looking') : text('board.filter.count', { count: shown.size })}
        </span>
      )}
      {archived.length > 0 && (
        <Button look="quiet" onPress={() => setListing(true)}>
          {text('board.filter.inArchive', { count: archived.length })}
        </Button>
      )}
      {hasParts && (
        <Button look="quiet" onPress={clearFilter}>
          {text('board.filter.clear')}
        </Button>
      )}
      {isListing && <ArchivedFound onClose={() => setListing(false)} />}
    </div>
  )
}
