// The journey of the card: who moved it, how, when, and what was said about it.
import { JOURNEY_KINDS } from '@yokoten/shared/board'
import type { JourneyEntry, JourneyKind } from '@yokoten/shared/board'
import { useSnapshot } from '../../../react'
import { text } from '../../../text'
import { useBoard } from '../board-context'
import { momentWords } from '../words'
import styles from './card-sheet.module.css'

const isKnown = (kind: string): kind is JourneyKind => (JOURNEY_KINDS as readonly string[]).includes(kind)

function Moment({ at }: { at: number }) {
  const { words, iso } = momentWords(at)
  return <time dateTime={iso}>{words}</time>
}

export function CardHistory({ card }: { card: string }) {
  const { handle, people } = useBoard()
  const journey = useSnapshot(handle, (board) => board.journeys.get(card))
  const columns = useSnapshot(handle, (board) => board.columnsById)
  const guests = useSnapshot(handle, (board) => board.guests)
  if (!journey) return null
  const nameOf = (id: string | undefined) =>
    (id !== undefined && (people.get(id)?.name ?? guests.get(id)?.name)) || text('board.someone')
  const sentence = (entry: JourneyEntry) =>
    text(isKnown(entry.kind) ? `board.journey.${entry.kind}` : 'board.journey.pulled', {
      who: nameOf(entry.by),
      column: columns.get(entry.to.column)?.name ?? '',
      with: nameOf(entry.with),
    })
  const entries = journey.entries.filter((entry) => entry.kind !== 'reordered')
  return (
    <section className={styles.section}>
      <h3>{text('board.history')}</h3>
      <ol className={styles.history}>
        {entries.map((entry) => (
          <li key={entry.id}>
            <Moment at={entry.at} />
            <span>
              {sentence(entry)}
              {entry.why !== undefined && ` ${text('board.journey.because', { why: entry.why })}`}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
