// What stops the line and no single card: a red band over the columns, which opens the stop.
import { OctagonAlert } from 'lucide-react'
import { comingTo, openSince } from '@yokoten/shared/board'
import type { BoardSnapshot } from '@yokoten/shared/board'
import { Icon } from '../../../design/icon'
import { useSnapshot } from '../../../react'
import { text } from '../../../text'
import { useBoard } from '../board-context'
import { useBoardUi } from '../ui-store'
import { useNow } from '../use-now'
import { forHowLong, reasonWords } from '../words'
import styles from './line-stops.module.css'

const stopsOf = (board: BoardSnapshot) =>
  board.openBlockers.line.flatMap((id) => {
    const blocker = board.blockers.get(id)
    return blocker ? [{ blocker, what: reasonWords(board, blocker) }] : []
  })
type Stops = ReturnType<typeof stopsOf>

const sameStops = (a: Stops, b: Stops): boolean =>
  a.length === b.length &&
  a.every((one, index) => one.blocker === b[index]?.blocker && one.what === b[index]?.what)

export function LineStops() {
  const { handle, people } = useBoard()
  const now = useNow()
  const stops = useSnapshot(handle, stopsOf, sameStops)
  const nameOf = (person: string) => people.get(person)?.name ?? text('board.someone')
  return stops.map(({ blocker, what }) => {
    const coming = comingTo(blocker)
    const lasts = forHowLong(now - openSince(blocker))
    return (
      <button
        key={blocker.id}
        type="button"
        className={styles.band}
        onClick={() => useBoardUi.getState().open({ kind: 'raised', blocker: blocker.id })}
      >
        <Icon of={OctagonAlert} size={18} />
        <span className={styles.words}>
          <b>
            {what === '' ? text('board.line.stops', { lasts }) : text('board.line.stopsFor', { lasts, what })}
          </b>
          <span>
            {coming.length > 0
              ? text('board.raised.coming', { who: coming.map(nameOf).join(', ') })
              : text('board.line.raisedBy', { who: nameOf(blocker.by) })}
          </span>
        </span>
      </button>
    )
  })
}
