// What stops the line and no single card: a red band over the columns, which opens the stop.
import { OctagonAlert } from 'lucide-react'
import { comingTo, openSince, seenBy } from '@yokoten/shared/board'
import type { BoardSnapshot } from '@yokoten/shared/board'
import { Icon } from '../../../design/icon'
import { useNow, useSnapshot } from '../../../react'
import { text } from '../../../text'
import { useBoard } from '../board-context'
import { useBoardUi } from '../ui-store'
import { forHowLong, reasonWords } from '../words'
import { stationName } from '../blockers/station-name'
import styles from './line-stops.module.css'

const stopsOf = (board: BoardSnapshot) =>
  board.openBlockers.line.flatMap((id) => {
    const blocker = board.blockers.get(id)
    if (!blocker) return []
    const what = [stationName(board, blocker.station), reasonWords(board, blocker)]
    return [{ blocker, what: what.filter(Boolean).join(' · ') }]
  })
type Stops = ReturnType<typeof stopsOf>

const sameStops = (a: Stops, b: Stops): boolean =>
  a.length === b.length &&
  a.every((one, index) => one.blocker === b[index]?.blocker && one.what === b[index]?.what)

export function LineStops() {
  const { handle, people } = useBoard()
  const now = useNow()
  const stops = useSnapshot(handle, stopsOf, sameStops)
  const namesOf = (ids: readonly string[]) =>
    ids.map((person) => people.get(person)?.name ?? text('board.someone')).join(', ')
  return stops.map(({ blocker, what }) => {
    const coming = comingTo(blocker)
    const seen = seenBy(blocker)
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
              ? text('board.raised.coming', { who: namesOf(coming) })
              : seen.length > 0
                ? text('board.raised.seen', { who: namesOf(seen) })
                : text('board.line.raisedBy', { who: namesOf([blocker.by]) })}
          </span>
        </span>
      </button>
    )
  })
}
