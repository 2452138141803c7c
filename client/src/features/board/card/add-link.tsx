// A new link: how the two are tied, then the other card, found by typing.
import { useCallback, useState } from 'react'
import { isPutAway, linkCards, placeOf, spokenId } from '@yokoten/shared/board'
import type { BoardSnapshot, LinkArgs } from '@yokoten/shared/board'
import { Button } from '../../../design/button'
import { Select } from '../../../design/select'
import { TextField } from '../../../design/text-field'
import { useSnapshot } from '../../../react'
import { text } from '../../../text'
import { useBoard } from '../board-context'
import styles from './links.module.css'

const WAYS = ['wait', 'blocks', 'part', 'whole', 'relates'] as const
type Way = (typeof WAYS)[number]

const linkOf = (way: Way, card: string, other: string): LinkArgs => {
  switch (way) {
    case 'wait':
      return { from: other, kind: 'blocks', to: card }
    case 'blocks':
      return { from: card, kind: 'blocks', to: other }
    case 'part':
      return { from: card, kind: 'parent', to: other }
    case 'whole':
      return { from: other, kind: 'parent', to: card }
    case 'relates':
      return { from: card, kind: 'relates', to: other }
  }
}

const SHOWN = 6

interface Found {
  readonly found: readonly string[]
  readonly count: number
}
const sameFound = (a: Found, b: Found): boolean =>
  a.count === b.count && a.found.every((one, index) => one === b.found[index])

/** Cards on the board whose title or id has every word of the query; the first few by id. */
function find(board: BoardSnapshot, card: string, query: string): Found {
  const words = query.toLocaleLowerCase().split(/\s+/u).filter(Boolean)
  const found: string[] = []
  if (words.length === 0) return { found, count: 0 }
  let count = 0
  board.cards.each((row) => {
    if (row.id === card || isPutAway(board, row.id)) return
    const said = `${row.title} ${spokenId(board, row.id)}`.toLocaleLowerCase()
    if (!words.every((word) => said.includes(word))) return
    count++
    if (found.length < SHOWN) found.push(row.id)
  })
  return { found, count }
}

export function AddLink({ card, onDone }: { card: string; onDone: () => void }) {
  const { handle, acts } = useBoard()
  const [way, setWay] = useState<Way>('wait')
  const [query, setQuery] = useState('')
  const select = useCallback((board: BoardSnapshot) => find(board, card, query), [card, query])
  const { found, count } = useSnapshot(handle, select, sameFound)
  const board = handle.get()
  return (
    <div className={styles.add}>
      <Select
        label={text('board.link.how')}
        value={way}
        onChange={setWay}
        choices={WAYS.map((id) => ({ id, label: text(`board.link.do.${id}`) }))}
      />
      <TextField
        autoFocus
        label={text('board.link.find')}
        type="search"
        value={query}
        onChange={setQuery}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && query === '') onDone()
          else if (event.key === 'Escape') setQuery('')
          else event.continuePropagation()
        }}
      />
      {query.trim() !== '' && (
        <>
          <p role="status">{text('board.link.found', { count })}</p>
          <ul className={styles.results} aria-label={text('board.link.results')}>
            {found.map((other) => (
              <li key={other}>
                <button
                  type="button"
                  className={styles.open}
                  onClick={() => {
                    if (acts.run(linkCards, linkOf(way, card, other))) onDone()
                  }}
                >
                  <span className={styles.spoken}>{spokenId(board, other)}</span>
                  <span className={styles.name}>{board.cards.get(other)?.title}</span>
                  <span className={styles.where}>{placeOf(board, other)?.column.name}</span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      <div className={styles.foot}>
        <Button look="quiet" onPress={onDone}>
          {text('board.cancel')}
        </Button>
      </div>
    </div>
  )
}
