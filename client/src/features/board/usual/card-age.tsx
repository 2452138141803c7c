// How old a card is against the team's own figures, in sentences.
import { useMemo } from 'react'
import { useNow, useReadable, useSnapshot } from '../../../react'
import { useBoard } from '../board-context'
import { ageSentences } from './age-sentences'
import styles from './usual.module.css'

export function CardAge({ card }: { card: string }) {
  const { handle, ageing, calendar } = useBoard()
  const figures = useReadable(ageing.figures)
  const now = useNow()
  const journey = useSnapshot(handle, (board) => board.journeys.get(card))
  const column = useSnapshot(handle, (board) =>
    journey ? (board.columnsById.get(journey.column)?.name ?? '') : '',
  )
  const said = useMemo(
    () => journey && ageSentences(journey, column, { figures, calendar, now }),
    [journey, column, figures, calendar, now],
  )
  if (!said) return null
  return (
    <p className={styles.age}>
      <strong className={said.isLate ? styles.late : undefined}>{said.age}</strong> {said.more.join(' ')}
    </p>
  )
}
