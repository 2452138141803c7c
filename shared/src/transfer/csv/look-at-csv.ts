// Looking at a table before it is taken in: how it is written and what each column seems to mean, all to be corrected.
import { ok, refused } from '../../kernel'
import type { Result } from '../../kernel'
import { decodeText } from '../text/decode-text'
import type { Encoding } from '../text/decode-text'
import type { FileRefused } from '../text/refusals'
import { findOrder, mayBeDate } from './dates'
import type { DateOrder, FoundOrder } from './dates'
import { DATED, meaningOf, namesMoment, plainHeading, SHARED } from './meanings'
import type { Meaning } from './meanings'
import { findSeparator, parseCsv } from './parse-csv'
import type { CsvRow } from './parse-csv'

/** How the file is written, where it is told and not found out. */
export interface CsvWriting {
  readonly encoding?: Encoding
  readonly separator?: string
  /** Whether the first line names the columns. */
  readonly hasHeader?: boolean
}

export interface CsvColumn {
  readonly index: number
  /** The heading, or empty where the file has none. */
  readonly name: string
  /** The first few different values. */
  readonly samples: readonly string[]
  /** Cells with something in them. */
  readonly filled: number
  /** What the column seems to mean. */
  readonly meaning: Meaning
  /** False where the heading says nothing and the meaning is a guess from what is in it. */
  readonly isKnown: boolean
  /** How its dates are written, where all of its values are dates. */
  readonly dates: FoundOrder | undefined
  /** What stands between several values in one cell, or empty. */
  readonly between: string
}

export interface CsvFile {
  readonly encoding: Encoding
  readonly separator: string
  readonly hasHeader: boolean
  readonly headerLine: number
  readonly rows: readonly CsvRow[]
  readonly columns: readonly CsvColumn[]
  /** Lines with fewer cells than there are columns. */
  readonly shortLines: number
}

const SAMPLES = 3

const isNumber = (text: string): boolean => /^-?\d+([.,]\d+)?$/u.test(text.trim())

/** A first line names columns unless it has a date, or is all numbers. */
const namesColumns = (cells: readonly string[]): boolean =>
  !cells.some(mayBeDate) && !cells.every((cell) => cell.trim() === '' || isNumber(cell))

function betweenOf(meaning: Meaning, values: readonly string[], isWekan: boolean): string {
  if (meaning !== 'tag' && meaning !== 'person' && meaning !== 'web') return ''
  if (isWekan && meaning === 'person') return ' '
  // Jira puts date, person, name and address of an attachment into one cell.
  if (meaning === 'web' && values.some((value) => /^[^;]+;[^;]*;[^;]+;https?:/iu.test(value))) return ''
  const counts = ['|', ';', ','].map((mark) => values.filter((value) => value.includes(mark)).length)
  const most = Math.max(...counts)
  return most === 0 ? '' : (['|', ';', ','][counts.indexOf(most)] as string)
}

interface Sketch {
  readonly name: string
  readonly values: readonly string[]
  readonly dates: FoundOrder | undefined
}

/** Which columns are states with the day on which they were entered: several columns of dates that name no moment. */
function stateColumns(sketches: readonly Sketch[]): ReadonlySet<number> {
  const isNamed = ({ name }: Sketch) => name.trim() !== '' && !namesMoment(name)
  const meaning = ({ name }: Sketch) => meaningOf(name)
  const found = sketches.flatMap((sketch, index) => {
    if (!sketch.dates || !isNamed(sketch)) return []
    const says = meaning(sketch)
    return says === undefined || (says === 'finished' && /^\p{L}+$/u.test(sketch.name.trim())) ? [index] : []
  })
  const unknown = found.filter((index) => meaning(sketches[index] as Sketch) === undefined)
  if (unknown.length < 2) return new Set()
  // A state that no card has entered yet stands empty among the others.
  const [first = 0] = found
  const last = found[found.length - 1] as number
  const between = sketches.flatMap((sketch, index) =>
    index > first &&
    index < last &&
    sketch.values.length === 0 &&
    meaning(sketch) === undefined &&
    isNamed(sketch)
      ? [index]
      : [],
  )
  return new Set([...found, ...between])
}

