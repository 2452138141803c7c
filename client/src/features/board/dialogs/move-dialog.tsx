// "Move to…": every place a card can go, as a list, for whoever does not drag.
import { ArrowLeft, ArrowRight, Check } from 'lucide-react'
import { placeOf, spokenId } from '@yokoten/shared/board'
import type { Column, Half } from '@yokoten/shared/board'
import { Button } from '../../../design/button'
import { Dialog } from '../../../design/dialog'
import { Icon } from '../../../design/icon'
import { useSnapshot } from '../../../react'
import { text } from '../../../text'
import { useBoard } from '../board-context'
import styles from './dialogs.module.css'

interface Target {
  readonly column: Column
  readonly half: Half
  readonly label: string
}

const targetsOf = (columns: readonly Column[]): readonly Target[] =>
  columns.flatMap((column): Target[] =>
    column.split
      ? (['doing', 'done'] as const).map((half) => ({
          column,
          half,
          label: text('board.half.label', {
            column: column.name,
            half: text(half === 'doing' ? 'board.half.doingName' : 'board.half.doneName'),
          }),
        }))
      : [{ column, half: 'doing', label: column.name }],
  )

export function MoveDialog({ card, onClose }: { card: string; onClose: () => void }) {
  const { handle, acts } = useBoard()
  const board = useSnapshot(handle, (snapshot) => snapshot)
  const place = placeOf(board, card)
  const targets = targetsOf(board.columns)
  const here = targets.findIndex((one) => one.column.id === place?.column.id && one.half === place.half)
  const siblings = place?.column[place.half] ?? []
  const index = siblings.indexOf(card)
  const go = (act: () => void) => {
    onClose()
    act()
  }
  return (
    <Dialog
      isOpen
      title={text('board.move.title')}
      note={`${spokenId(board, card)} · ${board.cards.get(card)?.title ?? ''}`}
      onClose={onClose}
    >
      <div className={styles.choices}>
        {targets.map((target, at) => (
          <Button
            key={`${target.column.id}:${target.half}`}
            className={styles.choice}
            isDisabled={at === here}
            onPress={() => go(() => acts.move({ card, to: target.column.id, half: target.half }))}
          >
            <Icon of={at === here ? Check : at < here ? ArrowLeft : ArrowRight} size={18} />
            <span>{target.label}</span>
            <span className={styles.small}>
              {at === here
                ? text('board.move.here')
                : target.column.limit === null
                  ? ''
                  : text('board.usedOf', { used: target.column.used, limit: target.column.limit })}
            </span>
          </Button>
        ))}
        {place && siblings.length > 1 && (
          <div className={styles.row}>
            <Button
              isDisabled={index <= 0}
              onPress={() => go(() => acts.move({ card, to: place.column.id, half: place.half, at: 'top' }))}
            >
              {text('board.move.top')}
            </Button>
            <Button
              isDisabled={index === siblings.length - 1}
              onPress={() =>
                go(() => acts.move({ card, to: place.column.id, half: place.half, at: 'bottom' }))
              }
            >
              {text('board.move.bottom')}
            </Button>
          </div>
        )}
      </div>
    </Dialog>
  )
}
