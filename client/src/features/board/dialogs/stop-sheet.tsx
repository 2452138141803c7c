// Something stops: which card or none, why, in words if there is time. It says plainly who knows by now.
import { useState } from 'react'
import { raiseBlocker } from '@yokoten/shared/board'
import { createId } from '@yokoten/shared/kernel'
import { Button } from '../../../design/button'
import { Select } from '../../../design/select'
import { Sheet } from '../../../design/sheet'
import { TextField } from '../../../design/text-field'
import { useReadable, useSnapshot } from '../../../react'
import { text } from '../../../text'
import { ScanStation } from '../blockers/scan-station'
import { stationName } from '../blockers/station-name'
import { useBoard } from '../board-context'
import { PhotoButton } from '../files/photo-button'
import { useAttach } from '../files/use-attach'
import { useBoardUi } from '../ui-store'
import { cardNamed } from '../words'
import styles from './dialogs.module.css'

/** In the list of cards: the line stops, and no card alone. In the list of stations: none. */
const NONE = ''
/** More cards than these are stopped from the card itself. */
const CHOICES = 100

interface StopSheetProps {
  /** The card that stops, where it is known. */
  readonly card: string | undefined
  /** The station whose code was scanned. */
  readonly station?: string | undefined
  readonly onClose: () => void
}

/** What the code's link leads to for whoever may only look. */
function MayNotStop({ onClose }: { onClose: () => void }) {
  return (
    <Sheet isOpen title={text('board.stop.title')} onClose={onClose}>
      <p className={styles.words}>
        <b className={styles.alone}>{text('board.stop.callOut')}</b> {text('board.refused.view-only')}
      </p>
    </Sheet>
  )
}

function RaiseSheet({ card, station: linked, onClose }: StopSheetProps) {
  const { handle, acts, team, me, isPhone } = useBoard()
  const reasons = useSnapshot(handle, (board) => board.reasons)
  const columns = useSnapshot(handle, (board) => board.columns)
  const stations = useSnapshot(handle, (board) => board.stations)
  const named = useSnapshot(handle, (board) => (card === undefined ? undefined : cardNamed(board, card)))
  const sharing = useReadable(team.sharing)
  const isInUse = (id: string | undefined) => stations.some((one) => one.id === id)
  const [scanned, setScanned] = useState(linked)
  const [target, setTarget] = useState(card ?? NONE)
  const [station, setStation] = useState(linked !== undefined && isInUse(linked) ? linked : NONE)
  const [reason, setReason] = useState('')
  const [words, setWords] = useState('')
  const [photos, setPhotos] = useState<readonly File[]>([])
  const { attach } = useAttach()
  const isAlone = sharing.connection === 'offline' || sharing.connection === 'connecting'
  const board = handle.get()
  const running = columns
    .filter((column) => column.role !== 'done' && column.role !== 'backlog')
    .flatMap((column) => [...column.doing, ...column.done].map((id) => ({ id, column: column.name })))
  // One's own first: what stops is most often in one's hands.
  const isMine = (id: string) => me !== undefined && board.cards.get(id)?.people[me]?.state === 'on'
  const choices = [
    ...running.filter(({ id }) => isMine(id)),
    ...running.filter(({ id }) => !isMine(id)),
  ].slice(0, CHOICES)
  const raise = () => {
    const blocker = createId((n) => crypto.getRandomValues(new Uint8Array(n)))
    const isDone = acts.run(raiseBlocker, {
      blocker,
      card: target === NONE ? null : target,
      reason,
      ...(station !== NONE && { station }),
      ...(words.trim() !== '' && { words }),
    })
    if (!isDone) return
    if (photos.length > 0) void attach({ blocker }, photos)
    useBoardUi.getState().open({ kind: 'raised', blocker })
  }
  return (
    <Sheet isOpen title={text('board.stop.title')} note={named} onClose={onClose}>
      {scanned !== undefined && !isInUse(scanned) && (
        <p className={styles.words}>
          {text('board.stop.stationGone', { station: stationName(board, scanned) })}
        </p>
      )}
      {card === undefined && (
        <div className={styles.fields}>
          {stations.length > 0 && (
            <Select
              label={text('board.stop.station')}
              value={station}
              onChange={setStation}
              choices={[
                { id: NONE, label: text('board.stop.noStation') },
                ...stations.map(({ id, name }) => ({ id, label: name })),
              ]}
            />
          )}
          {isPhone && (
            <ScanStation
              onStation={(id) => {
                setScanned(id)
                setStation(isInUse(id) ? id : NONE)
              }}
            />
          )}
          <Select
            label={text('board.stop.which')}
            value={target}
            onChange={setTarget}
            choices={[
              { id: NONE, label: text('board.stop.noCard') },
              ...choices.map(({ id, column }) => ({ id, label: `${cardNamed(board, id)} (${column})` })),
            ]}
            {...(running.length > CHOICES && {
              note: text('board.stop.moreCards', { count: running.length - CHOICES }),
            })}
          />
        </div>
      )}
      <div className={styles.reasons} role="group" aria-label={text('board.stop.why')}>
        {reasons.map((one) => (
          <button
            key={one.id}
            type="button"
            className={styles.reason}
            aria-pressed={reason === one.id}
            onClick={() => setReason(reason === one.id ? '' : one.id)}
          >
            {one.name}
          </button>
        ))}
      </div>
      <TextField
        label={text('board.stop.words')}
        hideLabel
        placeholder={text('board.stop.words')}
        value={words}
        onChange={setWords}
      />
      <div className={styles.photos}>
        <PhotoButton onFiles={(files) => setPhotos((before) => [...before, ...files])} />
        {photos.length > 0 && (
          <span className={styles.small} role="status">
            {text('board.stop.photos', { count: photos.length })}
          </span>
        )}
      </div>
      <p className={styles.rule}>
        {text('board.stop.rule')} {isAlone && <b className={styles.alone}>{text('board.stop.offline')}</b>}
      </p>
      <Button look="stop" large wide onPress={raise}>
        {text('board.stop.raise')}
      </Button>
    </Sheet>
  )
}

export function StopSheet(props: StopSheetProps) {
  const { canWrite } = useBoard()
  return canWrite ? <RaiseSheet {...props} /> : <MayNotStop onClose={props.onClose} />
}
