// Saving a board as a file: what for, and what is and is not in it.
import { useMemo, useState } from 'react'
import { boardDocument } from '@yokoten/shared/board'
import type { BoardSnapshot } from '@yokoten/shared/board'
import type { TeamSnapshot } from '@yokoten/shared/team'
import { Button } from '../../design/button'
import { Dialog } from '../../design/dialog'
import { ProgressBar } from '../../design/progress-bar'
import { saveFile } from '../../design/save-file'
import { Select } from '../../design/select'
import { Switch } from '../../design/switch'
import { toasts } from '../../design/toasts'
import { useDocument, useReadable } from '../../react'
import type { DocumentHandle, TeamSession } from '../../session/api'
import { text } from '../../text'
import { countFormulas, exportName, EXPORTS, exportSources, exportText } from './export-files'
import type { ExportKind } from './export-files'
import styles from './import-dialog.module.css'

export interface ExportDialogProps {
  readonly team: TeamSession<TeamSnapshot>
  readonly board: { readonly id: string; readonly name: string }
  /** The address of the board's page. */
  readonly address: string
  readonly onClose: () => void
}

const NOTES = {
  json: 'transfer.export.jsonNote',
  cards: 'transfer.export.cardsNote',
  flow: 'transfer.export.flowNote',
} as const

function Form({
  handle,
  team,
  board,
  address,
  onClose,
}: ExportDialogProps & { handle: DocumentHandle<BoardSnapshot> }) {
  const snapshot = useReadable(handle)
  const directory = useReadable(team.directory)
  const [kind, setKind] = useState<ExportKind>('json')
  const [markFormulas, setMarkFormulas] = useState(true)
  const sources = useMemo(
    () => ({
      ...exportSources({
        handle,
        name: board.name,
        nameOf: (id) => directory.peopleById.get(id)?.name,
        purpose: directory,
        address,
      }),
      board: snapshot,
    }),
    [handle, board.name, directory, address, snapshot],
  )
  const formulas = useMemo(() => countFormulas(sources, kind), [sources, kind])
  function save() {
    const now = Date.now()
    const file = exportName(board.name, kind, now)
    const type = kind === 'json' ? 'application/json' : 'text/csv;charset=utf-8'
    saveFile(new Blob([exportText(sources, kind, { now, markFormulas })], { type }), file)
    toasts.show(text('transfer.export.saved', { file }))
    onClose()
  }
  return (
    <div className={styles.words}>
      <Select
        label={text('transfer.export.what')}
        choices={EXPORTS.map((id) => ({ id, label: text(`transfer.export.${id}`) }))}
        value={kind}
        onChange={setKind}
        note={text(NOTES[kind])}
      />
      {formulas > 0 && (
        <Switch
          label={text('transfer.export.formulas', { count: formulas })}
          note={text('transfer.export.formulasNote')}
          isSelected={markFormulas}
          onChange={setMarkFormulas}
        />
      )}
      <div className={styles.acts}>
        <Button onPress={onClose}>{text('transfer.cancel')}</Button>
        <Button look="main" onPress={save}>
          {text('transfer.export.save')}
        </Button>
      </div>
    </div>
  )
}

export function ExportDialog(props: ExportDialogProps) {
  const handle = useDocument(props.team, boardDocument, `board/${props.board.id}`)
  return (
    <Dialog isOpen title={text('transfer.export.title')} onClose={props.onClose}>
      {handle ? (
        <Form {...props} handle={handle} />
      ) : (
        <ProgressBar label={text('transfer.export.reading')} value={undefined} />
      )}
    </Dialog>
  )
}
