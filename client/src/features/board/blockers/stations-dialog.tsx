// Stations: named here, and their codes printed on a sheet. Whoever scans one stops work there with two presses.
import { Printer } from 'lucide-react'
import { useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { addStation, archiveStation, renameStation } from '@yokoten/shared/board'
import { Button } from '../../../design/button'
import { Dialog } from '../../../design/dialog'
import { QrCode } from '../../../design/qr-code'
import { TextField } from '../../../design/text-field'
import { useSnapshot } from '../../../react'
import { text } from '../../../text'
import { useBoard } from '../board-context'
import styles from '../dialogs/dialogs.module.css'
import { ListActs } from '../kinds/list-acts'
import { useOrder } from '../kinds/use-order'
import { NamedRow } from './named-row'
import sheet from './stations.module.css'
import { stopLink } from './stop-link'

/** px on the screen; in print it is set in millimetres. */
const SHOWN = 132

/** One code for each station, on paper only. */
function PrintedSheet({ stations }: { stations: readonly { readonly id: string; readonly name: string }[] }) {
  return createPortal(
    <div className={sheet.paper} data-printed aria-hidden>
      {stations.map(({ id, name }) => (
        <section key={id} className={sheet.code}>
          <h2>{name}</h2>
          <QrCode value={stopLink(location.href, id)} label={name} />
          <p>{text('board.stations.onPaper')}</p>
          <small>{stopLink(location.href, id)}</small>
        </section>
      ))}
    </div>,
    document.body,
  )
}

export function StationsDialog({ onClose }: { onClose: () => void }) {
  const { handle, acts, canWrite } = useBoard()
  const stations = useSnapshot(handle, (board) => board.stations)
  const order = useOrder('stations', stations)
  const [name, setName] = useState('')
  const field = useRef<HTMLInputElement>(null)
  return (
    <Dialog
      isOpen
      wide
      title={text('board.stations.title')}
      note={text('board.stations.note')}
      onClose={onClose}
      footer={
        stations.length > 0 && (
          <Button look="main" icon={Printer} onPress={() => window.print()}>
            {text('board.stations.print')}
          </Button>
        )
      }
    >
      {stations.length === 0 && <p className={styles.words}>{text('board.stations.empty')}</p>}
      <ul className={sheet.stations}>
        {stations.map((station) => (
          <li key={station.id}>
            <QrCode
              value={stopLink(location.href, station.id)}
              label={text('board.stations.code', { name: station.name })}
              size={SHOWN}
            />
            {canWrite ? (
              <div className={sheet.named}>
                <NamedRow
                  label={text('board.stations.name', { name: station.name })}
                  name={station.name}
                  onRename={(to) => acts.run(renameStation, { id: station.id, name: to })}
                />
                <ListActs
                  id={station.id}
                  name={station.name}
                  order={order}
                  onRemove={() => acts.putAway(archiveStation, { id: station.id }, station.name)}
                />
              </div>
            ) : (
              <p>{station.name}</p>
            )}
          </li>
        ))}
      </ul>
      {canWrite && (
        <form
          className={styles.group}
          onSubmit={(event) => {
            event.preventDefault()
            if (!acts.run(addStation, { name })) return
            setName('')
            field.current?.focus()
          }}
        >
          <div className={styles.labelled}>
            <TextField
              label={text('board.stations.new')}
              inputRef={field}
              placeholder={text('board.stations.example')}
              value={name}
              onChange={setName}
            />
            <Button type="submit" isDisabled={name.trim() === ''}>
              {text('board.add.short')}
            </Button>
          </div>
        </form>
      )}
      <PrintedSheet stations={stations} />
    </Dialog>
  )
}
