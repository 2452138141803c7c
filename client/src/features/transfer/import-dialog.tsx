// Bringing a board in: choose a file, correct what was found, see what is taken, then all of it or nothing.
import { FileUp, Undo2 } from 'lucide-react'
import type { PermitFor } from '@yokoten/shared/kernel'
import type { TeamSnapshot } from '@yokoten/shared/team'
import type { ColumnRole } from '@yokoten/shared/board'
import type { BoardSummary } from '@yokoten/shared/transfer'
import { Button } from '../../design/button'
import { Dialog } from '../../design/dialog'
import { ProgressBar } from '../../design/progress-bar'
import { Select } from '../../design/select'
import { TextField } from '../../design/text-field'
import { useReadable } from '../../react'
import type { TeamSession } from '../../session/api'
import { text } from '../../text'
import { BoardPreview } from './board-preview'
import { FileBox } from './file-box'
import { JoinForm } from './join-form'
import { JoinRulesForm } from './join-rules-form'
import styles from './import-dialog.module.css'
import { startImportWorker } from './import-worker'
import type { ImportWorker } from './import-worker'
import { MappingForm } from './mapping-form'
import { SummaryList } from './summary-list'
import { NEW_BOARD } from './use-joining'
import { useImport, withCalmed } from './use-import'
import type { ImportStep } from './use-import'

export interface ImportDialogProps {
  readonly team: TeamSession<TeamSnapshot>
  /** A file that was dropped somewhere else. */
  readonly file?: File | undefined
  /** The board that the cards come onto, unless another is chosen; else a new one. */
  readonly into?: string | undefined
  /** What the team has agreed about acts; another function whenever that may be another. */
  readonly permit: PermitFor
  /** To the board that was made. */
  readonly onOpenBoard: (id: string) => void
  /** Takes a file that is a backup of a team; without it the dialog only says where it belongs. */
  readonly onBackup?: ((file: File) => void) | undefined
  readonly onClose: () => void
  /** How the work is done; a worker of the browser unless told. */
  readonly startWorker?: () => ImportWorker
}

