// What kind of work it is, by when it is wanted, how big it is, and by when it must be started for that.
import { CLASSES, dueRisk, editCard, isoFromDay } from '@yokoten/shared/board'
import type { BoardSnapshot, CardRow } from '@yokoten/shared/board'
import { isEqual } from '@yokoten/shared/kernel'
import type { Json } from '@yokoten/shared/kernel'
import { useCallback } from 'react'
import { NumberField } from '../../../design/number-field'
import { Select } from '../../../design/select'
import { useNow, useReadable, useSnapshot } from '../../../react'
import { text } from '../../../text'
import { useBoard } from '../board-context'
import { dayWords } from '../words'
import styles from './card-sheet.module.css'
import { DateField } from './date-field'

const sameRisk = (a: unknown, b: unknown): boolean => isEqual(a as Json, b as Json)

/** One sentence on the due date; nothing on a finished card or one without a date. */
function DueSentence({ row }: { row: CardRow }) {
  const { handle, calendar, ageing } = useBoard()
  const { cycle } = useReadable(ageing)
  const now = useNow()
  const { id, due } = row
  const select = useCallback(
    (board: BoardSnapshot) =>
      due === null ? null : dueRisk(due, board.journeys.get(id), cycle, calendar, now),
    [id, due, cycle, calendar, now],
  )
  const risk = useSnapshot(handle, select, sameRisk)
  if (!risk || risk.state === 'overdue') return null
  const { startBy, usual, state } = risk
  if (usual === null) return <p className={styles.note}>{text('board.due.sheetUnknown')}</p>
  if (startBy === null)
    return state === 'late' ? (
      <p className={styles.risk}>{text('board.due.sheetRunning', { usual })}</p>
    ) : null
  const day = dayWords(isoFromDay(startBy))
  if (state === 'fine') return <p className={styles.note}>{text('board.due.sheetFine', { day, usual })}</p>
  return (
    <p className={styles.risk}>
      {state === 'late'
        ? text('board.due.sheetLate', { day, usual })
        : state === 'today'
          ? text('board.due.sheetToday', { usual })
          : text('board.due.sheetFine', { day, usual })}
    </p>
  )
}

interface CardFactsProps {
  readonly row: CardRow
  /** Size is asked for once it is wanted. */
  readonly withSize: boolean
}

export function CardFacts({ row, withSize }: CardFactsProps) {
  const { handle, acts, canWrite } = useBoard()
  const types = useSnapshot(handle, (board) => board.types)
  const isTyped = types.some((type) => type.id === row.type)
  return (
    <div className={styles.stack}>
      <div className={styles.two}>
        {types.length > 0 && (
          <Select
            label={text('board.card.type')}
            isDisabled={!canWrite}
            value={isTyped ? (row.type ?? '') : ''}
            onChange={(type) => acts.run(editCard, { card: row.id, type: type === '' ? null : type })}
            choices={[
              { id: '', label: text('board.card.noType') },
              ...types.map((type) => ({ id: type.id, label: type.name })),
            ]}
          />
        )}
        <Select
          label={text('board.class')}
          isDisabled={!canWrite}
          value={row.classOfService}
          onChange={(classOfService) => acts.run(editCard, { card: row.id, classOfService })}
          choices={CLASSES.map((one) => ({ id: one, label: text(`board.class.${one}`) }))}
        />
        <DateField
          label={text('board.dueDate')}
          isReadOnly={!canWrite}
          value={row.due}
          onChange={(due) => acts.run(editCard, { card: row.id, due })}
        />
        {(withSize || row.size !== null) && (
          <NumberField
            label={text('board.card.size')}
            minValue={0}
            isReadOnly={!canWrite}
            value={row.size ?? undefined}
            onChange={(size) => acts.run(editCard, { card: row.id, size: size ?? null })}
            note={row.size === null ? text('board.card.sizeNote') : ''}
          />
        )}
      </div>
      <DueSentence row={row} />
    </div>
  )
}
