// Our own file of a board: the shape of `file-board` in a frame that says what it is. FORMAT.md describes it.
import * as v from 'valibot'
import { isJsonObject, ok, refused } from '../../kernel'
import type { Result } from '../../kernel'
import { fileBoard, left, remarksOf } from '../boards/file-board'
import type { FileBoard, ReadBoard, ReadOptions } from '../boards/file-board'
import { valuesLeft } from '../boards/values'
import { readAs } from '../text/json-text'
import type { FileRefused } from '../text/refusals'

export const BOARD_FORMAT = 'yokoten-board'
export const BOARD_VERSION = 1

const frame = v.object({ board: fileBoard })

export const isBoardJson = (json: unknown): boolean => isJsonObject(json) && json.format === BOARD_FORMAT

/** The file's text. `at` is when it was made, in milliseconds since 1970. */
export const writeBoardJson = (board: FileBoard, at: number): string =>
  `${JSON.stringify({ format: BOARD_FORMAT, version: BOARD_VERSION, at, board }, null, 1)}\n`

/** Each key once, and every step in a column that the file has: what else points nowhere is left out by the writer. */
function firstBadReference(board: FileBoard): string | undefined {
  for (const part of [
    'columns',
    'lanes',
    'types',
    'fields',
    'people',
    'reasons',
    'values',
    'cards',
  ] as const) {
    const keys = new Set<string>()
    for (const [index, { key }] of board[part].entries()) {
      if (keys.has(key)) return `board.${part}[${index}].key`
      keys.add(key)
    }
  }
  const columns = new Set(board.columns.map(({ key }) => key))
  for (const [card, { journey }] of board.cards.entries())
    for (const [step, { column }] of journey.entries())
      if (!columns.has(column)) return `board.cards[${card}].journey[${step}].column`
  return undefined
}

export function readBoardJson(
  json: unknown,
  options: Pick<ReadOptions, 'values'>,
): Result<ReadBoard, FileRefused> {
  const version = isJsonObject(json) ? json.version : undefined
  if (typeof version === 'number' && version > BOARD_VERSION) return refused({ reason: 'newer', version })
  const read = readAs(frame, json, 'yokoten')
  if (!read.ok) return read
  const { board } = read.value
  const field = firstBadReference(board)
  return field === undefined
    ? ok({ board, remarks: remarksOf([left('values', valuesLeft(board, options.values))]) })
    : refused({ reason: 'bad-field', tool: 'yokoten', field })
}