export function ImportDialog({
  team,
  file,
  into = NEW_BOARD,
  permit,
  onOpenBoard,
  onBackup,
  onClose,
  startWorker = startImportWorker,
}: ImportDialogProps) {
  const { step, name, nameError, rename, read, choose, map, rewrite, build, undo, end, joining } = useImport(
    team,
    file,
    into,
    startWorker,
    permit,
  )
  const boards = useBoards(team)
  const isJoining = joining.into !== NEW_BOARD
  const { rules, isCalm, isLooking } = joining
  const isFree = !isLooking && rules !== undefined && !rules.columns && (!rules.rush || isCalm)
  const calmed = isCalm ? (joining.preview?.rush ?? 0) : 0
  const giveUp = () => {
    end()
    onClose()
  }
  const where = (summary: BoardSummary | undefined) => (
    <>
      {boards.length > 0 && (
        <Select
          label={text('transfer.join.into')}
          choices={[{ id: NEW_BOARD, label: text('transfer.join.newBoard') }, ...boards]}
          value={joining.into}
          onChange={joining.choose}
        />
      )}
      {!isJoining && (
        <TextField label={text('transfer.name')} value={name} onChange={rename} error={nameError} />
      )}
      {isJoining &&
        (joining.preview ? (
          <>
            <JoinForm preview={joining.preview} onPlace={joining.place} />
            <JoinRulesForm joining={joining} count={joining.preview.rush} />
          </>
        ) : (
          <p>{text(summary ? 'transfer.join.looking' : 'transfer.join.mapFirst')}</p>
        ))}
    </>
  )
  const preview = (summary: BoardSummary, onRole?: (column: string, role: ColumnRole) => void) => (
    <>
      <BoardPreview summary={summary} withColumns={!isJoining} onRole={onRole} />
      <SummaryList summary={isJoining ? withCalmed(cardsOnly(summary), calmed) : summary} isDone={false} />
    </>
  )
  return (
    <Dialog
      isOpen
      wide
      title={
        step.is === 'done'
          ? text(step.isJoined ? 'transfer.join.done' : 'transfer.done', { name })
          : text(isJoining ? 'transfer.join.title' : 'transfer.title')
      }
      onClose={giveUp}
      isDismissable={step.is !== 'adding'}
      isReading={step.is === 'done'}
      footer={
        <Footer
          step={step}
          isReady={!isJoining || isFree}
          onClose={giveUp}
          onBuild={() => void build()}
          onUndo={() => {
            if (undo()) onClose()
          }}
          onOpenBoard={onOpenBoard}
        />
      }
    >
      {step.is === 'choosing' && (
        <div className={styles.words}>
          {step.refusal !== undefined && (
            <div role="alert" className={styles.refusal}>
              <p>{step.refusal}</p>
              {!step.isHidden && <p>{text('transfer.nothingTaken')}</p>}
            </div>
          )}
          {step.backup && onBackup && (
            <Button icon={FileUp} onPress={() => step.backup && onBackup(step.backup)}>
              {text('transfer.openBackup')}
            </Button>
          )}
          <p>{text('transfer.lead')}</p>
          <FileBox onFile={(chosen) => void read(chosen)} />
          <p className={styles.note}>{text('transfer.how')}</p>
          <p className={styles.note}>{text('transfer.howTrello')}</p>
        </div>
      )}
      {step.is === 'reading' && <ProgressBar label={text('transfer.reading')} value={undefined} />}
      {step.is === 'ready' && (
        <div className={styles.words}>
          {step.names.length > 1 && (
            <Select
              label={text('transfer.which')}
              choices={step.names.map((label, index) => ({ id: String(index), label }))}
              value={String(step.chosen)}
              onChange={(index) => void choose(Number(index))}
            />
          )}
          {where(step.summary)}
          {preview(step.summary)}
        </div>
      )}
      {step.is === 'mapping' && (
        <div className={styles.words}>
          {where(step.summary)}
          <MappingForm
            table={step.table}
            mapping={step.mapping}
            problems={step.problems}
            onMap={map}
            onWrite={(writing) => void rewrite(writing)}
          />
          {step.summary &&
            preview(step.summary, (column, role) =>
              map({ ...step.mapping, roles: { ...step.mapping.roles, [column]: role } }),
            )}
        </div>
      )}
      {(step.is === 'building' || step.is === 'adding') && (
        <ProgressBar
          label={text(isJoining ? 'transfer.join.writing' : 'transfer.building')}
          value={Math.min(step.done / step.of, 1)}
        />
      )}
      {step.is === 'done' && (
        <SummaryList summary={step.isJoined ? cardsOnly(step.summary) : step.summary} isDone />
      )}
    </Dialog>
  )
}

/** The team's boards, to choose from. */
function useBoards(
  team: TeamSession<TeamSnapshot>,
): readonly { readonly id: string; readonly label: string }[] {
  const { documents, documentsById } = useReadable(team.directory)
  return documents.flatMap((id) => {
    const document = documentsById.get(id)
    return document?.kind === 'board' ? [{ id, label: document.name }] : []
  })
}

/** Onto a board that is there, columns and lanes are not brought in but matched, and what else a board has stays away. */
const cardsOnly = (summary: BoardSummary): BoardSummary => ({
  ...summary,
  taken: { ...summary.taken, columns: 0, lanes: 0, limits: 0, blockers: 0 },
})

interface FooterProps {
  readonly step: ImportStep
  /** Whether it is known what would come in, and the team's rules let it. */
  readonly isReady: boolean
  readonly onClose: () => void
  readonly onBuild: () => void
  readonly onUndo: () => void
  readonly onOpenBoard: (id: string) => void
}

function Footer({ step, isReady, onClose, onBuild, onUndo, onOpenBoard }: FooterProps) {
  if (step.is === 'done')
    return (
      <>
        <Button onPress={onClose}>{text('transfer.close')}</Button>
        <Button icon={Undo2} onPress={onUndo}>
          {text('transfer.undoImport')}
        </Button>
        <Button
          look="main"
          onPress={() => {
            onClose()
            onOpenBoard(step.board)
          }}
        >
          {text('transfer.openBoard')}
        </Button>
      </>
    )
  if (step.is === 'adding') return null
  return (
    <>
      <Button onPress={onClose}>{text('transfer.cancel')}</Button>
      {(step.is === 'ready' || step.is === 'mapping') && (
        <Button look="main" isDisabled={step.summary === undefined || !isReady} onPress={onBuild}>
          {text('transfer.make')}
        </Button>
      )}
    </>
  )
}
