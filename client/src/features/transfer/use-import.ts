// The steps of bringing a board in, from choosing a file to the board: what is shown follows from where it stands.
import { useEffect, useRef, useState } from 'react'
import { archiveDocument, restoreDocument, tidyName } from '@yokoten/shared/team'
import type { TeamSnapshot } from '@yokoten/shared/team'
import { looksLikeBackup } from '@yokoten/shared/transfer/backup'
import { refuseSize } from '@yokoten/shared/transfer'
import type { PermitFor } from '@yokoten/shared/kernel'
import type { BoardSummary, CsvMapping, CsvProblems, CsvWriting } from '@yokoten/shared/transfer'
import { toasts } from '../../design/toasts'
import type { TeamSession } from '../../session/api'
import { text } from '../../text'
import { addBoard } from './add-board'
import type { Look, TableLook } from './import-job'
import { importOptions } from './import-words'
import type { ImportWorker } from './import-worker'
import { NEW_BOARD, useJoining } from './use-joining'
import { addBoardRefusalWords, fileRefusalWords } from './words'

export type ImportStep =
  /** `isHidden`: parts are written that nobody sees. */
  | {
      readonly is: 'choosing'
      readonly refusal?: string
      readonly isHidden?: boolean
      readonly backup?: File
    }
  | { readonly is: 'reading' }
  /** Boards of a tool's file, one of which is chosen. */
  | {
      readonly is: 'ready'
      readonly names: readonly string[]
      readonly chosen: number
      readonly summary: BoardSummary
    }
  | {
      readonly is: 'mapping'
      readonly table: TableLook
      readonly mapping: CsvMapping
      readonly summary: BoardSummary | undefined
      readonly problems: CsvProblems | undefined
    }
  | {
      readonly is: 'building'
      readonly summary: BoardSummary
      readonly done: number
      readonly of: number
    }
  /** The board is whole and being written: too late to cancel. */
  | { readonly is: 'adding'; readonly done: number; readonly of: number }
  /** `isJoined`: the board was there before. */
  | {
      readonly is: 'done'
      readonly summary: BoardSummary
      readonly board: string
      readonly isJoined: boolean
    }

/** Enough of a file to know a backup by. */
const BEGINNING = 300

