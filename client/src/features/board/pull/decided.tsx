// What people decided together about a card, in order: who decided what, and when.
import { useSnapshot } from '../../../react'
import { text } from '../../../text'
import { useBoard } from '../board-context'
import styles from '../dialogs/dialogs.module.css'
import { momentWords } from '../words'
import { decidedWords } from './decided-words'

export function Decided({ card }: { card: string }) {
  const { handle, people } = useBoard()
  const entries = useSnapshot(handle, (board) => board.journeys.get(card)?.entries)
  const columns = useSnapshot(handle, (board) => board.columnsById)
  const nameOf = (id: string | undefined) =>
    (id === undefined ? undefined : people.get(id)?.name) ?? text('board.someone')
  const decided = (entries ?? []).flatMap((entry) => {
    const words = decidedWords(entry, nameOf, columns.get(entry.to.column)?.name ?? '')
    return words === undefined ? [] : [{ id: entry.id, at: momentWords(entry.at), words, why: entry.why }]
  })
  if (decided.length === 0) return null
  return (
    <ol className={styles.story}>
      {decided.map(({ id, at, words, why }) => (
        <li key={id}>
          <time dateTime={at.iso}>{at.words}</time>
          {words}
          {why !== undefined && ` ${text('board.journey.because', { why })}`}
        </li>
      ))}
    </ol>
  )
}
