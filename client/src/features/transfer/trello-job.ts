// One Trello file on its way to a board, step by step and without a screen: read, then built as a whole document.
import { boardDocument } from '@yokoten/shared/board'
import { encodeState, execute } from '@yokoten/shared/doc'
import { ok } from '@yokoten/shared/kernel'
import type { Result } from '@yokoten/shared/kernel'
import { importTrello, readTrello, takeIn } from '@yokoten/shared/transfer/trello'
import type {
  TrelloBoard,
  TrelloImportOptions,
  TrelloRefused,
  TrelloSummary,
} from '@yokoten/shared/transfer/trello'
import * as Y from 'yjs'

export interface TrelloJob {
  /** What an import would take and leave, or why the file is no Trello board. */
  read(text: string): Result<TrelloSummary, TrelloRefused>
  /** The finished board as one update (V1). `onStep` is told after each of `of` steps. Only after `read`. */
  build(onStep: (done: number, of: number) => void): Uint8Array
}

export function createTrelloJob(options: TrelloImportOptions): TrelloJob {
  let board: TrelloBoard | undefined
  return {
    read(text) {
      const result = readTrello(text)
      if (!result.ok) return result
      board = result.value
      return ok(importTrello(board, options).summary)
    },
    build(onStep) {
      if (!board) throw new Error('Nothing has been read that could be built.')
      const plan = importTrello(board, options)
      const doc = new Y.Doc()
      let done = 0
      for (const changes of plan.changes()) {
        execute(doc, boardDocument, changes, takeIn.name)
        onStep(++done, plan.steps)
      }
      const update = encodeState(doc)
      doc.destroy()
      return update
    },
  }
}