function suggest(sketches: readonly Sketch[]): { meaning: Meaning; isKnown: boolean }[] {
  const states = stateColumns(sketches)
  const taken = new Set<Meaning>()
  const headings = new Set(sketches.map(({ name }) => plainHeading(name)))
  const suggested = sketches.map((sketch, index) => {
    if (states.has(index)) return { meaning: 'state-date' as const, isKnown: true }
    const says = meaningOf(sketch.name)
    const isEmpty = sketch.values.length === 0
    if (says === undefined)
      return { meaning: isEmpty ? ('ignore' as const) : ('field' as const), isKnown: false }
    // A column that should hold dates or numbers and does not is kept as it is.
    if (DATED.has(says) && !sketch.dates && !isEmpty) return { meaning: 'field' as const, isKnown: false }
    if (says === 'size' && !sketch.values.every(isNumber))
      return { meaning: 'field' as const, isKnown: false }
    if (says === 'web' && !sketch.values.some((value) => /https?:\/\//iu.test(value)))
      return { meaning: isEmpty ? ('ignore' as const) : ('field' as const), isKnown: false }
    // Transitions name the column they lead to; their date is when that happened.
    if (!SHARED.has(says)) {
      if (taken.has(says))
        return { meaning: isEmpty ? ('ignore' as const) : ('field' as const), isKnown: false }
      taken.add(says)
    }
    return { meaning: says, isKnown: true }
  })
  if (headings.has('destinationcolumn') && !taken.has('changed')) {
    const date = sketches.findIndex(({ name, dates }) => dates && plainHeading(name) === 'date')
    if (date >= 0) suggested[date] = { meaning: 'changed', isKnown: true }
  }
  return suggested
}

/** A single column is a table only where its heading means something to a board. */
const isTableOfOne = (rows: readonly CsvRow[]): boolean => {
  const [first] = rows
  const heading = first?.cells[0] ?? ''
  return rows.length > 1 && (meaningOf(heading) !== undefined || (first !== undefined && mayBeDate(heading)))
}

/**
 * The table in a file's bytes, with what was found out about it. `writing` overrules what would be found. Refused is
 * what is no table, with the line where it is none.
 */
export function lookAtCsv(bytes: Uint8Array, writing: CsvWriting = {}): Result<CsvFile, FileRefused> {
  const { text: whole, encoding } = decodeText(bytes, writing.encoding)
  if (whole.trim() === '') return refused({ reason: 'empty' })
  // Bytes that no text has.
  if (whole.slice(0, 10_000).includes('\0')) return refused({ reason: 'unknown', format: 'binary' })
  const [sep, said] = /^sep=([,;\t|])\r?\n/iu.exec(whole) ?? []
  const text = sep === undefined ? whole : whole.slice(sep.length)
  const separator = writing.separator ?? said ?? findSeparator(text)
  const parsed = parseCsv(text, separator ?? '\0')
  if (!parsed.ok) return parsed
  const rows = sep === undefined ? parsed.value : parsed.value.map((row) => ({ ...row, line: row.line + 1 }))
  const [first] = rows
  if (!first) return refused({ reason: 'empty' })
  if (separator === undefined && !isTableOfOne(rows)) return refused({ reason: 'not-csv', line: first.line })
  const hasHeader = writing.hasHeader ?? namesColumns(first.cells)
  const body = hasHeader ? rows.slice(1) : rows
  if (body.length === 0) return refused({ reason: 'no-rows' })
  let width = first.cells.length
  while (hasHeader && width > 1 && first.cells[width - 1]?.trim() === '') width--
  let shortLines = 0
  for (const { line, cells } of body) {
    if (cells.slice(width).some((cell) => cell.trim() !== ''))
      return refused({ reason: 'long-line', line, cells: cells.length, columns: width })
    if (cells.length < width) shortLines++
  }
  const sketches = Array.from({ length: width }, (_, index): Sketch => {
    const values = body.map(({ cells }) => (cells[index] ?? '').trim()).filter((value) => value !== '')
    return { name: hasHeader ? (first.cells[index] ?? '').trim() : '', values, dates: findOrder(values) }
  })
  const suggestions = suggest(sketches)
  const open = sketches.flatMap(({ dates }) => (dates?.isOpen && dates.isSure ? [dates.order] : []))
  const names = new Set(sketches.map(({ name }) => plainHeading(name)))
  const isWekan = ['stage', 'owner', 'members'].every((name) => names.has(name))
  return ok({
    encoding,
    separator: separator ?? '',
    hasHeader,
    headerLine: first.line,
    rows: body,
    columns: sketches.map(({ name, values, dates }, index) => ({
      index,
      name,
      samples: [...new Set(values)].slice(0, SAMPLES),
      filled: values.length,
      ...(suggestions[index] as { meaning: Meaning; isKnown: boolean }),
      dates: settled(dates, open),
      between: betweenOf(suggestions[index]?.meaning ?? 'ignore', values, isWekan),
    })),
    shortLines,
  })
}

/** A column that leaves the order open has that of the others, where they agree; it is said all the same. */
function settled(found: FoundOrder | undefined, others: readonly DateOrder[]): FoundOrder | undefined {
  if (!found || found.isSure) return found
  const [order] = others
  return order !== undefined && others.every((one) => one === order)
    ? { ...found, order, isSure: true }
    : found
}
