// Cells as the text of a table: quoted where they must be, and marked where a spreadsheet would take them for a formula.

export interface CsvTextOptions {
  /** Puts an apostrophe before cells that a spreadsheet would run; reading such a file here takes it off again. */
  readonly markFormulas: boolean
}

/** What a spreadsheet begins a formula with. A number with its sign is none. */
const FORMULA = /^[=+\-@\t\r]/u
const NUMBER = /^[+-]?\d+([.,]\d+)?$/u

export const isFormula = (cell: string): boolean => FORMULA.test(cell) && !NUMBER.test(cell)

const quoted = (cell: string): string =>
  /[",;\t\r\n]|^\s|\s$/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell

/** Rows with line ends as RFC 4180 has them, the headings first. */
export const csvText = (rows: readonly (readonly string[])[], { markFormulas }: CsvTextOptions): string =>
  rows
    .map(
      (cells) =>
        `${cells.map((cell) => quoted(markFormulas && isFormula(cell) ? `'${cell}` : cell)).join(',')}\r\n`,
    )
    .join('')

export const formulasIn = (rows: readonly (readonly string[])[]): number =>
  rows.reduce((count, cells) => count + cells.filter(isFormula).length, 0)
