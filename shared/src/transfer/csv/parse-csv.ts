// Text with separators as rows of cells, each row with the line it begins on, so that what is wrong can be shown.
import { ok, refused } from '../../kernel'
import type { Result } from '../../kernel'
import type { FileRefused } from '../text/refusals'
import { meaningOf } from './meanings'

export const SEPARATORS = [',', ';', '\t', '|'] as const
export type Separator = (typeof SEPARATORS)[number]

export interface CsvRow {
  /** From 1; a quoted cell may go on over further lines. */
  readonly line: number
  readonly cells: readonly string[]
}

/** More than this is no board that a team works with, and would not be opened again. */
export const ROWS_LIMIT = 50_000
export const COLUMNS_LIMIT = 500

/**
 * All rows that have anything in them. As RFC 4180 has it, with any line ending; a quote within an unquoted cell is a
 * quote, and what follows a closing one up to the separator is part of the cell. `most` ends the reading early.
 */
export function parseCsv(text: string, separator: string, most = Infinity): Result<CsvRow[], FileRefused> {
  const rows: CsvRow[] = []
  const length = text.length
  let line = 1
  let at = 0
  while (at < length && rows.length < most) {
    const began = line
    const cells: string[] = []
    let isOpen = true
    while (isOpen) {
      let cell = ''
      if (text[at] === '"') {
        const quoted = line
        let from = at + 1
        for (;;) {
          const quote = text.indexOf('"', from)
          if (quote < 0) return refused({ reason: 'open-quote', line: quoted })
          const part = text.slice(from, quote)
          cell += part
          for (let i = part.indexOf('\n'); i >= 0; i = part.indexOf('\n', i + 1)) line++
          from = quote + 1
          if (text[from] !== '"') break
          cell += '"'
          from++
        }
        at = from
      }
      let end = at
      while (end < length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end++
      cells.push(cell + text.slice(at, end))
      if (cells.length > COLUMNS_LIMIT)
        return refused({ reason: 'too-many-columns', line: began, limit: COLUMNS_LIMIT })
      at = end
      if (text[at] === separator) at++
      else isOpen = false
    }
    if (text[at] === '\r') at++
    if (text[at] === '\n') at++
    line++
    if (cells.every((cell) => cell.trim() === '')) continue
    rows.push({ line: began, cells })
    if (rows.length > ROWS_LIMIT + 1) return refused({ reason: 'too-many-rows', limit: ROWS_LIMIT })
  }
  return ok(rows)
}

const widthOf = (cells: readonly string[]): number => {
  let width = cells.length
  while (width > 0 && cells[width - 1]?.trim() === '') width--
  return width
}

/** Rows looked at to find the separator. */
const SEEN = 60

/** The first rows; those before a quotation mark that is never closed still tell how the rest was meant. */
function rowsFrom(text: string, separator: string): readonly CsvRow[] {
  const parsed = parseCsv(text, separator, SEEN)
  if (parsed.ok) return parsed.value
  if (parsed.error.reason !== 'open-quote') return []
  const before = text.split('\n', parsed.error.line - 1).join('\n')
  const rest = parseCsv(before, separator, SEEN)
  return rest.ok ? rest.value : []
}

/**
 * The separator that most rows agree on, or undefined where none gives every row the same columns: then the file has
 * one column, or is no table.
 */
export function findSeparator(text: string): Separator | undefined {
  let best: { separator: Separator; score: number } | undefined
  for (const separator of SEPARATORS) {
    const rows = rowsFrom(text, separator)
    const columns = rows[0]?.cells.length ?? 0
    if (columns < 2) continue
    const fitting = rows.filter(({ cells }) => cells.length === columns || widthOf(cells) === columns).length
    const named = (rows[0]?.cells ?? []).filter((cell) => cell.trim() !== '').length
    const agreement = fitting / rows.length
    const known = (rows[0]?.cells ?? []).filter((cell) => meaningOf(cell) !== undefined).length
    if (agreement < (known > 1 ? 0.5 : 0.7) || named < 2) continue
    const score = agreement + Math.min(columns, 50) / 1_000
    if (!best || score > best.score) best = { separator, score }
  }
  return best?.separator
}
