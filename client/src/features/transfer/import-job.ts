// One file on its way to a board, step by step and without a screen: opened, corrected, then built, or matched to a board.
import { boardDocument } from '@yokoten/shared/board'
import { encodeState, execute } from '@yokoten/shared/doc'
import { ok, refused } from '@yokoten/shared/kernel'
import type { Change, Result } from '@yokoten/shared/kernel'
import {
  asOrdinary,
  csvToBoard,
  joinBoard,
  lookAtCsv,
  openFile,
  planJoining,
  suggestedMapping,
  summarise,
  takeInPart,
  writeBoard,
} from '@yokoten/shared/transfer'
import type {
  BoardSummary,
  ColumnChoices,
  CsvFile,
  CsvMapping,
  CsvProblems,
  CsvWriting,
  FileRefused,
  JoiningPlan,
  JoinTarget,
  JoinWriting,
  ReadBoard,
  ReadOptions,
  TakeInArgs,
  Tool,
  ToTakeIn,
  WriteOptions,
} from '@yokoten/shared/transfer'
import * as Y from 'yjs'
import { unzipEntries } from './unzip'

export interface ImportOptions extends ReadOptions, WriteOptions {}

/** A table as the mapping screen needs it: everything but its rows. */
export interface TableLook extends Omit<CsvFile, 'rows'> {
  readonly rowCount: number
  readonly suggested: CsvMapping
}

export type Look =
  | {
      readonly kind: 'boards'
      readonly tool: Tool
      readonly names: readonly string[]
      readonly summary: BoardSummary
    }
  | { readonly kind: 'table'; readonly table: TableLook; readonly mapped: Mapped }

/** How cards come onto a board: so many parts that nobody sees, and then the act that lets them stand. */
export interface JoinPlan extends TakeInArgs, ToTakeIn {
  readonly parts: number
}

/** What would come of a table with a mapping, or what stands in the way. */
export type Mapped = Result<BoardSummary, CsvProblems>

export interface ImportJob {
  /** What is in a file, or why it cannot be read. `name` stands in where the file names no board. */
  open(bytes: Uint8Array, name: string): Result<Look, FileRefused>
  /** Which of the file's boards is meant. Only after `open` gave boards. */
  choose(index: number): BoardSummary
  /** The table read anew, in another encoding or with another separator. Only after `open` gave a table. */
  rewrite(writing: CsvWriting): Result<Look, FileRefused>
  map(mapping: CsvMapping): Mapped
  /** The finished board as one update (V1). `onStep` is told after each of `of` steps. */
  build(onStep: (done: number, of: number) => void): Uint8Array
  /** What would become of the columns on a board that is there, and what has to be asked. */
  match(target: JoinTarget, choices: ColumnChoices): JoiningPlan
  /** Works out all that is written to bring the cards onto that board, a rush as ordinary cards where `isCalm`. */
  join(target: JoinTarget, choices: ColumnChoices, isCalm: boolean): JoinPlan
  /** One of those parts. Only after `join`. */
  part(index: number): readonly Change[]
}

export function createImportJob(options: ImportOptions): ImportJob {
  let bytes: Uint8Array | undefined
  let name = ''
  let boards: readonly ReadBoard[] = []
  let chosen: ReadBoard | undefined
  let table: CsvFile | undefined
  let joining: JoinWriting | undefined

  function map(mapping: CsvMapping): Mapped {
    if (!table) throw new Error('No table has been read.')
    const read = csvToBoard(table, mapping, name, options)
    chosen = read.ok ? read.value : undefined
    return read.ok ? ok(summarise(read.value)) : read
  }
  function look(file: CsvFile): Look {
    table = file
    const { rows, ...rest } = file
    const suggested = suggestedMapping(file)
    return { kind: 'table', table: { ...rest, rowCount: rows.length, suggested }, mapped: map(suggested) }
  }
  function choose(index: number): BoardSummary {
    chosen = boards[index]
    if (!chosen) throw new Error('There is no such board in the file.')
    return summarise(chosen)
  }

  function read(): ReadBoard {
    if (!chosen) throw new Error('Nothing has been read that could be built.')
    return chosen
  }

  return {
    open(file, fileName) {
      bytes = file
      name = fileName.replace(/\.[^.]*$/u, '')
      const opened = openFile(file, options, { unzip: unzipEntries })
      if (!opened.ok) return opened
      if (opened.value.kind === 'table') return ok(look(opened.value.file))
      boards = opened.value.boards
      if (boards.length === 0) return refused({ reason: 'no-boards', tool: opened.value.tool })
      const names = boards.map(({ board }) => board.name.trim() || name)
      return ok({ kind: 'boards', tool: opened.value.tool, names, summary: choose(0) })
    },
    choose,
    rewrite(writing) {
      if (!bytes) throw new Error('Nothing has been read.')
      const file = lookAtCsv(bytes, writing)
      return file.ok ? ok(look(file.value)) : file
    },
    map,
    build(onStep) {
      const writing = writeBoard(read().board, options)
      const doc = new Y.Doc()
      let done = 0
      for (const changes of writing.changes()) {
        execute(doc, boardDocument, changes, takeInPart.name)
        onStep(++done, writing.steps)
      }
      const update = encodeState(doc)
      doc.destroy()
      return update
    },
    match: (target, choices) => planJoining(read().board, target, choices, options),
    join(target, choices, isCalm) {
      const file = isCalm ? asOrdinary(read().board) : read().board
      joining = joinBoard(file, target, choices, options)
      return { ...joining, parts: joining.parts.length }
    },
    part(index) {
      const part = joining?.parts[index]
      if (!part) throw new Error('There is no such part.')
      return part
    },
  }
}
