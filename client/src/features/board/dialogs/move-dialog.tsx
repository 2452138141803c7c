// "Move to…": every place a card can go, as a list, for whoever does not drag.
import { ArrowLeft, ArrowRight, Check } from 'lucide-react'
import { laneIn, placeOf } from '@yokoten/shared/board'
import { Button } from '../../../design/button'
import { Dialog } from '../../../design/dialog'
import { Icon } from '../../../design/icon'
import { useSnapshot } from '../../../react'
import { text } from '../../../text'
import { useBoard } from '../board-context'
import { placeIndex, placeName, placesOf } from '../places'
import { cardNamed } from '../words'
import styles from './dialogs.module.css'

type Standing = ReturnType<typeof placeOf>
const samePlace = (a: Standing, b: Standing): boolean => a?.column === b?.column && a?.half === b?.half

export function MoveDialog({ card, onClose }: { card: string; onClose: () => void }) {
  const { handle, acts } = useBoard()
  const columns = useSnapshot(handle, (board) => board.columns)
  const named = useSnapshot(handle, (board) => cardNamed(board, card))
  const place = useSnapshot(handle, (board) => placeOf(board, card), samePlace)
  const lanes = useSnapshot(handle, (board) => board.lanes)
  const ownLane = useSnapshot(handle, (board) => laneIn(board.basis.frame, board.journeys.get(card)))
  const targets = placesOf(columns)
  const here = placeIndex(targets, place?.column.id, place?.half)
  const siblings = place?.column[place.half] ?? []
  const index = siblings.indexOf(card)
  const go = (act: () => void) => {
    onClose()
    act()
  }
  return (
    <Dialog isOpen title={text('board.move.title')} note={named} onClose={onClose}>
      <div className={styles.choices}>
        {targets.map((target, at) => (
          <Button
            key={`${target.column.id}:${target.half}`}
            className={styles.choice}
            isDisabled={at === here}
            onPress={() => go(() => acts.move({ card, to: target.column.id, half: target.half }))}
          >
            <Icon of={at === here ? Check : at < here ? ArrowLeft : ArrowRight} size={18} />
            <span>{placeName(target)}</span>
            <span className={styles.small}>
              {at === here
                ? text('board.move.here')
                : target.column.limit === null
                  ? ''
                  : text('board.usedOf', { used: target.column.used, limit: target.column.limit })}
            </span>
          </Button>
        ))}
        {place && lanes.length > 1 && (
          <div className={styles.row} role="group" aria-label={text('board.lane.moveTo')}>
            {lanes.map((lane) => (
              <Button
                key={lane.id}
                isDisabled={lane.id === ownLane}
                onPress={() =>
                  go(() => acts.move({ card, to: place.column.id, half: place.half, lane: lane.id }))
                }
              >
                {text('board.lane.cell', { lane: text('board.lane.moveTo'), column: lane.name })}
              </Button>
            ))}
          </div>
        )}
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
