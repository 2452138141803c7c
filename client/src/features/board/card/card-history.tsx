// The history of the card: every move, stop, invitation and change that is known, as a sentence with person and time.
import { historyOf, JOURNEY_KINDS } from '@yokoten/shared/board'
import type { BoardSnapshot, HistoryItem, JourneyEntry, JourneyKind } from '@yokoten/shared/board'
import { useMemo } from 'react'
import { classNames } from '../../../design/class-names'
import { useSnapshot } from '../../../react'
import { text } from '../../../text'
import { useBoard } from '../board-context'
import { decidedWords } from '../pull/decided-words'
import { momentWords, reasonWords } from '../words'
import styles from './card-sheet.module.css'
import { editWords } from './edit-words'

const isKnown = (kind: string): kind is JourneyKind => (JOURNEY_KINDS as readonly string[]).includes(kind)

function Moment({ at }: { at: number }) {
  const { words, iso } = momentWords(at)
  return <time dateTime={iso}>{words}</time>
}

const isSameStory = (a: BoardSnapshot, b: BoardSnapshot, card: string): boolean =>
  a.journeys.get(card) === b.journeys.get(card) &&
  a.cards.get(card) === b.cards.get(card) &&
  a.commentsByCard.get(card) === b.commentsByCard.get(card) &&
  a.blockers === b.blockers &&
  a.basis.tables.edits === b.basis.tables.edits

interface Line {
  readonly item: HistoryItem
  readonly words: string
  /** What is to be said about it besides: a reason, or that it did not stand. */
  readonly more: readonly string[]
}

export function CardHistory({ card }: { card: string }) {
  const { handle, people } = useBoard()
  const journey = useSnapshot(handle, (board) => board.journeys.get(card))
  // The board as it was when something of this card last changed.
  const told = useSnapshot(
    handle,
    (board) => board,
    (a, b) => isSameStory(a, b, card),
  )
  const columns = useSnapshot(handle, (board) => board.columnsById)
  const lines = useMemo(() => {
    const nameOf = (id: string | undefined) =>
      (id !== undefined && (people.get(id)?.name ?? told.guests.get(id)?.name)) || text('board.someone')
    const moved = (entry: JourneyEntry) => {
      const column = columns.get(entry.to.column)?.name ?? ''
      const plain = isKnown(entry.kind) ? (`board.journey.${entry.kind}` as const) : 'board.journey.pulled'
      const who = nameOf(entry.by)
      if (entry.kind === 'reordered')
        return text('board.journey.laned', {
          who,
          lane: told.basis.tables.lanes.get(entry.to.lane ?? '')?.name ?? '',
        })
      return decidedWords(entry, nameOf, column) ?? text(plain, { who, column, with: nameOf(entry.with) })
    }
    const wordsOf = (item: HistoryItem): string => {
      const who = nameOf(item.by)
      switch (item.kind) {
        case 'step':
          return moved(item.entry)
        case 'on':
          return item.person === item.by
            ? text('board.history.on', { who })
            : text('board.history.onBy', { who: nameOf(item.person), by: who })
        case 'invited':
          return text('board.history.invited', { who: nameOf(item.person), by: who })
        case 'left':
          return item.person === item.by
            ? text('board.history.left', { who })
            : text('board.history.leftBy', { who: nameOf(item.person), by: who })
        case 'uninvited':
          return item.person === item.by
            ? text('board.history.notNow', { who })
            : text('board.history.uninvited', { who: nameOf(item.person), by: who })
        case 'tagged':
        case 'untagged': {
          const words = told.tags.get(item.tag)?.name ?? ''
          return text(`board.history.${item.kind}`, { who, words })
        }
        case 'described':
          return text('board.history.described', { who })
        case 'ticked':
        case 'linked':
        case 'web':
          return text(`board.history.${item.kind}`, { who, words: item.words })
        case 'edited':
          return editWords(told, who, item)
        case 'comment':
          return text('board.history.comment', { who })
        case 'raised':
        case 'seen':
        case 'coming':
        case 'cleared':
        case 'reopened': {
          const words = reasonWords(told, item.blocker) || text('board.history.unsaid')
          return text(`board.history.${item.kind}`, { who, words })
        }
      }
    }
    const moreOf = (item: HistoryItem): string[] => {
      if (item.kind !== 'step') return []
      const { why } = item.entry
      const { standing } = item
      return [
        ...(why === undefined || why === '' ? [] : [text('board.journey.because', { why })]),
        ...(standing === 'stands' ? [] : [text(`board.history.standing.${standing}`)]),
      ]
    }
    return historyOf(told, card).map((item): Line => ({ item, words: wordsOf(item), more: moreOf(item) }))
  }, [told, columns, people, card])
  if (lines.length === 0) return null
  return (
    <section className={styles.section}>
      <h3>{text('board.history')}</h3>
      <ol className={styles.history}>
        {lines.map(({ item, words, more }) => (
          <li
            key={item.id}
            className={classNames(
              item.kind === 'step' &&
                (item.standing === 'undone' || item.standing === 'beside') &&
                styles.beside,
            )}
          >
            <Moment at={item.at} />
            <span>
              {words}
              {more.length > 0 && ` · ${more.join(' · ')}`}
            </span>
          </li>
        ))}
      </ol>
      {journey?.conflict && <p className={styles.historyNote}>{text('board.history.conflict')}</p>}
      {journey?.clamped && <p className={styles.historyNote}>{text('board.history.clocks')}</p>}
    </section>
  )
}
