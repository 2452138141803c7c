// Bringing a Trello board in: choose a file, see what is taken and what is not, then a new board, whole or not at all.
import { FileUp } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { tidyName } from '@yokoten/shared/team'
import type { TeamSnapshot } from '@yokoten/shared/team'
import { looksLikeBackup } from '@yokoten/shared/transfer/backup'
import { refuseSize } from '@yokoten/shared/transfer/trello'
import type { TrelloSummary } from '@yokoten/shared/transfer/trello'
import { Button } from '../../design/button'
import { Dialog } from '../../design/dialog'
import { ProgressBar } from '../../design/progress-bar'
import { TextField } from '../../design/text-field'
import type { TeamSession } from '../../session/api'
import { text } from '../../text'
import { addBoard, freshId } from './add-board'
import { FileBox } from './file-box'
import styles from './import-dialog.module.css'
import { SummaryList } from './summary-list'
import { startTrelloWorker } from './trello-worker'
import type { TrelloWorker } from './trello-worker'
import { addBoardRefusalWords, trelloRefusalWords } from './words'

export interface ImportDialogProps {
  readonly team: TeamSession<TeamSnapshot>
  /** A file that was dropped somewhere else. */
  readonly file?: File | undefined
  /** To the board that was made. */
  readonly onOpenBoard: (id: string) => void
  /** Takes a file that is a backup of a team; without it the dialog only says where it belongs. */
  readonly onBackup?: ((file: File) => void) | undefined
  readonly onClose: () => void
  /** How the work is done; a worker of the browser unless told. */
  readonly startWorker?: () => TrelloWorker
}

type Step =
  | { readonly is: 'choosing'; readonly refusal?: string; readonly backup?: File }
  | { readonly is: 'reading' }
  | { readonly is: 'ready'; readonly summary: TrelloSummary }
  | { readonly is: 'building'; readonly summary: TrelloSummary; readonly done: number; readonly of: number }
  /** The board is whole and being written: too late to cancel. */
  | { readonly is: 'adding' }
  | { readonly is: 'done'; readonly summary: TrelloSummary; readonly board: string }

/** Enough of a file to know a backup by. */
const BEGINNING = 300

const reasons = () => [
  text('app.first.safety'),
  text('app.first.tool'),
  text('app.first.material'),
  text('app.first.person'),
  text('app.first.quality'),
]

export function ImportDialog({
  team,
  file,
  onOpenBoard,
  onBackup,
  onClose,
  startWorker = startTrelloWorker,
}: ImportDialogProps) {
  const [step, setStep] = useState<Step>({ is: 'choosing' })
  const [name, setName] = useState('')
  const [nameError, setNameError] = useState<string>()
  const worker = useRef<TrelloWorker>(undefined)
  const started = useRef<File>(undefined)

  const end = () => {
    worker.current?.end()
    worker.current = undefined
  }
  useEffect(() => end, [])

  async function read(chosen: File) {
    end()
    const tooLarge = refuseSize(chosen.size)
    if (tooLarge) return setStep({ is: 'choosing', refusal: trelloRefusalWords(tooLarge) })
    setStep({ is: 'reading' })
    const mine = startWorker()
    worker.current = mine
    const isMine = () => worker.current === mine
    try {
      if (looksLikeBackup(await chosen.slice(0, BEGINNING).text())) {
        end()
        return setStep({ is: 'choosing', refusal: text('transfer.refused.isBackup'), backup: chosen })
      }
      const result = await mine.read(chosen, {
        salt: freshId(),
        person: team.person.get() ?? '',
        now: Date.now(),
        timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
        reasons: reasons(),
        strayColumn: text('transfer.strayColumn'),
        untitled: text('transfer.untitled'),
      })
      if (!isMine()) return
      if (!result.ok) {
        end()
        return setStep({ is: 'choosing', refusal: trelloRefusalWords(result.error) })
      }
      setName(result.value.name || text('transfer.boardName'))
      setStep({ is: 'ready', summary: result.value })
    } catch {
      if (isMine()) setStep({ is: 'choosing', refusal: text('transfer.refused.unreadable') })
    }
  }

  useEffect(() => {
    if (!file || started.current === file) return
    started.current = file
    void read(file)
  })

  async function build(summary: TrelloSummary) {
    const mine = worker.current
    const wanted = tidyName(name)
    if (!wanted.ok) return setNameError(addBoardRefusalWords(wanted.error))
    if (!mine) return
    const isMine = () => worker.current === mine
    setStep({ is: 'building', summary, done: 0, of: 1 })
    try {
      const update = await mine.build((done, of) => {
        if (isMine()) setStep({ is: 'building', summary, done, of })
      })
      if (!isMine()) return
      end()
      setStep({ is: 'adding' })
      const added = await addBoard(team, wanted.value, update)
      setStep(
        added.ok
          ? { is: 'done', summary, board: added.value }
          : { is: 'choosing', refusal: addBoardRefusalWords(added.error) },
      )
    } catch {
      setStep({ is: 'choosing', refusal: text('transfer.failed') })
    }
  }

  const giveUp = () => {
    end()
    onClose()
  }

  return (
    <Dialog
      isOpen
      wide
      title={step.is === 'done' ? text('transfer.done', { name }) : text('transfer.title')}
      onClose={giveUp}
      isDismissable={step.is !== 'adding'}
      isReading={step.is === 'done'}
      footer={
        <Footer
          step={step}
          onClose={giveUp}
          onBuild={(summary) => void build(summary)}
          onOpenBoard={onOpenBoard}
        />
      }
    >
      {step.is === 'choosing' && (
        <div className={styles.words}>
          {step.refusal !== undefined && (
            <div role="alert" className={styles.refusal}>
              <p>{step.refusal}</p>
              <p>{text('transfer.nothingTaken')}</p>
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
        </div>
      )}
      {step.is === 'reading' && <ProgressBar label={text('transfer.reading')} value={undefined} />}
      {step.is === 'ready' && (
        <div className={styles.words}>
          <TextField
            label={text('transfer.name')}
            value={name}
            onChange={(next) => {
              setName(next)
              setNameError(undefined)
            }}
            error={nameError}
          />
          <SummaryList summary={step.summary} isDone={false} />
        </div>
      )}
      {step.is === 'building' && (
        <ProgressBar label={text('transfer.building')} value={Math.min(step.done / step.of, 1)} />
      )}
      {step.is === 'adding' && <ProgressBar label={text('transfer.building')} value={1} />}
      {step.is === 'done' && <SummaryList summary={step.summary} isDone />}
    </Dialog>
  )
}

interface FooterProps {
  readonly step: Step
  readonly onClose: () => void
  readonly onBuild: (summary: TrelloSummary) => void
  readonly onOpenBoard: (id: string) => void
}

function Footer({ step, onClose, onBuild, onOpenBoard }: FooterProps) {
  if (step.is === 'done')
    return (
      <>
        <Button onPress={onClose}>{text('transfer.close')}</Button>
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
      {step.is === 'ready' && (
        <Button look="main" onPress={() => onBuild(step.summary)}>
          {text('transfer.make')}
        </Button>
      )}
    </>
  )
}