export function useImport(
  team: TeamSession<TeamSnapshot>,
  file: File | undefined,
  into: string,
  startWorker: () => ImportWorker,
  permit: PermitFor,
) {
  const [step, setStep] = useState<ImportStep>({ is: 'choosing' })
  const [name, setName] = useState('')
  const [nameError, setNameError] = useState<string>()
  const worker = useRef<ImportWorker>(undefined)
  const started = useRef<File>(undefined)
  const joining = useJoining(
    team,
    into,
    step.is === 'mapping' || step.is === 'ready' ? step.summary : undefined,
    () => worker.current,
    permit,
  )
  /** The last question put to the worker; answers to earlier ones come too late to be shown. */
  const asked = useRef(0)

  const end = () => {
    worker.current?.end()
    worker.current = undefined
  }
  useEffect(() => end, [])
  const fail = (refusal: string, isHidden = false) => {
    end()
    setStep({ is: 'choosing', refusal, isHidden })
  }

  function show(look: Look, fallback: string) {
    if (look.kind === 'boards') {
      setName(look.summary.name.trim() || fallback)
      return setStep({ is: 'ready', names: look.names, chosen: 0, summary: look.summary })
    }
    const { table, mapped } = look
    setName((before) => before || fallback)
    setStep({ is: 'mapping', table, mapping: table.suggested, ...partsOf(mapped) })
  }

  async function read(chosen: File) {
    end()
    setName('')
    setNameError(undefined)
    const tooLarge = refuseSize(chosen.size)
    if (tooLarge) return fail(fileRefusalWords(tooLarge))
    setStep({ is: 'reading' })
    const mine = startWorker()
    worker.current = mine
    const isMine = () => worker.current === mine
    try {
      if (looksLikeBackup(await chosen.slice(0, BEGINNING).text())) {
        end()
        return setStep({ is: 'choosing', refusal: text('transfer.refused.isBackup'), backup: chosen })
      }
      const result = await mine.open(chosen, importOptions(team.person.get() ?? '', team.directory.get()))
      if (!isMine()) return
      if (!result.ok) return fail(fileRefusalWords(result.error))
      show(result.value, chosen.name.replace(/\.[^.]*$/u, '').trim() || text('transfer.boardName'))
    } catch {
      if (isMine()) fail(text('transfer.refused.unreadable'))
    }
  }

  useEffect(() => {
    if (!file || started.current === file) return
    started.current = file
    void read(file)
  })

  /** Asks the worker and shows the answer, unless something else was asked meanwhile. */
  async function ask<T>(question: (worker: ImportWorker) => Promise<T>, take: (answer: T) => void) {
    const mine = worker.current
    if (!mine) return
    const mark = ++asked.current
    try {
      const answer = await question(mine)
      if (worker.current === mine && asked.current === mark) take(answer)
    } catch {
      if (worker.current === mine) fail(text('transfer.failed'))
    }
  }

  const choose = (chosen: number) =>
    ask(
      (mine) => mine.choose(chosen),
      (summary) => {
        if (step.is !== 'ready') return
        setName(step.names[chosen] || text('transfer.boardName'))
        setStep({ ...step, chosen, summary })
      },
    )
  const map = (mapping: CsvMapping) => {
    if (step.is !== 'mapping') return
    // Shown at once; what comes of it follows.
    setStep({ ...step, mapping })
    void ask(
      (mine) => mine.map(mapping),
      (mapped) => setStep({ ...step, mapping, ...partsOf(mapped) }),
    )
  }
  const rewrite = (writing: CsvWriting) =>
    ask(
      (mine) => mine.rewrite(writing),
      (result) => (result.ok ? show(result.value, name) : fail(fileRefusalWords(result.error))),
    )

  async function join() {
    const mine = worker.current
    const summary = step.is === 'mapping' || step.is === 'ready' ? step.summary : undefined
    if (!mine || !summary || !joining.preview) return
    const board = joining.into
    const calmed = joining.isCalm ? joining.preview.rush : 0
    setStep({ is: 'adding', done: 0, of: 1 })
    try {
      const joined = await joining.join(mine, (done, of) => setStep({ is: 'adding', done, of }))
      if (joined === 'asks') return setStep(step)
      if (joined === 'rules-changed') return fail(text('transfer.join.rulesChanged'), true)
      if (joined === 'failed') return fail(text('transfer.join.failed'), true)
      end()
      setName(team.directory.get().documentsById.get(board)?.name ?? '')
      setStep({ is: 'done', summary: withCalmed(summary, calmed), board, isJoined: true })
    } catch {
      fail(text('transfer.join.failed'), true)
    }
  }

  async function build() {
    if (joining.into !== NEW_BOARD) return join()
    const mine = worker.current
    const summary = step.is === 'ready' || step.is === 'mapping' ? step.summary : undefined
    const wanted = tidyName(name)
    if (!wanted.ok) return setNameError(addBoardRefusalWords(wanted.error))
    if (!mine || !summary) return
    const isMine = () => worker.current === mine
    setStep({ is: 'building', summary, done: 0, of: 1 })
    try {
      const update = await mine.build((done, of) => {
        if (isMine()) setStep({ is: 'building', summary, done, of })
      })
      if (!isMine()) return
      end()
      setStep({ is: 'adding', done: 1, of: 1 })
      const added = await addBoard(team, wanted.value, update)
      if (!added.ok) return fail(addBoardRefusalWords(added.error))
      setName(wanted.value)
      setStep({ is: 'done', summary, board: added.value, isJoined: false })
    } catch {
      fail(text('transfer.failed'))
    }
  }

  /** Puts the board away that was made, or takes the cards off the board again; false where that cannot be done. */
  function undo(): boolean {
    if (step.is !== 'done') return false
    if (step.isJoined) {
      const isUndone = joining.undo()
      toasts.show(text(isUndone ? 'transfer.join.undone' : 'transfer.join.notUndone', { name }))
      return isUndone
    }
    const { board } = step
    if (!team.directory.run(archiveDocument, { id: board }).ok) return false
    toasts.show(text('transfer.undone', { name }), {
      action: {
        label: text('transfer.undoUndo'),
        run: () => team.directory.run(restoreDocument, { id: board }),
      },
    })
    return true
  }

  return {
    step,
    name,
    nameError,
    rename: (next: string) => {
      setName(next)
      setNameError(undefined)
    },
    read,
    choose,
    map,
    rewrite,
    build,
    undo,
    end,
    joining,
  }
}

/** The summary with a note of the rush that comes in as ordinary cards. */
export const withCalmed = (summary: BoardSummary, count: number): BoardSummary =>
  count === 0
    ? summary
    : { ...summary, remarks: [...summary.remarks, { kind: 'note', what: 'calmed', count }] }

const partsOf = (mapped: Extract<Look, { kind: 'table' }>['mapped']) =>
  mapped.ok ? { summary: mapped.value, problems: undefined } : { summary: undefined, problems: mapped.error }
